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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsByTheSeed {
    private static final long SECONDS = 40;

    /// At least so many, however long they take.
    private static final long LEAST = 200;

    /// So many were played and looked at; further ones belong to the long form, `simulate`.
    private static final long MOST = 500;

    private static final long AT_ONCE = 20;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

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
        var abreast = new Abreast(PROCESSORS);
        long played = 0;
        while (played < LEAST || (played < MOST && System.nanoTime() < until)) {
            assertEquals(
                    Optional.empty(),
                    abreast.firstBroken(
                            played + 1,
                            AT_ONCE,
                            seed -> played(seed, Plant.NONE).violation().isPresent()),
                    "the seed that breaks a promise");
            played += AT_ONCE;
        }
        System.out.println(played + " histories of three days");
    }

    @Test
    void come_to_the_same_in_whatever_order_they_are_played() {
        Optional<Long> first = Optional.of(5L);
        assertEquals(first, new Abreast(1).firstBroken(1, 40, seed -> seed >= 5));
        assertEquals(first, new Abreast(4).firstBroken(1, 40, seed -> seed >= 5));
        assertEquals(Optional.empty(), new Abreast(4).firstBroken(1, 40, seed -> seed > 40));
    }

    @ParameterizedTest
    @CsvSource({
        "answer-before-commit, 2",
        "drop-generation-check, 1",
        "late-ok-ends-alarm, 1",
        "duress-holds-ladder, 1",
        "unproven-stops-ladder, 1",
        "lapse-never-fires, 1",
        "next-channel-never-tried, 9",
        "all-must-answer-needs-one, 1",
        "pause-never-ends, 3",
        "word-counts-for-nothing, 1",
        "repeat-without-label, 1",
        "forget-sending-at-start, 3",
        "restart-forgets-open-alarms, 1561",
        "clock-jump-rearms, 48",
        "full-disk-says-nothing, 7",
        "words-after-due, 1"
    })
    void show_every_mistake_that_is_planted(String plant, long seed) {
        var outcome = played(seed, Plants.named(plant).orElseThrow());
        assertTrue(outcome.violation().isPresent(), plant + " was not found");
    }

    @Test
    void have_a_known_seed_for_every_mistake() {
        assertEquals(16, Plants.ALL.size(), "a plant without its seed");
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
