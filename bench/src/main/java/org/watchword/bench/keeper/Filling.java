package org.watchword.bench.keeper;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.watchword.desk.basis.FieldSeal;

/// Writes rows as the rooms `watch` and `watch.silence` would.
record Filling(Connection rows, FieldSeal seal) {
    private static final int AT_ONCE = 10_000;

    private static final String CODENAME =
            "INSERT OR IGNORE INTO codename (id, name, name_hash, made_at) VALUES (?, ?, ?, 0)";
    private static final String WATCH =
            """
            INSERT OR REPLACE INTO watch (id, label, schedule, reminder_seconds, grace_seconds,
                anyone, drill, state, edition, due_at, generation, timer_kind,
                timer_at, touched_at, made_at)
            VALUES (?, ?, ?, 0, ?, 0, 0, 'armed', 1, ?, 2, 'silence', ?, 0, 0)\
            """;
    private static final String EAR =
            "INSERT OR IGNORE INTO watch_codename (watch_id, codename_id) VALUES (?, ?)";
    private static final String NUMBERS =
            """
            INSERT INTO row_number (table_name, last) VALUES (?, ?)
            ON CONFLICT (table_name) DO UPDATE SET last = excluded.last\
            """;
    private static final String DUE =
            """
            UPDATE watch SET due_at = ?, timer_at = ? WHERE id = ?\
            """;

    /// The next that are made through the rooms come after these.
    private void numbers(int watches) throws SQLException {
        try (PreparedStatement update = rows.prepareStatement(NUMBERS)) {
            for (String table : List.of("watch", "codename")) {
                update.setString(1, table);
                update.setLong(2, FilledDesk.FIRST + watches);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void fill(int watches) throws SQLException {
        numbers(watches);
        String schedule = scheduleOfTheFirst();
        Times far = Times.of(Timers.far());
        try (PreparedStatement codename = rows.prepareStatement(CODENAME);
                PreparedStatement watch = rows.prepareStatement(WATCH);
                PreparedStatement ear = rows.prepareStatement(EAR)) {
            for (int i = 0; i < watches; i++) {
                long id = FilledDesk.FIRST + i;
                codename(codename, id);
                watch(watch, id, schedule, far);
                ear.setLong(1, id);
                ear.setLong(2, id);
                ear.addBatch();
                if (i % AT_ONCE == AT_ONCE - 1 || i == watches - 1) {
                    codename.executeBatch();
                    watch.executeBatch();
                    ear.executeBatch();
                    rows.commit();
                }
            }
        }
    }

    /// A watch's times, from when it rings if nobody was heard.
    private record Times(long due, long overdue) {
        static Times of(Instant overdue) {
            Instant due = overdue.minus(FilledDesk.GRACE);
            return new Times(due.toEpochMilli(), overdue.toEpochMilli());
        }
    }

    static void due(Connection rows, Timers timers) throws SQLException {
        try (PreparedStatement update = rows.prepareStatement(DUE)) {
            for (int i = timers.checkingIn(); i < timers.all(); i++) {
                Times times = Times.of(timers.when(i));
                update.setLong(1, times.due());
                update.setLong(2, times.overdue());
                update.setLong(3, FilledDesk.FIRST + i);
                update.addBatch();
            }
            update.executeBatch();
            rows.commit();
        }
    }

    private String scheduleOfTheFirst() throws SQLException {
        String first = "SELECT schedule FROM watch WHERE id = " + FilledDesk.FIRST;
        try (var statement = rows.createStatement();
                var found = statement.executeQuery(first)) {
            found.next();
            return seal.open(
                    new FieldSeal.Place("watch", "schedule", FilledDesk.FIRST), found.getBytes(1));
        }
    }

    private void codename(PreparedStatement insert, long id) throws SQLException {
        insert.setLong(1, id);
        insert.setBytes(2, seal.seal(new FieldSeal.Place("codename", "name", id), "W" + id));
        insert.setBytes(3, ("hash of " + id).getBytes(StandardCharsets.UTF_8));
        insert.addBatch();
    }

    private void watch(PreparedStatement insert, long id, String schedule, Times times)
            throws SQLException {
        insert.setLong(1, id);
        insert.setBytes(2, seal.seal(new FieldSeal.Place("watch", "label", id), "bench"));
        insert.setBytes(3, seal.seal(new FieldSeal.Place("watch", "schedule", id), schedule));
        insert.setLong(4, FilledDesk.GRACE.toSeconds());
        insert.setLong(5, times.due());
        insert.setLong(6, times.overdue());
        insert.addBatch();
    }
}
