package org.watchword.story.torture;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.FieldSeal;

/// What lies in a desk's database file, as a stranger reads it who has the desk's key.
///
/// @param broken what is wrong with the file itself; empty when it is whole
/// @param people their names, by number
/// @param facts how often each thing that people said stands there: see {@link Deed#fact}
record Kept(
        String broken,
        Map<Long, String> people,
        Map<String, Integer> facts,
        Map<Long, Alarm> alarms,
        List<Message> messages,
        List<Ring> rings,
        List<Firing> firings) {
    /// @param raiser his number; 0 where nobody raised it
    /// @param eventful something came into it by which people are rung who are not on it
    record Alarm(long id, String kind, String state, long raiser, boolean eventful) {
        boolean open() {
            return !state.equals("closed");
        }
    }

    record Message(String key, String state, long person) {}

    record Ring(long alarm, long person, Instant at) {}

    /// A word that did not come.
    record Firing(String codename, Instant due, long alarm) {}

    private static final String FACTS =
            """
            SELECT 'call ' AS what, f.id, f.text, 'call_field' AS place
                FROM call_field f WHERE f.field = 'words'
            UNION ALL SELECT 'note ' || alarm_id || ' ', id, text, 'alarm_log'
                FROM alarm_log WHERE kind = 'note'
            UNION ALL SELECT 'end ' || alarm_id || ' ', id, text, 'alarm_statement'
                FROM alarm_statement
            UNION ALL SELECT 'handover ', id, text, 'handover_note' FROM handover_note\
            """;

    private static final String COUNTS =
            """
            SELECT CASE WHEN kind = 'unproven-link' THEN 'link ' ELSE 'on-it ' END AS what,
                    alarm_id, person_id, count(*) AS n
                FROM alarm_log WHERE kind IN ('acknowledged', 'still-on-it', 'unproven-link')
                GROUP BY 1, 2, 3\
            """;

    private static final String WORDS =
            """
            SELECT (SELECT count(*) FROM check_in WHERE way = 0)
                + (SELECT coalesce(sum(count), 0) FROM check_in_day WHERE way = 0)\
            """;

    private static final String ALARMS =
            """
            SELECT id, kind, state, coalesce(raiser_id, 0) AS raiser, EXISTS (
                SELECT 1 FROM alarm_log l WHERE l.alarm_id = alarm.id AND l.kind IN ('help-word',
                    'do-not-call', 'silence-joined', 'late-word', 'contact', 'call-added',
                    'rings-again', 'passed-on', 'lapsed', 'unproven-lapsed', 'lead-answered')
                ) AS eventful
            FROM alarm\
            """;

    /// How often a fact stands there.
    int count(String fact) {
        return facts.getOrDefault(fact, 0);
    }

    long person(String name) {
        return people.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    List<Alarm> openAlarms() {
        return alarms.values().stream().filter(Alarm::open).toList();
    }

    /// Reads a file that nobody writes to, or reads beside the desk that does.
    static Kept read(Path database, FieldSeal seal, boolean whole) {
        String url = "jdbc:sqlite:file:" + database.toAbsolutePath();
        try (var connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("PRAGMA query_only = true");
            return new Reading(connection, seal).all(whole);
        } catch (SQLException e) {
            return new Kept(
                    "" + e.getMessage(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private record Reading(Connection connection, FieldSeal seal) {
        /// One row becomes one thing.
        @FunctionalInterface
        interface Row<T> {
            T of(ResultSet row) throws SQLException;
        }

        Kept all(boolean whole) throws SQLException {
            String broken = whole ? integrity() : "";
            Map<Long, String> people = new HashMap<>();
            list(
                    "SELECT id, name FROM person",
                    r -> people.put(r.getLong("id"), text(r, "person", "name")));
            Map<Long, Alarm> alarms = new HashMap<>();
            list(ALARMS, Reading::alarm).forEach(alarm -> alarms.put(alarm.id(), alarm));
            return new Kept(
                    broken,
                    people,
                    facts(people),
                    alarms,
                    list("SELECT idempotency_key, state, person FROM message", Reading::message),
                    list("SELECT alarm_id, person_id, rung_at FROM alarm_ring", Reading::ring),
                    list(
                            """
                            SELECT c.id, c.name, f.due_at, f.alarm_id FROM watch_firing f
                            JOIN watch_codename w ON w.watch_id = f.watch_id
                            JOIN codename c ON c.id = w.codename_id\
                            """,
                            this::firing));
        }

        private String integrity() throws SQLException {
            var said = list("PRAGMA integrity_check(3)", r -> r.getString(1));
            return said.equals(List.of("ok")) ? "" : String.join("; ", said);
        }

        private Map<String, Integer> facts(Map<Long, String> people) throws SQLException {
            Map<String, Integer> facts = new HashMap<>();
            list(
                    FACTS,
                    r ->
                            facts.merge(
                                    r.getString("what") + text(r, r.getString("place"), "text"),
                                    1,
                                    Integer::sum));
            list(
                    COUNTS,
                    r ->
                            facts.put(
                                    r.getString("what")
                                            + r.getLong("alarm_id")
                                            + " "
                                            + people.get(r.getLong("person_id")),
                                    r.getInt("n")));
            facts.put(Deed.WORD, list(WORDS, r -> r.getInt(1)).getFirst());
            return facts;
        }

        private static Alarm alarm(ResultSet row) throws SQLException {
            return new Alarm(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("state"),
                    row.getLong("raiser"),
                    row.getBoolean("eventful"));
        }

        private static Message message(ResultSet row) throws SQLException {
            return new Message(
                    row.getString("idempotency_key"), row.getString("state"), row.getLong(3));
        }

        private static Ring ring(ResultSet row) throws SQLException {
            return new Ring(
                    row.getLong("alarm_id"),
                    row.getLong("person_id"),
                    Instant.ofEpochMilli(row.getLong("rung_at")));
        }

        private Firing firing(ResultSet row) throws SQLException {
            return new Firing(
                    text(row, "codename", "name"),
                    Instant.ofEpochMilli(row.getLong("due_at")),
                    row.getLong("alarm_id"));
        }

        private String text(ResultSet row, String table, String column) throws SQLException {
            var place = new FieldSeal.Place(table, column, row.getLong("id"));
            return Optional.ofNullable(row.getBytes(column))
                    .map(sealed -> seal.openOr(place, sealed, "?"))
                    .orElse("");
        }

        private <T> List<T> list(String sql, Row<T> row) throws SQLException {
            List<T> all = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    all.add(row.of(rows));
                }
            }
            return all;
        }
    }
}
