package org.watchword.story.seized;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ADatabaseWithoutItsKey {
    private static final String LIST =
            """
            | Table | Readable columns |
            |---|---|
            | alarm | id, raised_at, kind |
            """;

    @TempDir private Path dir;
    private Path list;

    @BeforeEach
    void a_list() throws IOException {
        list = Files.writeString(dir.resolve("list.md"), LIST);
    }

    @Test
    void shows_a_value_of_each_column_that_is_no_bytes_and_no_bytes() throws Exception {
        made(
                "CREATE TABLE alarm (id INTEGER, raised_at INTEGER, kind TEXT, where_to BLOB)",
                "INSERT INTO alarm VALUES (7, 1612440040000, NULL, x'6f616b')",
                "INSERT INTO alarm VALUES (8, 1612440041000, 'call', x'6f616b')",
                "CREATE TABLE flyway_schema_history (version TEXT)");
        assertEquals(
                new InClear(
                        List.of(
                                new InClear.Table(
                                        "alarm",
                                        2,
                                        Map.of(
                                                "id", "7",
                                                "raised_at", "2021-02-04T12:00:40Z",
                                                "kind", "call"))),
                        Set.of()),
                InClear.of(database(), list));
    }

    @Test
    void tells_of_every_column_in_clear_that_stands_on_no_list() throws Exception {
        made(
                "CREATE TABLE alarm (id INTEGER, note TEXT)",
                "CREATE TABLE scribble (id INTEGER, said BLOB)");
        assertEquals(Set.of("alarm.note", "scribble.id"), InClear.of(database(), list).unlisted());
    }

    private Path database() {
        return dir.resolve("desk.db");
    }

    private void made(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
