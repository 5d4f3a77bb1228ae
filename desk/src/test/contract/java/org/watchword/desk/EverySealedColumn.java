package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.forgetting.Forgetting;

/// Every sealed column of the tables, against the list in `docs/operations/forgetting.md`: each has
/// a rule by which it is forgotten, or a reason why it stays.
class EverySealedColumn {
    private static final Settings SETTINGS =
            new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "localhost", 0);
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+\\.[a-z_]+)` \\| (.+) \\|$");
    private static final Pattern RULE = Pattern.compile("`([a-z-]+)`(?:, .+)?");

    /// What is too short to be a reason.
    private static final int REASON = 15;

    @TempDir private Path dir;
    private Desk desk;

    @BeforeEach
    void tables_of_this_version() {
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(dir);
        desk = Wiring.desk(taken.directory(), SETTINGS, Surroundings.real());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Set<String> sealed() {
        return desk.rooms()
                .store()
                .read(handle ->
                        new TreeSet<>(
                                handle.createQuery(
                                                """
                                                SELECT t.name || '.' || c.name
                                                FROM sqlite_master AS t, pragma_table_info(t.name) AS c
                                                WHERE t.type = 'table' AND c.type = 'BLOB'
                                                    AND c.name NOT LIKE '%\\_hash' ESCAPE '\\'\
                                                """)
                                        .mapTo(String.class)
                                        .list()));
    }

    private static Map<String, String> listed() throws IOException {
        var listed = new TreeMap<String, String>();
        String text = Files.readString(Path.of("..", "docs", "operations", "forgetting.md"));
        ROW.matcher(text).results().forEach(row -> listed.put(row.group(1), row.group(2)));
        return listed;
    }

    private Set<String> kinds() {
        return desk
                .rooms()
                .store()
                .read(handle -> desk.rooms().forgetting().ages(handle, Instant.now()))
                .stream()
                .map(Forgetting.Age::kind)
                .collect(Collectors.toSet());
    }

    @Test
    void is_forgotten_by_a_rule_or_stays_for_a_reason() throws IOException {
        Set<String> sealed = sealed();
        assertTrue(sealed.size() > 25, "these were found: " + sealed);
        assertEquals(lines(sealed), lines(listed().keySet()));
        Set<String> kinds = kinds();
        listed().forEach((column, why) -> {
            var rule = RULE.matcher(why);
            boolean ruled = rule.matches() && kinds.contains(rule.group(1));
            boolean reasoned = why.startsWith("stays: ") && why.length() > REASON;
            assertTrue(ruled || reasoned, column + ": " + why);
        });
    }

    private static String lines(Set<String> all) {
        return String.join("\n", new TreeSet<>(all));
    }
}
