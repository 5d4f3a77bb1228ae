package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.Writer.Lane;

class OnSqlite extends StoreContract {
    @TempDir Path dir;

    @Override
    StoreEngine engine() {
        return new SqliteEngine(dir.resolve("desk.db"));
    }

    @Test
    void a_deleted_text_is_on_no_page_of_the_disk_once_the_log_is_folded() throws Exception {
        var other = dir.resolve("other.db");
        try (var store = Store.open(new SqliteEngine(other), new HeldReserve())) {
            store.writer()
                    .write(
                            Lane.FIRST,
                            turn -> {
                                turn.handle().execute("CREATE TABLE note (t TEXT)");
                                return turn.handle()
                                        .execute(
                                                "INSERT INTO note VALUES ('needle-in-a-haystack')");
                            });
            store.writer().write(Lane.FIRST, turn -> turn.handle().execute("DELETE FROM note"));
        }
        try (var engine = new SqliteEngine(other);
                var writer = engine.openWriter()) {
            engine.tidy(writer);
        }
        try (var files = Files.list(dir)) {
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith("other")).toList()) {
                assertFalse(holds(file, "needle-in-a-haystack"), file.getFileName().toString());
            }
        }
    }

    @Test
    void data_of_a_newer_program_is_left_alone() {
        var newer = dir.resolve("newer.db");
        try (var store = Store.open(new SqliteEngine(newer), new HeldReserve())) {
            store.writer()
                    .write(
                            Lane.FIRST,
                            turn ->
                                    turn.handle()
                                            .execute(
                                                    "INSERT INTO flyway_schema_history VALUES"
                                                            + " (999,'9000','later','SQL','V9000',1,'x',"
                                                            + " '2030-01-01 00:00:00.000',1,1)"));
        }
        assertThrows(
                SchemaTooNew.class, () -> Store.open(new SqliteEngine(newer), new HeldReserve()));
    }

    private static boolean holds(Path file, String needle) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle);
    }

    @Test
    void a_store_reopened_many_times_keeps_its_tables() {
        for (int i = 0; i < 3; i++) {
            try (var store =
                    Store.open(new SqliteEngine(dir.resolve("again.db")), new HeldReserve())) {
                int round = i + 1;
                long last = store.writer().write(Lane.FIRST, turn -> RowNumbers.next(turn, "leaf"));
                assertEquals(round, last);
            }
        }
    }
}
