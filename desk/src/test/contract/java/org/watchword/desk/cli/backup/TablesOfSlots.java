package org.watchword.desk.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.Part;
import org.watchword.desk.store.SqliteEngine;
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
}
