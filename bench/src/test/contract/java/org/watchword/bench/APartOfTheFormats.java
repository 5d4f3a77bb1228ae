package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each part with so little that only whether it runs can be told.
@Tag("age")
final class APartOfTheFormats {
    @TempDir private Path directory;

    @Test
    void has_files_sealed_and_opened_by_us_and_by_the_program_age() throws Exception {
        Path json = directory.resolve("formats.json");
        int status = BenchMain.run("formats", "--only", "age", "--tiny", "--json", json.toString());

        assertTrue(status <= 1, "it could not be measured: " + status);
        Measured measured = Report.read(json, Report.FORMATS).parts().getFirst();
        Set<String> systems =
                measured.found().figures().stream()
                        .filter(figure -> figure.what().equals(AgeFiles.SEAL_FILE))
                        .map(Figure::system)
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(AgeFiles.OURS, AgeFiles.ONE, AgeFiles.COMMAND, AgeFiles.THEIRS), systems);
        assertEquals(5, measured.found().goals().size());
        assertTrue(
                measured.found().figures().stream()
                        .anyMatch(figure -> figure.what().equals(AgeFiles.PIPES)));
    }

    @Test
    void does_not_write_into_a_file_of_the_watch() throws Exception {
        Path json = directory.resolve("watch.json");
        Report.nothing(Report.WATCH).write(json);
        String before = Files.readString(json);

        assertEquals(2, BenchMain.run("formats", "--tiny", "--json", json.toString()));
        assertEquals(2, BenchMain.run("formats", "--only", "ring"));
        assertEquals(before, Files.readString(json));
    }
}
