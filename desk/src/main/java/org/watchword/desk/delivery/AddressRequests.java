package org.watchword.desk.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// Addresses whose owners do not know them, such as a number that a messenger gave an account. The
/// person is shown a code and sends it to the channel; whoever brings it is kept, with proof.
final class AddressRequests implements Inbound.Handler {
    private final Delivery.Ground ground;
    private final Addresses addresses;

    AddressRequests(Delivery.Ground ground, Addresses addresses) {
        this.ground = ground;
        this.addresses = addresses;
    }

    /// One that stands open.
    ///
    /// @param code what is to be sent to the channel
    record Open(long id, PersonId person, ChannelId channel, String code, Instant until) {}

    /// Opens one, in place of an older one; false when the person has as many addresses as the desk
    /// keeps.
    boolean ask(Turn turn, PersonId person, ChannelId channel) {
        Handle handle = turn.handle();
        if (addresses.of(handle, person).size() >= Limits.ADDRESSES_PER_PERSON) {
            return false;
        }
        close(handle, person, channel);
        handle.createUpdate(
                        """
                        INSERT INTO address_request (id, person, channel, asked_at)
                        VALUES (:id, :person, :channel, :now)\
                        """)
                .bind("id", RowNumbers.next(turn, "address_request"))
                .bind("person", person.value())
                .bind("channel", channel.value())
                .bind("now", ground.clock().millis())
                .execute();
        return true;
    }

    private static void close(Handle handle, PersonId person, ChannelId channel) {
        handle.createUpdate(
                        """
                        DELETE FROM address_request
                        WHERE person = :person AND channel = :channel\
                        """)
                .bind("person", person.value())
                .bind("channel", channel.value())
                .execute();
    }

    /// Those of one person that still wait.
    List<Open> of(Handle handle, PersonId person) {
        return open(handle, one -> one.person().equals(person));
    }

    private List<Open> open(Handle handle, Predicate<Open> which) {
        Instant now = ground.clock().instant();
        return handle
                .createQuery("SELECT * FROM address_request WHERE tries < :most ORDER BY id")
                .bind("most", Limits.REQUEST_TRIES)
                .map((row, context) -> request(row))
                .list()
                .stream()
                .filter(one -> now.isBefore(one.until()))
                .filter(which)
                .toList();
    }

    private Open request(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Open(
                id,
                new PersonId(row.getLong("person")),
                new ChannelId(row.getLong("channel")),
                SixDigits.of(ground.hash(), "request-" + id),
                Instant.ofEpochMilli(row.getLong("asked_at")).plus(Limits.REQUEST_LASTS));
    }

    @Override
    public boolean recognises(
            Turn turn, ChannelId channel, Inbound.Word word, List<PersonId> people) {
        Set<String> codes = SixDigits.in(word.text());
        if (codes.isEmpty() || word.sender().isEmpty()) {
            return false;
        }
        boolean kept = false;
        for (Open one : open(turn.handle(), it -> it.channel().equals(channel))) {
            if (codes.contains(one.code())) {
                var added = addresses.addProved(turn, one.person(), channel, word.sender().get());
                close(turn.handle(), one.person(), channel);
                kept |= added instanceof Addresses.Yes;
            } else if (people.isEmpty()) {
                tried(turn.handle(), one);
            }
        }
        return kept;
    }

    private static void tried(Handle handle, Open one) {
        handle.createUpdate("UPDATE address_request SET tries = tries + 1 WHERE id = :id")
                .bind("id", one.id())
                .execute();
    }
}
