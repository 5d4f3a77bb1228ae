package org.watchword.desk.watch;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.watchword.desk.basis.PersonId;

/// The rows of `alarm_codename` and `silence_key`, and the columns of `alarm` about words: whom an
/// alarm is about, and what came from them.
final class SignRows {
    /// How many keys are looked up by one question.
    private static final int KEYS_AT_ONCE = 500;

    private static final String HELP = "help";
    private static final String DO_NOT_CALL = "speak-to-lead";

    static Signs of(Handle handle, AlarmId id, ResultSet row) throws SQLException {
        return new Signs(about(handle, id), AlarmRows.instant(row, "holds_until"), lead(row));
    }

    static List<Signs.About> about(Handle handle, AlarmId id) {
        return handle.createQuery(
                        "SELECT * FROM alarm_codename WHERE alarm_id = :id ORDER BY codename_id")
                .bind("id", id.value())
                .map((row, _) ->
                        new Signs.About(
                                new CodenameId(row.getLong("codename_id")),
                                Instant.ofEpochMilli(row.getLong("since_at")),
                                AlarmRows.instant(row, "late_word_at"),
                                AlarmRows.instant(row, "contact_at")))
                .list();
    }

    private static Optional<Signs.Lead> lead(ResultSet row) throws SQLException {
        String under = row.getString("under_lead");
        return under == null
                ? Optional.empty()
                : Optional.of(
                        new Signs.Lead(
                                under.equals(DO_NOT_CALL),
                                AlarmRows.number(row, "lead_answered").map(PersonId::new),
                                AlarmRows.instant(row, "lead_rings_at"),
                                row.getInt("lead_rings"),
                                row.getInt("said_before")));
    }

    /// The columns of `alarm`, for its own UPDATE.
    static final String COLUMNS =
            """
            holds_until = :holds, under_lead = :under, lead_answered = :leadAnswered,
            lead_rings_at = :leadRingsAt, lead_rings = :leadRings, said_before = :saidBefore\
            """;

    static Update bind(Update update, Signs signs) {
        Optional<Signs.Lead> lead = signs.lead();
        return update.bind("holds", signs.holdsUntil().map(Instant::toEpochMilli).orElse(null))
                .bind("under", lead.map(l -> l.doNotCall() ? DO_NOT_CALL : HELP).orElse(null))
                .bind(
                        "leadAnswered",
                        lead.flatMap(Signs.Lead::answeredBy).map(PersonId::value).orElse(null))
                .bind(
                        "leadRingsAt",
                        lead.flatMap(Signs.Lead::ringsAt).map(Instant::toEpochMilli).orElse(null))
                .bind("leadRings", lead.map(Signs.Lead::rings).orElse(0))
                .bind("saidBefore", lead.map(Signs.Lead::saidBefore).orElse(0));
    }

    /// Keeps what has changed about those whom it is about.
    static void save(Handle handle, Alarm before, Alarm after) {
        if (before.signs().about().equals(after.signs().about())) {
            return;
        }
        // Sets: an incident may be about twenty thousand.
        var was = new HashSet<>(before.signs().about());
        var is = after.signs().about().stream().map(Signs.About::who).collect(toSet());
        insert(
                handle,
                after.id(),
                after.signs().about().stream().filter(one -> !was.contains(one)).toList(),
                after.clockwork().touchedAt());
        before.signs().about().stream()
                .filter(one -> !is.contains(one.who()))
                .forEach(one -> remove(handle, after.id(), one.who()));
    }

    static void insert(Handle handle, AlarmId id, List<Signs.About> about, Instant now) {
        if (about.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch(
                        """
                        INSERT INTO alarm_codename (alarm_id, codename_id, since_at, joined_at,
                            late_word_at, contact_at)
                        VALUES (:id, :who, :since, :now, :late, :contact)
                        ON CONFLICT (alarm_id, codename_id) DO UPDATE SET late_word_at = :late,
                            contact_at = :contact\
                        """);
        for (Signs.About one : about) {
            batch.bind("id", id.value())
                    .bind("who", one.who().value())
                    .bind("since", one.since().toEpochMilli())
                    .bind("now", now.toEpochMilli())
                    .bind("late", one.lateWord().map(Instant::toEpochMilli).orElse(null))
                    .bind("contact", one.contact().map(Instant::toEpochMilli).orElse(null))
                    .add();
        }
        batch.execute();
    }

    private static void remove(Handle handle, AlarmId id, CodenameId who) {
        handle.createUpdate(
                        "DELETE FROM alarm_codename WHERE alarm_id = :id AND codename_id = :who")
                .bind("id", id.value())
                .bind("who", who.value())
                .execute();
    }

    /// A call is about somebody else than was thought. Whose silence has joined it stays.
    static void rename(Handle handle, AlarmId id, Optional<CodenameId> to, Instant since) {
        handle.createUpdate(
                        """
                        DELETE FROM alarm_codename WHERE alarm_id = :id
                            AND codename_id = (SELECT codename_id FROM alarm WHERE id = :id)
                            AND NOT EXISTS (SELECT 1 FROM alarm_log l WHERE l.alarm_id = :id
                                AND l.codename_id = alarm_codename.codename_id
                                AND l.kind = :joined)\
                        """)
                .bind("id", id.value())
                .bind("joined", LogKind.SILENCE_JOINED.word())
                .execute();
        insert(handle, id, to.map(who -> Signs.About.of(who, since)).stream().toList(), since);
    }

    /// The open alarms about this code-name, the oldest first.
    static List<AlarmId> openAbout(Handle handle, CodenameId who, boolean drill) {
        return handle.createQuery(
                        """
                        SELECT a.id FROM alarm a JOIN alarm_codename c ON c.alarm_id = a.id
                        WHERE c.codename_id = :who AND a.state <> 'closed' AND a.drill = :drill
                        ORDER BY a.id\
                        """)
                .bind("who", who.value())
                .bind("drill", drill ? 1 : 0)
                .map((row, _) -> new AlarmId(row.getLong("id")))
                .list();
    }

    /// Which of these code-names an open alarm is about.
    static Set<CodenameId> covered(Handle handle, Collection<CodenameId> who, boolean drill) {
        var covered = new HashSet<CodenameId>();
        var numbers = who.stream().map(CodenameId::value).distinct().toList();
        for (List<Long> some : inParts(numbers)) {
            handle.createQuery(
                            """
                            SELECT DISTINCT c.codename_id FROM alarm_codename c
                            JOIN alarm a ON a.id = c.alarm_id
                            WHERE c.codename_id IN (<who>)
                                AND a.state <> 'closed' AND a.drill = :drill\
                            """)
                    .bindList("who", some)
                    .bind("drill", drill ? 1 : 0)
                    .mapTo(Long.class)
                    .forEach(one -> covered.add(new CodenameId(one)));
        }
        return covered;
    }

    private static <T> List<List<T>> inParts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE)));
        }
        return parts;
    }

    static List<AlarmId> openDrills(Handle handle) {
        return handle.createQuery(
                        "SELECT id FROM alarm WHERE state <> 'closed' AND drill = 1 ORDER BY id")
                .map((row, _) -> new AlarmId(row.getLong("id")))
                .list();
    }

    static boolean somethingRealIsOpen(Handle handle) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM alarm WHERE state <> 'closed' AND drill = 0)")
                .mapTo(Boolean.class)
                .one();
    }

    /// Which alarm that silence has raised or joined.
    static Optional<AlarmId> keyed(Handle handle, String key) {
        return handle.createQuery("SELECT alarm_id FROM silence_key WHERE key = :key")
                .bind("key", key)
                .map((row, _) -> new AlarmId(row.getLong("alarm_id")))
                .findOne();
    }

    /// Which of these keys have raised or joined something.
    static Set<String> known(Handle handle, List<String> keys) {
        var known = new HashSet<String>();
        for (List<String> some : inParts(keys)) {
            known.addAll(
                    handle.createQuery("SELECT key FROM silence_key WHERE key IN (<keys>)")
                            .bindList("keys", some)
                            .mapTo(String.class)
                            .list());
        }
        return known;
    }

    static void keepKeys(Handle handle, List<String> keys, AlarmId alarm, Instant now) {
        if (keys.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch(
                        """
                        INSERT INTO silence_key (key, alarm_id, at) VALUES (:key, :alarm, :now)
                        ON CONFLICT (key) DO UPDATE SET alarm_id = :alarm\
                        """);
        for (String key : keys) {
            batch.bind("key", key)
                    .bind("alarm", alarm.value())
                    .bind("now", now.toEpochMilli())
                    .add();
        }
        batch.execute();
    }

    private SignRows() {}
}
