package org.watchword.desk.watch.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// Where people in hiding can be reached. Two code-names may share one address: a flat has one
/// phone.
public final class Contacts {
    private final FieldSeal seal;
    private final WordHash hash;
    private final InstantSource clock;

    Contacts(FieldSeal seal, WordHash hash, InstantSource clock) {
        this.seal = seal;
        this.hash = hash;
        this.clock = clock;
    }

    /// What became of an address that was to be added.
    public sealed interface Added {}

    public record Yes(long id) implements Added {}

    public record Refused(Sentence why) implements Added {}

    /// Adds an address as the channel's kind wrote it; one that is there already stays as it is.
    public Added add(Turn turn, CodenameId who, ChannelId channel, Written written) {
        Handle handle = turn.handle();
        List<Contact> mine = of(handle, who);
        for (Contact known : mine) {
            if (known.channel().equals(channel) && known.address().equals(written.address())) {
                return new Yes(known.id());
            }
        }
        if (mine.size() >= Limits.CONTACTS_PER_CODENAME) {
            return new Refused(
                    Sentence.of("word.contacts.many", "most", Limits.CONTACTS_PER_CODENAME));
        }
        if (who(handle, channel, written.address()).size() >= Limits.CODENAMES_PER_ADDRESS) {
            return new Refused(
                    Sentence.of("word.contacts.shared", "most", Limits.CODENAMES_PER_ADDRESS));
        }
        long id = RowNumbers.next(turn, "contact");
        handle.createUpdate(
                        """
                        INSERT INTO contact (id, codename_id, channel, language, address,
                            address_hash, made_at)
                        VALUES (:id, :who, :channel, :language, :address, :hash, :now)\
                        """)
                .bind("id", id)
                .bind("who", who.value())
                .bind("channel", channel.value())
                .bind("language", written.language().tag())
                .bind("address", seal.seal(place(id), written.address()))
                .bind("hash", hash.address(channel.value(), written.address()))
                .bind("now", clock.millis())
                .execute();
        return new Yes(id);
    }

    /// An address and the language of whoever reads there.
    public record Written(String address, Language language) {
        @Override
        public String toString() {
            return "an address";
        }
    }

    /// Takes an address away; false when this code-name has no such.
    public boolean remove(Turn turn, CodenameId who, long id) {
        return turn.handle()
                        .createUpdate("DELETE FROM contact WHERE id = :id AND codename_id = :who")
                        .bind("id", id)
                        .bind("who", who.value())
                        .execute()
                == 1;
    }

    /// A code-name's addresses, the oldest first.
    public List<Contact> of(Handle handle, CodenameId who) {
        return handle.createQuery("SELECT * FROM contact WHERE codename_id = :who ORDER BY id")
                .bind("who", who.value())
                .map((row, context) -> contact(row))
                .list();
    }

    /// Whose that address may be.
    public List<CodenameId> who(Handle handle, ChannelId channel, String address) {
        return handle.createQuery(
                        """
                        SELECT codename_id FROM contact
                        WHERE channel = :channel AND address_hash = :hash ORDER BY codename_id\
                        """)
                .bind("channel", channel.value())
                .bind("hash", hash.address(channel.value(), address))
                .map((row, context) -> new CodenameId(row.getLong("codename_id")))
                .list();
    }

    /// The language last written to at that address, where it is a known one.
    Optional<Language> language(Handle handle, ChannelId channel, String address) {
        return handle.createQuery(
                        """
                        SELECT language FROM contact
                        WHERE channel = :channel AND address_hash = :hash ORDER BY id LIMIT 1\
                        """)
                .bind("channel", channel.value())
                .bind("hash", hash.address(channel.value(), address))
                .map((row, context) -> new Language(row.getString("language")))
                .findOne();
    }

    private Contact contact(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Contact(
                id,
                new CodenameId(row.getLong("codename_id")),
                new ChannelId(row.getLong("channel")),
                new Language(row.getString("language")),
                seal.openOr(place(id), row.getBytes("address"), ""));
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("contact", "address", id);
    }
}
