package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.FieldSeal;
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
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final String HASH_DOMAIN = "delivery/gateway-id";

    private static final String SENDER_DOMAIN = "delivery/sender";
    private static final String PLACE_DOMAIN = "delivery/heard-at";

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
        understandWhatIsStored();
        store.onLost(this::understandWhatIsStored);
    }

    private void understandWhatIsStored() {
        store.read(this::stored).forEach(this::understandSoon);
    }

    @Override
    public void keep(ChannelId channel, Word word) {
        HeardWord heard = HeardWord.of(word);
        var asked = new AtomicBoolean();
        try {
            store.writer()
                    .write(Lane.FIRST, turn -> keep(turn, channel, heard, asked))
                    .ifPresent(this::understandSoon);
        } catch (RuntimeException e) {
            if (!asked.get() || isForLater(e)) {
                throw e;
            }
            LOG.error("a word in a flood was not understood: {}", e.getClass().getName());
            store.writer()
                    .write(Lane.FIRST, turn -> insert(turn, channel, heard.brief()))
                    .ifPresent(this::understandSoon);
        }
    }

    /// What a handler cannot take in would come again from its gateway for ever, and hold up
    /// whatever stands behind it; a store that has no room now may have it later.
    private static boolean isForLater(RuntimeException error) {
        return error instanceof StoreUnavailable unavailable
                && unavailable.why() != StoreUnavailable.Cause.BROKEN;
    }

    /// Empty when nothing is left to be understood.
    ///
    /// @param asked set once handlers are asked in this very turn
    private Optional<Long> keep(
            Turn turn, ChannelId channel, HeardWord heard, AtomicBoolean asked) {
        Word word = heard.word();
        Optional<byte[]> sender = word.sender().map(this::hashedSender);
        List<PersonId> people = people(turn.handle(), channel, word);
        if (sender.isPresent() && Flood.ofOne(turn.handle(), channel, sender.get(), word)) {
            asked.set(true);
            if (recognised(turn, channel, word, people)) {
                insert(turn, channel, heard).ifPresent(id -> settle(turn, id, true));
            } else {
                Flood.countOneMore(turn.handle(), channel, sender.get());
            }
            return Optional.empty();
        }
        if (!people.isEmpty()
                || word.person().isPresent()
                || !Flood.ofMany(turn.handle(), channel, word)) {
            return insert(turn, channel, heard);
        }
        asked.set(true);
        HeardWord brief = heard.brief();
        Optional<Long> id = insert(turn, channel, brief);
        id.ifPresent(one ->
                settle(
                        turn,
                        one,
                        recognised(turn, channel, word, people)
                                || takenAnyway(turn, channel, brief.word(), people)));
        return Optional.empty();
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
    public Instant since(ChannelId channel, String place) {
        byte[] hash = ground.hash().of(PLACE_DOMAIN, place.getBytes(StandardCharsets.UTF_8));
        return store.writer()
                .write(
                        Lane.FIRST,
                        turn -> Hearing.since(turn, channel, hash, ground.clock().instant()));
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
        ground.pace().later("understand-" + id, AGAIN, () -> understandSoon(id));
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
        return settle(
                turn,
                id,
                recognised(turn, listed.channel(), listed.word(), people)
                        || takenAnyway(turn, listed.channel(), listed.word(), people));
    }

    List<PersonId> people(Handle handle, ChannelId channel, Word word) {
        return word.sender()
                .map(s -> addresses.people(handle, channel, s))
                .orElseGet(() -> word.person().stream().toList());
    }

    /// Whether somebody knows what it means.
    private boolean recognised(Turn turn, ChannelId channel, Word word, List<PersonId> people) {
        return handlers.stream()
                .filter(handler -> !handler.lastResort())
                .anyMatch(handler -> handler.recognises(turn, channel, word, people));
    }

    /// Whether somebody takes what nobody understood.
    private boolean takenAnyway(Turn turn, ChannelId channel, Word word, List<PersonId> people) {
        return handlers.stream()
                .filter(Handler::lastResort)
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
