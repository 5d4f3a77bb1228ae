package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/formats/age.md` names what shows each of its demands.
class TheProfileOfAge {
    private static final Path PAGE = Path.of("../docs/formats/age.md");
    private static final Pattern VECTOR = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+|_?[*])+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+[a-z])`");
    private static final int MUSTS = 25;

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void names_vectors_that_are_there() throws IOException {
        List<String> names = named(VECTOR, Files.readString(PAGE));
        assertTrue(names.size() >= 30, "only " + names);
        for (String name : names) {
            var glob = FileSystems.getDefault().getPathMatcher("glob:" + name);
            assertTrue(Vector.in(Vector.OURS).map(Path::getFileName).anyMatch(glob::matches), name);
        }
    }

    @Test
    void names_tests_that_are_there() throws IOException {
        List<String> names = named(TEST, Files.readString(PAGE)).stream().distinct().toList();
        assertTrue(names.contains("EveryVectorOfAge") && names.size() >= 8, "only " + names);
        for (String name : names) {
            try (Stream<Path> tests =
                    Files.find(Path.of(".."), 12, (file, _) -> isTest(file, name))) {
                assertTrue(tests.findFirst().isPresent(), name);
            }
        }
    }

    private static boolean isTest(Path file, String name) {
        return file.endsWith(name + ".java") && file.toString().contains("src/test/");
    }

    /// In the tables, where the last cell says what shows it.
    @Test
    void demands_nothing_that_nothing_shows() throws IOException {
        List<String> rows =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("| MUST"))
                        .toList();
        assertTrue(rows.size() >= MUSTS, "only " + rows.size());
        for (String row : rows) {
            String last = row.substring(row.lastIndexOf('|', row.length() - 2));
            assertTrue(last.contains("`"), row);
        }
    }
}
