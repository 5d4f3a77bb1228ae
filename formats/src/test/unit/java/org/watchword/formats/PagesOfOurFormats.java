package org.watchword.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The pages of entries, slots, members and marks name what shows each of their demands.
class PagesOfOurFormats {
    private static final Path PAGES = Path.of("../docs/formats");
    private static final Pattern VECTOR = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+[a-z])`");

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".md"));
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> vectors() throws IOException {
        try (Stream<Path> files = Files.walk(VectorFile.FOLDER, 2)) {
            return files.map(file -> VectorFile.FOLDER.relativize(file).toString())
                    .filter(file -> file.matches("(entry|slot|membership|snapshot)/.*[.]json"))
                    .flatMap(file -> VectorFile.vectors(file).stream())
                    .map(PagesOfOurFormats::name)
                    .collect(Collectors.toSet());
        }
    }

    private static String name(JsonNode vector) {
        return vector.get("name").asString();
    }

    @ParameterizedTest
    @CsvSource({"entry, 25", "slots, 10", "membership, 25", "marks, 12"})
    void name_vectors_that_are_there(String name, int fewest) throws IOException {
        Set<String> named = named(VECTOR, page(name));
        assertTrue(named.size() >= fewest, "only " + named);
        named.removeAll(vectors());
        assertEquals(Set.of(), named);
    }

    @ParameterizedTest
    @CsvSource({
        "entry, EveryVectorOfEntries, 6",
        "slots, EveryVectorOfSlots, 4",
        "membership, EveryVectorOfMembership, 6",
        "marks, EveryVectorOfSnapshots, 2"
    })
    void name_tests_that_are_there(String name, String one, int fewest) throws IOException {
        Set<String> named = named(TEST, page(name));
        assertTrue(named.contains(one) && named.size() >= fewest, "only " + named);
        for (String test : named) {
            try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
                assertTrue(files.anyMatch(file -> file.endsWith(test + ".java")), test);
            }
        }
    }

    /// In the tables, where the last cell says what shows it.
    @ParameterizedTest
    @CsvSource({"entry, 13", "slots, 18", "membership, 4", "marks, 4"})
    void demand_nothing_that_nothing_shows(String name, int fewest) throws IOException {
        List<String> rows = page(name).lines().filter(line -> line.startsWith("| MUST")).toList();
        assertTrue(rows.size() >= fewest, "only " + rows.size());
        for (String row : rows) {
            String last = row.substring(row.lastIndexOf('|', row.length() - 2));
            assertTrue(last.contains("`"), row);
        }
    }

    @ParameterizedTest
    @CsvSource({"entry, 1", "slot, 6", "membership, 1", "snapshot, 1"})
    void count_the_vectors_as_they_are(String folder, int files) throws IOException {
        String index = Files.readString(VectorFile.FOLDER.resolve(folder).resolve("README.md"));
        List<String> rows = index.lines().filter(line -> line.startsWith("| `")).toList();
        assertEquals(files, rows.size());
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            String file = folder + "/" + cells[1].strip().replace("`", "");
            int count = VectorFile.vectors(file).size();
            assertEquals(Integer.toString(count), cells[3].strip(), row);
        }
    }
}
