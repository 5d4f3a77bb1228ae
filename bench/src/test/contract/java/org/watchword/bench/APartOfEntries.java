package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With so little that only whether it runs can be told.
final class APartOfEntries {
    @TempDir private Path directory;

    private Measured measured(String part) throws Exception {
        Path json = directory.resolve(part + ".json");
        int status = BenchMain.run("formats", "--only", part, "--tiny", "--json", json.toString());
        assertTrue(status <= 1, "it could not be measured: " + status);
        return Report.read(json, Report.FORMATS).parts().getFirst();
    }

    @Test
    void has_them_sealed_opened_and_read_in_a_process_of_its_own() throws Exception {
        Measured measured = measured("entries");
        Set<String> whats =
                measured.found().figures().stream().map(Figure::what).collect(Collectors.toSet());
        assertTrue(
                whats.containsAll(
                        Set.of(
                                SealedEntries.SEAL,
                                SealedEntries.OPEN,
                                SealedEntries.SETTLED,
                                SealedEntries.INBOUND,
                                SealedEntries.COLD,
                                SealedEntries.REHEARSED)),
                whats.toString());
        assertEquals(3, measured.found().goals().size());
    }

    /// Where the program is missing the part says so, and has no goal.
    @Test
    void has_a_try_of_a_passphrase_beside_the_program_argon2() throws Exception {
        Findings found = measured("passphrase").found();
        boolean isHere = new Argon2Program().isHere();
        assertEquals(isHere ? 2 : 1, found.figures().size());
        assertEquals(isHere ? 1 : 0, found.goals().size());
        assertEquals(isHere, found.notMeasured().isEmpty());
    }
}
