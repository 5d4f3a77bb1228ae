package org.watchword.desk.watch;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The rows of `answer_code` and `answer_link`: what stands in a message so that its receiver can
/// answer without a session. A link's token has 128 bits, so guessing one is hopeless however fast
/// somebody asks; only its keyed hash is kept.
final class AnswerKeys {
    private static final String TOKEN_DOMAIN = "watch/answer-token";
    private static final String CODE_DOMAIN = "watch/answer-code";
    private static final int TOKEN_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int CODES = 1_000_000;
    private static final int DIGITS = 100;

    /// How often another code is drawn when one is taken already.
    private static final int DRAWS = 50;

    /// How long a link that is good no more is still known, so that it can say why.
    private static final Duration KNOWN_AFTERWARDS = Duration.ofDays(1);

    private final FieldSeal seal;
    private final KeyedHash hash;
    private final RandomGenerator random;

    /// @param random must be one that nobody can foretell
    AnswerKeys(FieldSeal seal, KeyedHash hash, RandomGenerator random) {
        this.seal = seal;
        this.hash = hash;
        this.random = random;
    }

    /// A link as it goes into one message, and never anywhere else.
    record Minted(String token, String digits) {
        @Override
        public String toString() {
            return "link";
        }
    }

    /// A new link. Earlier ones of the same person stay good until they expire.
    Minted link(Turn turn, AlarmId alarm, PersonId person, Language language, Instant now) {
        forget(turn.handle(), now);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String digits = String.format(Locale.ROOT, "%02d", random.nextInt(DIGITS));
        long id = RowNumbers.next(turn, "answer_link");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO answer_link (id, token_hash, alarm_id, person_id, digits,
                            language, expires_at)
                        VALUES (:id, :hash, :alarm, :person, :digits, :language, :expires)\
                        """)
                .bind("id", id)
                .bind("hash", hashed(TOKEN_DOMAIN, token))
                .bind("alarm", alarm.value())
                .bind("person", person.value())
                .bind("digits", seal.seal(place("answer_link", "digits", id), digits))
                .bind("language", language.tag())
                .bind("expires", now.plus(Limits.ANSWER_LINK).toEpochMilli())
                .execute();
        return new Minted(token, digits);
    }

    private static void forget(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM answer_link WHERE expires_at < :before")
                .bind("before", now.minus(KNOWN_AFTERWARDS).toEpochMilli())
                .execute();
    }

    /// A link as it is kept.
    record Link(
            long id,
            AlarmId alarm,
            PersonId person,
            String digits,
            Language language,
            int wrongDigits,
            boolean used,
            Instant expiresAt) {
        boolean dead() {
            return wrongDigits >= Limits.WRONG_DIGITS;
        }

        @Override
        public String toString() {
            return "link " + id;
        }
    }

    /// Empty for a token that is none, or none that is known.
    Optional<Link> find(Handle handle, String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return handle.createQuery("SELECT * FROM answer_link WHERE token_hash = :hash")
                .bind("hash", hashed(TOKEN_DOMAIN, token))
                .map((row, _) -> link(row))
                .findOne();
    }

    private Link link(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Link(
                id,
                new AlarmId(row.getLong("alarm_id")),
                new PersonId(row.getLong("person_id")),
                seal.openOr(place("answer_link", "digits", id), row.getBytes("digits"), ""),
                new Language(row.getString("language")),
                row.getInt("wrong_digits"),
                AlarmRows.number(row, "used_at").isPresent(),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }

    void wrongDigits(Handle handle, Link link) {
        handle.createUpdate("UPDATE answer_link SET wrong_digits = wrong_digits + 1 WHERE id = :id")
                .bind("id", link.id())
                .execute();
    }

    void used(Handle handle, Link link, Instant now) {
        handle.createUpdate("UPDATE answer_link SET used_at = :now WHERE id = :id")
                .bind("id", link.id())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// The six digits of this person for this alarm, the same in every message of it; empty where
    /// they cannot be read any more, which must keep nobody from being rung.
    Optional<String> code(Turn turn, AlarmId alarm, PersonId person) {
        return kept(turn.handle(), alarm, person)
                .or(() -> Optional.of(newCode(turn, alarm, person)))
                .filter(code -> !code.isEmpty());
    }

    private Optional<String> kept(Handle handle, AlarmId alarm, PersonId person) {
        return handle.createQuery(
                        """
                        SELECT id, code FROM answer_code
                        WHERE alarm_id = :alarm AND person_id = :person\
                        """)
                .bind("alarm", alarm.value())
                .bind("person", person.value())
                .map((row, _) ->
                        seal.openOr(
                                place("answer_code", "code", row.getLong("id")),
                                row.getBytes("code"),
                                ""))
                .findOne();
    }

    private String newCode(Turn turn, AlarmId alarm, PersonId person) {
        String code = draw();
        for (int i = 0; i < DRAWS && !holders(turn.handle(), code).isEmpty(); i++) {
            code = draw();
        }
        long id = RowNumbers.next(turn, "answer_code");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO answer_code (id, alarm_id, person_id, code, code_hash)
                        VALUES (:id, :alarm, :person, :code, :hash)\
                        """)
                .bind("id", id)
                .bind("alarm", alarm.value())
                .bind("person", person.value())
                .bind("code", seal.seal(place("answer_code", "code", id), code))
                .bind("hash", hashed(CODE_DOMAIN, code))
                .execute();
        return code;
    }

    private String draw() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
    }

    /// Whose code it is, for which alarm.
    record Holder(AlarmId alarm, PersonId person, int wrongCodes) {
        boolean dead() {
            return wrongCodes >= Limits.WRONG_CODES;
        }
    }

    /// All to whom this code was ever given, the newest first; as good as always one at most.
    List<Holder> holders(Handle handle, String code) {
        return handle.createQuery(
                        "SELECT * FROM answer_code WHERE code_hash = :hash ORDER BY id DESC")
                .bind("hash", hashed(CODE_DOMAIN, code))
                .map((row, _) -> holder(row))
                .list();
    }

    /// The open alarms for which this person has a code.
    List<Holder> openOf(Handle handle, PersonId person) {
        return handle.createQuery(
                        """
                        SELECT c.* FROM answer_code c JOIN alarm a ON a.id = c.alarm_id
                        WHERE c.person_id = :person AND a.state <> 'closed' ORDER BY c.id\
                        """)
                .bind("person", person.value())
                .map((row, _) -> holder(row))
                .list();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                new AlarmId(row.getLong("alarm_id")),
                new PersonId(row.getLong("person_id")),
                row.getInt("wrong_codes"));
    }

    void wrongCode(Handle handle, Holder holder) {
        handle.createUpdate(
                        """
                        UPDATE answer_code SET wrong_codes = wrong_codes + 1
                        WHERE alarm_id = :alarm AND person_id = :person\
                        """)
                .bind("alarm", holder.alarm().value())
                .bind("person", holder.person().value())
                .execute();
    }

    /// Whether this sentence is said for the first time; from now on it was.
    boolean saidFirst(Handle handle, Holder to, String what, Instant now) {
        return handle.createUpdate(
                                """
                                INSERT INTO answer_said (alarm_id, person_id, what, said_at)
                                VALUES (:alarm, :person, :what, :now) ON CONFLICT DO NOTHING\
                                """)
                        .bind("alarm", to.alarm().value())
                        .bind("person", to.person().value())
                        .bind("what", what)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// No link and no code of before is good any more; the next message brings new ones.
    static void endAll(Handle handle) {
        handle.execute("DELETE FROM answer_link");
        handle.execute("DELETE FROM answer_code");
    }

    private byte[] hashed(String domain, String text) {
        return hash.of(domain, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static FieldSeal.Place place(String table, String column, long row) {
        return new FieldSeal.Place(table, column, row);
    }
}
