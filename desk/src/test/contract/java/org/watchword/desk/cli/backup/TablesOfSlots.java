package org.watchword.desk.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.Part;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.SqliteParts;
import org.watchword.desk.store.SqliteSnapshot;
import org.watchword.desk.store.Store;

/// The tables of this version, against what a backup keeps in its file of slots.
class TablesOfSlots {
    /// What a table or column is called that holds how somebody comes to a key.
    private static final String CALLED =
            "(t.name || '.' || c.name) LIKE '%slot%' OR (t.name || '.' || c.name) LIKE '%glass%'"
                    + " OR (t.name || '.' || c.name) LIKE '%snapshot%'"
                    + " OR (t.name || '.' || c.name) LIKE '%wrap%'";

    @TempDir private Path dir;

    private static boolean goesApart(String column) {
        return SlotTables.ALL.stream()
                .anyMatch(part ->
                        switch (part) {
                            case Part.Left(String table) -> column.startsWith(table + ".");
                            case Part.Rows rows -> column.startsWith(rows.table() + ".");
                            case Part.Column one -> column.equals(one.table() + "." + one.column());
                            case Part.Along _ -> false;
                        });
    }

    private List<String> columns(String where) {
        try (var store =
                Store.open(
                        new SqliteEngine(dir.resolve("desk.db")),
                        new FileReserve(dir.resolve("reserve"), 4_096))) {
            return store.read(handle ->
                    handle.createQuery(
                                    "SELECT t.name || '.' || c.name FROM sqlite_master AS t,"
                                            + " pragma_table_info(t.name) AS c"
                                            + " WHERE t.type = 'table' AND ("
                                            + where
                                            + ")")
                            .mapTo(String.class)
                            .list());
        }
    }

    @Test
    void leave_the_other_file_all_of_them() {
        var staying = new TreeSet<>(columns(CALLED));
        assertTrue(staying.contains("entry_slot.slot"), staying.toString());
        staying.removeIf(TablesOfSlots::goesApart);
        assertEquals(new TreeSet<String>(), staying, "slots that each backup would keep");
    }

    @Test
    void are_named_only_where_there_is_one() {
        var all = new TreeSet<>(columns("TRUE"));
        for (Part part : SlotTables.ALL) {
            assertTrue(
                    all.stream().anyMatch(column -> column.startsWith(part.table() + ".")),
                    part.table());
        }
    }

    @Test
    void leave_neither_file_what_opens_without_a_slot() throws IOException {
        String needle = "what a member had verified";
        Path database = dir.resolve("desk.db");
        try (var store =
                Store.open(
                        new SqliteEngine(database),
                        new FileReserve(dir.resolve("reserve"), 4_096))) {
            byte[] sealed = needle.getBytes(StandardCharsets.US_ASCII);
            int _ = PastTheDesk.execute(store, "INSERT INTO compartment VALUES (1, x'00')");
            assertEquals(
                    1,
                    PastTheDesk.execute(
                            store, "INSERT INTO snapshot VALUES (1, x'00', 0, ?)", sealed));
        }
        SqliteSnapshot.fold(database);
        assertTrue(holds(database, needle));
        try (var parts = SqliteParts.of(database, SlotTables.ALL)) {
            assertFalse(holds(parts.rest(), needle), "in the rest");
            assertFalse(holds(parts.apart(), needle), "in the file of slots");
            assertTrue(SqliteParts.join(parts.rest(), parts.apart(), SlotTables.ALL));
        }
    }

    private static boolean holds(Path file, String needle) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(needle);
    }
}
