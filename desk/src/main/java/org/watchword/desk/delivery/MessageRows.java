package org.watchword.desk.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The rows of `message`.
final class MessageRows {
    private static final String LISTED =
            """
            id, idempotency_key, concerning, person, channel, address, state, reason, attempts,
            labelled, created_at, next_attempt_at, sent_at, settled_at\
            """;

    private final FieldSeal seal;
    private final OutsideAddresses outside;

    MessageRows(FieldSeal seal, KeyedHash hash) {
        this.seal = seal;
        this.outside = new OutsideAddresses(seal, hash);
    }

    OutsideAddresses outside() {
        return outside;
    }

    /// A message as a courier takes it up.
    ///
    /// @param outside where it goes when that is outside the team
    record Taken(
            MessageId id,
            Outcomes.About about,
            Language language,
            int attempts,
            boolean repeat,
            Supplier<Optional<String>> outside,
            Supplier<MessageText.Filled> text) {}

    boolean insert(Turn turn, NewMessage message, Instant now) {
        Handle handle = turn.handle();
        boolean known =
                handle.createQuery("SELECT 1 FROM message WHERE idempotency_key = :key")
                        .bind("key", message.key())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
        if (known) {
            return false;
        }
        long id = RowNumbers.next(turn, "message");
        return handle.createUpdate(
                                """
                                INSERT INTO message (id, idempotency_key, concerning, person,
                                    channel, address, language, state, created_at,
                                    next_attempt_at, subject, text, urgency, outside,
                                    outside_hash)
                                VALUES (:id, :key, :concerning, :person, :channel, :address,
                                    :language, 'queued', :now, :now, :subject, :text, :urgency,
                                    :outside, :outsideHash)
                                ON CONFLICT DO NOTHING\
                                """)
                        .bind("id", id)
                        .bind("key", message.key())
                        .bind("concerning", message.concerning())
                        .bind("person", message.person().value())
                        .bind("channel", message.address().channel().value())
                        .bind("address", message.address().id().value())
                        .bind("language", message.language().tag())
                        .bind("now", now.toEpochMilli())
                        .bind("subject", seal.seal(subjectPlace(id), message.text().subject()))
                        .bind("text", seal.seal(textPlace(id), message.text().text()))
                        .bind("urgency", message.urgency().word())
                        .bind("outside", outside.sealed(id, message.address()))
                        .bind("outsideHash", outside.hashed(message.address()))
                        .execute()
                == 1;
    }

    /// Opens the text when it is asked for: not on the writer's thread.
    private Supplier<MessageText.Filled> sealedText(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        byte[] subject = row.getBytes("subject");
        byte[] text = row.getBytes("text");
        return () ->
                new MessageText.Filled(
                        seal.open(subjectPlace(id), subject), seal.open(textPlace(id), text));
    }

    /// One that waits.
    record Waiting(MessageId id, boolean first) {}

    /// Those that wait: first rings before all others, never tried ones before the rest. The bare
    /// number behind `LIMIT` would be part of the plan, and be planned with anew each time.
    List<Waiting> waiting(Handle handle, ChannelId channel, int most) {
        return handle.createQuery(
                        """
                        SELECT id, urgency = 'first' AS is_first FROM message
                        WHERE channel = :channel AND state IN ('queued', 'repeat')
                        ORDER BY urgency <> 'first', attempts, id LIMIT max(0, :most)\
                        """)
                .bind("channel", channel.value())
                .bind("most", most)
                .map((row, context) ->
                        new Waiting(new MessageId(row.getLong("id")), row.getBoolean("is_first")))
                .list();
    }

    /// One that lies on a list to be told by hand.
    record ToTell(SentMessage message, MessageText.Filled text) {}

    /// What waits to be told by hand, oldest first.
    List<ToTell> toTell(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT * FROM message WHERE state = 'sent' AND forgotten_at IS NULL
                            AND channel IN (SELECT id FROM channel WHERE kind = :byHand)
                        ORDER BY id LIMIT :most\
                        """)
                .bind("byHand", PaperKind.NAME)
                .bind("most", Limits.MESSAGES_LISTED)
                .map((row, context) -> new ToTell(listed(row), sealedText(row).get()))
                .list();
    }

    /// How many wait for their gateway or to be told by hand, by channel.
    Map<ChannelId, Integer> countWaiting(Handle handle) {
        var counts = new HashMap<ChannelId, Integer>();
        handle.createQuery(
                        """
                        SELECT channel, count(*) AS n FROM message
                        WHERE state IN ('queued', 'repeat') GROUP BY channel\
                        """)
                .map((row, context) -> Map.entry(new ChannelId(row.getLong(1)), row.getInt(2)))
                .forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Integer::sum));
        return counts;
    }

    /// Marks one as handed over; empty when it no longer waits.
    Optional<Taken> take(Handle handle, MessageId id) {
        return handle.createQuery(
                        """
                        UPDATE message SET state = 'sending', attempts = attempts + 1,
                            labelled = CASE WHEN state = 'repeat' THEN 1 ELSE labelled END,
                            next_attempt_at = NULL
                        WHERE id = :id AND state IN ('queued', 'repeat')
                        RETURNING *\
                        """)
                .bind("id", id.value())
                .map((row, context) -> taken(row))
                .findOne();
    }

    /// Marks one as waiting again that was never handed over; the try does not count.
    void takeBack(Handle handle, MessageId id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE message SET attempts = attempts - 1,
                            state = CASE WHEN withdrawn_at IS NULL THEN 'queued'
                                ELSE 'withdrawn' END,
                            next_attempt_at = CASE WHEN withdrawn_at IS NULL THEN :now END,
                            settled_at = CASE WHEN withdrawn_at IS NOT NULL THEN :now END
                        WHERE id = :id AND state = 'sending'\
                        """)
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Stores what a hand-over came to; false when the row is no longer in that hand-over.
    boolean settle(Handle handle, Taken taken, Settling to, byte @Nullable [] gatewayHash) {
        return handle.createUpdate(
                                """
                                UPDATE message SET state = :state, reason = :reason,
                                    next_attempt_at = :next, gateway_hash = :gateway,
                                    parts = :parts,
                                    sent_at = CASE WHEN :state = 'sent' THEN :now ELSE sent_at END,
                                    settled_at = CASE WHEN :state IN ('queued', 'repeat')
                                        THEN NULL ELSE :now END
                                WHERE id = :id AND state = 'sending' AND attempts = :attempts\
                                """)
                        .bind("id", taken.id().value())
                        .bind("attempts", taken.attempts())
                        .bind("state", to.state().word())
                        .bind("reason", to.reason() == null ? null : to.reason().name())
                        .bind("next", to.nextAt() == null ? null : to.nextAt().toEpochMilli())
                        .bind("gateway", gatewayHash)
                        .bind("parts", to.parts())
                        .bind("now", to.now().toEpochMilli())
                        .execute()
                == 1;
    }

    /// What a row becomes.
    ///
    /// @param parts as how many messages the carrier counts it
    record Settling(
            MessageState state,
            @Nullable Reason reason,
            @Nullable Instant nextAt,
            Instant now,
            int parts) {}

    boolean withdrawn(Handle handle, MessageId id) {
        return handle.createQuery("SELECT withdrawn_at IS NOT NULL FROM message WHERE id = :id")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Those found half handed over at the start go out again, labelled. The try that was cut short
    /// is not counted: when the next one is refused it is the first that anybody is told of.
    int repeatHalfHanded(Handle handle, Instant now) {
        return handle.createUpdate(
                        """
                        UPDATE message SET next_attempt_at = :now, attempts = max(attempts - 1, 0),
                            state = CASE WHEN withdrawn_at IS NULL THEN 'repeat'
                                ELSE 'withdrawn' END,
                            settled_at = CASE WHEN withdrawn_at IS NULL THEN NULL ELSE :now END
                        WHERE state = 'sending'\
                        """)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Withdraws what has not left, or lies on a list to be told by hand.
    int withdraw(Handle handle, String concerning, @Nullable PersonId person, Instant now) {
        return handle.createUpdate(
                        """
                        UPDATE message SET withdrawn_at = :now,
                            state = CASE WHEN state = 'sending' THEN state ELSE 'withdrawn' END,
                            settled_at = CASE WHEN state = 'sending' THEN NULL ELSE :now END,
                            next_attempt_at = NULL
                        WHERE concerning = :concerning AND withdrawn_at IS NULL
                            AND (:person IS NULL OR person = :person)
                            AND (state IN ('queued', 'repeat', 'sending') OR (state = 'sent'
                                AND channel IN (SELECT id FROM channel WHERE kind = :byHand)))\
                        """)
                .bind("concerning", concerning)
                .bind("person", person == null ? null : person.value())
                .bind("byHand", PaperKind.NAME)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Marks one that went out as told.
    Optional<Outcomes.About> told(Handle handle, MessageId id, Instant now) {
        return handle.createQuery(
                        """
                        UPDATE message SET state = 'delivered', settled_at = :now
                        WHERE id = :id AND state = 'sent'
                        RETURNING *\
                        """)
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> about(row))
                .findOne();
    }

    List<SentMessage> concerning(Handle handle, String concerning) {
        return handle.createQuery(
                        "SELECT " + LISTED + " FROM message WHERE concerning = :c ORDER BY id")
                .bind("c", concerning)
                .map((row, context) -> listed(row))
                .list();
    }

    List<SentMessage> newest(Handle handle, PersonId person, int most) {
        return handle.createQuery(
                        "SELECT "
                                + LISTED
                                + " FROM message WHERE person = :p ORDER BY id DESC LIMIT :most")
                .bind("p", person.value())
                .bind("most", most)
                .map((row, context) -> listed(row))
                .list();
    }

    private Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                new MessageId(row.getLong("id")),
                about(row),
                new Language(row.getString("language")),
                row.getInt("attempts"),
                row.getBoolean("labelled"),
                outside.of(row),
                sealedText(row));
    }

    static Outcomes.About about(ResultSet row) throws SQLException {
        return new Outcomes.About(
                row.getString("concerning"),
                row.getString("idempotency_key"),
                new PersonId(row.getLong("person")),
                new ChannelId(row.getLong("channel")),
                new AddressId(row.getLong("address")));
    }

    private static SentMessage listed(ResultSet row) throws SQLException {
        Outcomes.About about = about(row);
        return new SentMessage(
                new MessageId(row.getLong("id")),
                about.key(),
                about.concerning(),
                about.person(),
                about.channel(),
                about.address(),
                MessageState.of(row.getString("state")),
                Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
                row.getInt("attempts"),
                row.getBoolean("labelled"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "next_attempt_at"),
                instant(row, "sent_at"),
                instant(row, "settled_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static FieldSeal.Place subjectPlace(long id) {
        return new FieldSeal.Place("message", "subject", id);
    }

    private static FieldSeal.Place textPlace(long id) {
        return new FieldSeal.Place("message", "text", id);
    }
}
