package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// Where people can be reached, in each person's own order.
public final class Addresses {
    static final String HASH_DOMAIN = "delivery/address";

    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

    private final FieldSeal seal;
    private final KeyedHash hash;

    private final InstantSource clock;

    Addresses(Delivery.Ground ground) {
        seal = ground.seal();
        hash = ground.hash();
        clock = ground.clock();
    }

    /// A person's addresses in order, those of switched-off channels and those that cannot be read
    /// among them, as not active.
    public List<Address> of(Handle handle, PersonId person) {
        return handle.createQuery(
                        """
                        SELECT a.*, c.active FROM address a JOIN channel c ON c.id = a.channel
                        WHERE a.person = :person ORDER BY a.position, a.id\
                        """)
                .bind("person", person.value())
                .map((row, context) -> address(row))
                .list();
    }

    /// The same for several people at once; one who has none is left out.
    public Map<PersonId, List<Address>> of(Handle handle, Set<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(
                        """
                        SELECT a.*, c.active FROM address a JOIN channel c ON c.id = a.channel
                        WHERE a.person IN (<people>) ORDER BY a.person, a.position, a.id\
                        """)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map((row, context) -> address(row))
                .collect(Collectors.groupingBy(Address::person));
    }

    /// Who proved that this address on this channel is theirs.
    public List<PersonId> people(Handle handle, ChannelId channel, String address) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT person FROM address
                        WHERE channel = :channel AND address_hash = :hash
                            AND proved_at IS NOT NULL ORDER BY person\
                        """)
                .bind("channel", channel.value())
                .bind("hash", hashed(address))
                .map((row, context) -> new PersonId(row.getLong("person")))
                .list();
    }

    /// Whether somebody of the team is kept under this address, proved or not.
    public boolean knows(Handle handle, ChannelId channel, String address) {
        return handle.createQuery(
                        """
                        SELECT 1 FROM address
                        WHERE channel = :channel AND address_hash = :hash LIMIT 1\
                        """)
                .bind("channel", channel.value())
                .bind("hash", hashed(address))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// What became of an address that was to be added.
    public sealed interface Added {}

    /// It stands last in the person's order now, or stood there already.
    public record Yes(AddressId id) implements Added {}

    /// The person has as many as the desk keeps.
    public record TooMany() implements Added {}

    /// Adds an address, as the channel's kind wrote it, at the end of the person's order. Its owner
    /// has yet to prove it, but where a person goes and tells him: he is asked face to face.
    public Added add(Turn turn, PersonId person, ChannelId channel, String address) {
        Handle handle = turn.handle();
        List<Address> mine = of(handle, person);
        for (Address known : mine) {
            if (known.channel().equals(channel) && known.value().equals(address)) {
                return new Yes(known.id());
            }
        }
        if (mine.size() >= Limits.ADDRESSES_PER_PERSON) {
            return new TooMany();
        }
        long id = RowNumbers.next(turn, "address");
        int position = mine.isEmpty() ? 0 : mine.getLast().position() + 1;
        handle.createUpdate(
                        """
                        INSERT INTO address (id, person, channel, address, address_hash, position,
                            proved_at)
                        VALUES (:id, :person, :channel, :address, :hash, :position,
                            (SELECT :now FROM channel WHERE id = :channel AND kind = :byHand))\
                        """)
                .bind("id", id)
                .bind("person", person.value())
                .bind("channel", channel.value())
                .bind("address", seal.seal(place(id), address))
                .bind("hash", hashed(address))
                .bind("position", position)
                .bind("now", clock.millis())
                .bind("byHand", PaperKind.NAME)
                .execute();
        return new Yes(new AddressId(id));
    }

    /// The same for an address that is known to reach its owner.
    public Added addProved(Turn turn, PersonId person, ChannelId channel, String address) {
        Added added = add(turn, person, channel, address);
        if (added instanceof Yes(AddressId id)) {
            prove(turn.handle(), id);
        }
        return added;
    }

    /// From now on it counts; the code is of no more use.
    void prove(Handle handle, AddressId id) {
        handle.createUpdate(
                        """
                        UPDATE address SET proved_at = :now
                        WHERE id = :id AND proved_at IS NULL\
                        """)
                .bind("id", id.value())
                .bind("now", clock.millis())
                .execute();
    }

    /// Writes every address as its kind writes it today, so that it is found again by what comes in
    /// from it. A kind may have kept it otherwise in an earlier version of the desk.
    ///
    /// @param written how an address on this channel is kept today
    /// @return how many were written anew
    int writeAnew(Turn turn, BiFunction<ChannelId, String, String> written) {
        Handle handle = turn.handle();
        List<Address> all =
                handle.createQuery(
                                """
                                SELECT a.*, c.active FROM address a
                                JOIN channel c ON c.id = a.channel ORDER BY a.id\
                                """)
                        .map((row, context) -> address(row))
                        .list();
        int anew = 0;
        for (Address one : all) {
            String today = written.apply(one.channel(), one.value());
            if (!one.value().isEmpty() && !today.equals(one.value())) {
                anew += rewrite(handle, one.id(), today);
            }
        }
        return anew;
    }

    /// Not where the same person has it already as it is to be: then that one is found.
    private int rewrite(Handle handle, AddressId id, String address) {
        return handle.createUpdate(
                        """
                        UPDATE OR IGNORE address SET address = :address, address_hash = :hash
                        WHERE id = :id\
                        """)
                .bind("id", id.value())
                .bind("address", seal.seal(place(id.value()), address))
                .bind("hash", hashed(address))
                .execute();
    }

    /// Takes an address away; false when this person has no such.
    public boolean remove(Turn turn, PersonId person, AddressId id) {
        return turn.handle()
                        .createUpdate("DELETE FROM address WHERE id = :id AND person = :person")
                        .bind("id", id.value())
                        .bind("person", person.value())
                        .execute()
                == 1;
    }

    /// Puts an address first in the person's order; false when this person has no such.
    public boolean putFirst(Turn turn, PersonId person, AddressId id) {
        return turn.handle()
                        .createUpdate(
                                """
                                UPDATE address SET position = (SELECT min(position) - 1
                                    FROM address WHERE person = :person)
                                WHERE id = :id AND person = :person\
                                """)
                        .bind("id", id.value())
                        .bind("person", person.value())
                        .execute()
                == 1;
    }

    /// Takes all addresses of a person away.
    public void removeAll(Turn turn, PersonId person) {
        turn.handle()
                .createUpdate("DELETE FROM address WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    /// The address itself; empty when it was taken away.
    Optional<Address> find(Handle handle, AddressId id) {
        return handle.createQuery(
                        """
                        SELECT a.*, c.active FROM address a JOIN channel c ON c.id = a.channel
                        WHERE a.id = :id\
                        """)
                .bind("id", id.value())
                .map((row, context) -> address(row))
                .findOne();
    }

    /// One that does not open must not keep the others from being rung: it stands there empty and
    /// is not used.
    private Address address(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String value = opened(id, row.getBytes("address"));
        return new Address(
                new AddressId(id),
                new PersonId(row.getLong("person")),
                new ChannelId(row.getLong("channel")),
                row.getInt("position"),
                value,
                row.getObject("proved_at") != null,
                row.getBoolean("active") && !value.isEmpty());
    }

    private String opened(long id, byte[] sealed) {
        try {
            return seal.open(place(id), sealed);
        } catch (FieldSeal.UnreadableField e) {
            LOG.error("{}", e.getMessage());
            return "";
        }
    }

    private byte[] hashed(String address) {
        return hash.of(HASH_DOMAIN, address.getBytes(StandardCharsets.UTF_8));
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("address", "address", id);
    }
}
