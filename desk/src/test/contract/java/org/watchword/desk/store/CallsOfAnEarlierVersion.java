package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables of calls are made anew by a later version; what lay in them must come along.
class CallsOfAnEarlierVersion {
    @TempDir Path dir;

    @Test
    void come_along_with_all_their_fields() throws SQLException {
        Path file = dir.resolve("desk.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:migrations/sqlite")
                .target("4")
                .load()
                .migrate();
        try (Connection old = DriverManager.getConnection(url);
                var write = old.createStatement()) {
            write.executeUpdate(
                    """
                    INSERT INTO alarm (id, kind, ladder_id, since_at, raised_at, state, step, round,
                        reached, generation, touched_at)
                    VALUES (7, 'call', 1, 1, 1, 'held', 0, 1, 0, 3, 1)\
                    """);
            write.executeUpdate("INSERT INTO call VALUES (3, 7, 2, 1000)");
            write.executeUpdate("INSERT INTO call_field VALUES (5, 3, 'words', x'0102', 2, 1001)");
        }

        try (var store = Store.open(new SqliteEngine(file), new StoreContract.HeldReserve())) {
            assertEquals(
                    List.of("3 7 2 null 1000 5 words 0102 2 1001"),
                    store.read(handle ->
                            handle.createQuery(
                                            """
                                            SELECT c.id || ' ' || alarm_id || ' ' || logged_by || ' '
                                                || coalesce(channel_id, 'null') || ' ' || logged_at
                                                || ' ' || f.id || ' ' || field || ' ' || hex(text)
                                                || ' ' || saved_by || ' ' || saved_at
                                            FROM call c JOIN call_field f ON f.call_id = c.id\
                                            """)
                                    .mapTo(String.class)
                                    .list()));
            assertEquals(
                    List.of("call"),
                    store.read(handle ->
                            handle.createQuery(
                                            "SELECT \"table\" FROM pragma_foreign_key_list('call_field')")
                                    .mapTo(String.class)
                                    .list()),
                    "a field still belongs to a call");
        }
    }
}
