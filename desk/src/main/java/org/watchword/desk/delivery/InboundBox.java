package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// What comes in: stored in one turn, understood in the next, and again at the start whatever an
/// earlier run did not get to.
final class InboundBox implements Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(InboundBox.class);
    private static final String HASH_DOMAIN = "delivery/gateway-id";

    private static final String SENDER_DOMAIN = "delivery/sender";

    private final Store store;
    private final Delivery.Ground ground;
    private final Addresses addresses;
    private final Handover handover;
    private volatile List<Handler> handlers = List.of();

    InboundBox(Store store, Delivery.Ground ground, Addresses addresses, Handover handover) {
        this.store = store;
        this.ground = ground;
        this.addresses = addresses;
        this.handover = handover;
    }

    void start(List<Handler> asked) {
        handlers = List.copyOf(asked);
        store.read(this::stored).forEach(this::understandSoon);
    }

    @Override
    public void keep(ChannelId channel, Word word) {
        HeardWord heard = HeardWord.of(word);
        store.writer()
                .write(Lane.FIRST, turn -> keep(turn, channel, heard))
                .ifPresent(this::understandSoon);
    }

    /// Empty when nothing is left to be understood.
    private Optional<Long> keep(Turn turn, ChannelId channel, HeardWord heard) {
        Optional<byte[]> sender = heard.word().sender().map(this::hashedSender);
        if (sender.isEmpty() || !floods(turn.handle(), channel, sender.get(), heard)) {
            return insert(turn, channel, heard);
        }
        List<PersonId> people = people(turn.handle(), channel, heard.word());
        if (!people.isEmpty() && recognised(turn, channel, heard.word(), people)) {
            insert(turn, channel, heard).ifPresent(id -> settle(turn, id, true));
        } else {
            countOneMore(turn.handle(), channel, sender.get());
        }
        return Optional.empty();
    }

    /// Whether this sender has said so much within a minute that only what somebody recognises is
    /// still kept word for word.
    private static boolean floods(
            Handle handle, ChannelId channel, byte[] sender, HeardWord heard) {
        Instant from = heard.word().receivedAt().minus(Limits.FLOOD);
        return handle.createQuery(
                                """
                                SELECT count(*) FROM inbound WHERE channel = :channel
                                    AND sender_hash = :sender
                                    AND received_at > :from AND received_at <= :now\
                                """)
                        .bind("channel", channel.value())
                        .bind("sender", sender)
                        .bind("from", from.toEpochMilli())
                        .bind("now", heard.word().receivedAt().toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                >= Limits.WORDS_PER_MINUTE;
    }

    private static void countOneMore(Handle handle, ChannelId channel, byte[] sender) {
        handle.createUpdate(
                        """
                        UPDATE inbound SET more = more + 1 WHERE id = (SELECT max(id) FROM inbound
                            WHERE channel = :channel AND sender_hash = :sender)\
                        """)
                .bind("channel", channel.value())
                .bind("sender", sender)
                .execute();
    }

    private byte[] hashedSender(String sender) {
        return ground.hash().of(SENDER_DOMAIN, sender.getBytes(StandardCharsets.UTF_8));
    }

    /// A gateway that begins to count anew gives a number twice; the same word under the same
    /// number is the same word.
    private byte[] hashedWord(String gateway, Word word) {
        String all = gateway + "\0" + word.sender().orElse("") + "\0" + word.text();
        return ground.hash().of(HASH_DOMAIN, all.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void receipt(ChannelId channel, Receipt receipt) {
        handover.receipt(channel, receipt);
    }

    /// Stores a word; empty when it was stored before.
    Optional<Long> insert(Turn turn, ChannelId channel, HeardWord heard) {
        Word word = heard.word();
        long id = RowNumbers.next(turn, "inbound");
        byte[] sender =
                word.sender().map(s -> ground.seal().seal(place("sender", id), s)).orElse(null);
        byte[] gatewayId = word.gatewayId().map(gateway -> hashedWord(gateway, word)).orElse(null);
        int kept =
                turn.handle()
                        .createUpdate(
                                """
                                INSERT INTO inbound (id, channel, person, gateway_hash, sender,
                                    sender_hash, text, received_at, state, shortened)
                                VALUES (:id, :channel, :person, :gateway, :sender,
                                    :senderHash, :text, :at, 'stored', :shortened)
                                ON CONFLICT DO NOTHING\
                                """)
                        .bind("id", id)
                        .bind("channel", channel.value())
                        .bind("person", word.person().map(PersonId::value).orElse(null))
                        .bind("gateway", gatewayId)
                        .bind("sender", sender)
                        .bind("senderHash", word.sender().map(this::hashedSender).orElse(null))
                        .bind("shortened", heard.shortened() ? 1 : 0)
                        .bind("text", ground.seal().seal(place("text", id), word.text()))
                        .bind("at", word.receivedAt().toEpochMilli())
                        .execute();
        return kept == 1 ? Optional.of(id) : Optional.empty();
    }

    private void understandSoon(long id) {
        var _ =
                store.writer()
                        .submit(Lane.FIRST, turn -> understand(turn, id))
                        .exceptionally(error -> {
                            notUnderstood(id, error);
                            return false;
                        });
    }

    /// Where only the store was in the way, it is tried until it works. What no handler can take
    /// must not be lost from sight.
    private void notUnderstood(long id, Throwable error) {
        if (error instanceof StoreUnavailable unavailable) {
            LOG.warn("a word that came in waits to be understood: {}", unavailable.why());
            if (unavailable.why() != StoreUnavailable.Cause.CLOSED) {
                understandLater(id);
            }
            return;
        }
        LOG.error("a word that came in was not understood: {}", error.getClass().getName());
        var _ =
                store.writer()
                        .submit(Lane.FIRST, turn -> settle(turn, id, false))
                        .exceptionally(again -> {
                            if (again instanceof StoreUnavailable) {
                                notUnderstood(id, again);
                            }
                            return false;
                        });
    }

    private void understandLater(long id) {
        Thread.ofVirtual()
                .name("understand-" + id)
                .start(() -> {
                    Courier.restABit();
                    understandSoon(id);
                });
    }

    private boolean understand(Turn turn, long id) {
        Optional<Listed> found =
                turn.handle()
                        .createQuery("SELECT * FROM inbound WHERE id = :id AND state = 'stored'")
                        .bind("id", id)
                        .map((row, context) -> listed(row))
                        .findOne();
        if (found.isEmpty()) {
            return false;
        }
        Listed listed = found.get();
        List<PersonId> people = people(turn.handle(), listed.channel(), listed.word());
        return settle(turn, id, recognised(turn, listed.channel(), listed.word(), people));
    }

    List<PersonId> people(Handle handle, ChannelId channel, Word word) {
        return word.sender()
                .map(s -> addresses.people(handle, channel, s))
                .orElseGet(() -> word.person().stream().toList());
    }

    private boolean recognised(Turn turn, ChannelId channel, Word word, List<PersonId> people) {
        return handlers.stream()
                .anyMatch(handler -> handler.recognises(turn, channel, word, people));
    }

    private boolean settle(Turn turn, long id, boolean recognised) {
        return turn.handle()
                        .createUpdate(
                                """
                                UPDATE inbound SET state = :state, settled_at = :now
                                WHERE id = :id AND state = 'stored'\
                                """)
                        .bind("id", id)
                        .bind("state", recognised ? "recognised" : "unrecognised")
                        .bind("now", ground.clock().millis())
                        .execute()
                == 1;
    }

    private List<Long> stored(Handle handle) {
        return handle.createQuery("SELECT id FROM inbound WHERE state = 'stored' ORDER BY id")
                .mapTo(Long.class)
                .list();
    }

    /// One that nobody recognised.
    ///
    /// @param shortened more was said than is kept
    /// @param more how many more words of this sender were counted, not kept
    record Listed(long id, ChannelId channel, Word word, boolean shortened, int more) {}

    /// What nobody recognised and nobody has read, newest first.
    List<Listed> unrecognised(Handle handle, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM inbound WHERE state = 'unrecognised' AND read_at IS NULL
                        ORDER BY id DESC LIMIT :most\
                        """)
                .bind("most", most)
                .map((row, context) -> listed(row))
                .list();
    }

    int countUnrecognised(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM inbound
                        WHERE state = 'unrecognised' AND read_at IS NULL\
                        """)
                .mapTo(Integer.class)
                .one();
    }

    boolean read(Turn turn, long id, Instant now) {
        return turn.handle()
                        .createUpdate(
                                """
                                UPDATE inbound SET read_at = :now WHERE id = :id
                                    AND state = 'unrecognised' AND read_at IS NULL\
                                """)
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private Listed listed(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        byte[] sender = row.getBytes("sender");
        long person = row.getLong("person");
        Optional<PersonId> who =
                row.wasNull() ? Optional.empty() : Optional.of(new PersonId(person));
        return new Listed(
                id,
                new ChannelId(row.getLong("channel")),
                new Word(
                        Optional.empty(),
                        Optional.ofNullable(sender)
                                .map(s -> ground.seal().open(place("sender", id), s)),
                        who,
                        ground.seal().open(place("text", id), row.getBytes("text")),
                        Instant.ofEpochMilli(row.getLong("received_at"))),
                row.getBoolean("shortened"),
                row.getInt("more"));
    }

    private static FieldSeal.Place place(String column, long id) {
        return new FieldSeal.Place("inbound", column, id);
    }
}
