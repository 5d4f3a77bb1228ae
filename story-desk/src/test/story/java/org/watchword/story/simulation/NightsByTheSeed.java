package org.watchword.story.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NightsByTheSeed {
    private static final long SECONDS = 90;
    private static final int DAYS = 3;
    private static final Path KEPT = Path.of("src/test/simulation");

    @BeforeAll
    static void quiet() {
        SimulateCommand.quiet();
    }

    private static Outcome played(long seed, Plant plant) {
        return new World(Script.of(seed, DAYS), plant).played();
    }

    @Test
    void keep_every_promise_as_many_as_fit() {
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        long seed = 0;
        while (System.nanoTime() < until) {
            seed++;
            assertEquals(Optional.empty(), played(seed, Plant.NONE).violation(), "seed " + seed);
        }
        System.out.println(seed + " histories of three days in " + SECONDS + " seconds");
        assertTrue(seed > 1, "not even two histories were played");
    }

    @Test
    void are_the_same_twice() {
        Outcome once = played(7, Plant.NONE);
        Outcome again = played(7, Plant.NONE);
        assertFalse(once.lines().isEmpty());
        assertEquals(once.lines(), again.lines());
        assertEquals(once.digest(), again.digest());
    }

    @Test
    void that_once_broke_a_promise_do_so_no_more() throws IOException {
        List<Path> all;
        try (var files = Files.list(KEPT)) {
            all = files.sorted().toList();
        }
        assertFalse(all.isEmpty(), "no history is kept");
        for (Path one : all) {
            Script script = KeptHistory.read(Files.readString(one));
            assertEquals(
                    Optional.empty(),
                    new World(script, Plant.NONE).played().violation(),
                    one.getFileName().toString());
        }
    }
}
