package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;

final class AMachineWithoutPostgres {
    @TempDir private Path temporary;

    @Test
    void measures_the_others_and_names_whom_it_left_out() throws Exception {
        Findings found;
        try (var ground = Ground.withoutPostgres(temporary.resolve("bench"))) {
            Files.createDirectories(ground.directory());
            found = Part.CHECK_IN.measure(ground, Effort.tiny());
        }

        assertEquals(
                Stream.of(Peer.DESK, Peer.DOOR, Peer.DB_SCHEDULER_SQLITE, Peer.RAW_LOG)
                        .map(Peer::title)
                        .toList(),
                found.figures().stream().map(Figure::system).distinct().toList());
        assertEquals(
                Stream.of(Peer.DB_SCHEDULER, Peer.QUARTZ, Peer.PLAIN_TABLE)
                        .map(peer -> peer.title() + ": no PostgreSQL on this machine")
                        .toList(),
                found.notMeasured());
        assertEquals(List.of(), found.goals(), "a ratio needs its peer");
        assertTrue(found.figures().stream().allMatch(figure -> figure.median() > 0));
    }
}
