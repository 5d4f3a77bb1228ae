package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With so little that only whether it runs can be told.
final class APartOfTheLedger {
    @TempDir private Path directory;

    @Test
    void writes_opens_settles_moves_and_shows_entries() throws Exception {
        Path json = directory.resolve("entries.json");
        int status = BenchMain.run("entries", "--tiny", "--json", json.toString());
        assertTrue(status <= 1, "it could not be measured: " + status);
        var parts = Report.read(json, Report.ENTRIES).parts();
        assertEquals(LedgerPart.values().length, parts.size());
        Set<String> whats =
                parts.stream()
                        .flatMap(part -> part.found().figures().stream())
                        .map(Figure::what)
                        .collect(Collectors.toSet());
        assertTrue(
                whats.containsAll(
                        Set.of(
                                Ledgers.WRITTEN,
                                Ledgers.CPU_EACH,
                                Ledgers.COLD,
                                Ledgers.REHEARSED,
                                Ledgers.AGAIN,
                                Ledgers.INBOUND,
                                Ledgers.REWRAP,
                                Ledgers.STEP,
                                Ledgers.PAGE)),
                whats.toString());
    }
}
