package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What an officer reads in an alarm never says what kind of word it was after which nobody calls
/// back; nor does what stands in addresses and tables.
class AWordOnNoScreen {
    private static final List<String> READ_BY_OFFICERS =
            List.of(
                    "watch.alarm",
                    "watch.board",
                    "watch.coming",
                    "watch.do-not-call",
                    "watch.drill",
                    "watch.end",
                    "watch.flag",
                    "watch.kind",
                    "watch.log",
                    "watch.message");
    private static final List<String> NEVER =
            List.of("duress", "forced", "coerc", "gunpoint", "принужд", "заставл", "под угроз");

    @Test
    void says_what_kind_it_was() throws IOException {
        var found = new TreeMap<String, String>();
        int seen = 0;
        for (String language : List.of("en", "ru")) {
            var words = new Properties();
            Path file =
                    Path.of("src/main/resources/org/watchword/desk/watch")
                            .resolve("words." + language + ".properties");
            try (Reader in = Files.newBufferedReader(file)) {
                words.load(in);
            }
            for (String key : words.stringPropertyNames()) {
                if (READ_BY_OFFICERS.stream().anyMatch(key::startsWith)) {
                    seen++;
                    String text = words.getProperty(key).toLowerCase(Locale.ROOT);
                    NEVER.stream().filter(text::contains).forEach(w -> found.put(key, w));
                }
            }
        }
        assertTrue(seen > 300, "saw only " + seen);
        assertEquals(new TreeMap<>(), found);
        assertEquals("speak-to-lead", AlarmKind.DURESS.word());
        for (LogKind kind : LogKind.values()) {
            assertTrue(NEVER.stream().noneMatch(kind.word()::contains), kind.word());
        }
    }
}
