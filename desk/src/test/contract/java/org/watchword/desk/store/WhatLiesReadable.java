package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables against the list in `docs/threat-model.md`: a column that is neither sealed nor a
/// keyed hash is a blob no longer, and must stand there.
class WhatLiesReadable {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z_]+) \\| ([a-z_, ]+) \\|$");
    private static final String OF_THE_MIGRATIONS = "flyway_schema_history";

    @TempDir Path dir;

    @Test
    void is_exactly_what_the_threat_model_lists() throws IOException {
        Map<String, String> listed = listed();
        assertTrue(listed.size() > 20, "the list was found");
        assertEquals(lines(listed), lines(found()));
    }

    private Map<String, String> found() {
        var found = new TreeMap<String, String>();
        try (var store =
                Store.open(
                        new SqliteEngine(dir.resolve("desk.db")),
                        new StoreContract.HeldReserve())) {
            for (String table : tables(store)) {
                List<String> columns = readable(store, table);
                if (!columns.isEmpty() && !table.equals(OF_THE_MIGRATIONS)) {
                    found.put(table, sorted(columns));
                }
            }
        }
        return found;
    }

    private static List<String> tables(Store store) {
        return store.read(handle ->
                handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> readable(Store store, String table) {
        return store.read(handle ->
                handle.createQuery(
                                "SELECT name FROM pragma_table_info(:table)"
                                        + " WHERE type <> 'BLOB'")
                        .bind("table", table)
                        .mapTo(String.class)
                        .list());
    }

    private static Map<String, String> listed() throws IOException {
        var listed = new TreeMap<String, String>();
        String text = Files.readString(Path.of("..", "docs", "threat-model.md"));
        ROW.matcher(text)
                .results()
                .sorted(Comparator.comparing((MatchResult row) -> row.group(1)))
                .forEach(row ->
                        listed.put(row.group(1), sorted(Arrays.asList(row.group(2).split(", ")))));
        return listed;
    }

    private static String sorted(List<String> columns) {
        return String.join(", ", new TreeSet<>(columns));
    }

    /// A line each, so that a difference is seen at once.
    private static String lines(Map<String, String> tables) {
        var lines = new StringBuilder();
        tables.forEach(
                (table, columns) -> lines.append(table).append(": ").append(columns).append('\n'));
        return lines.toString();
    }
}
