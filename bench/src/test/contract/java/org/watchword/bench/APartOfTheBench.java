package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;

/// Each part with so little that only whether it runs can be told.
@Tag("initdb")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class APartOfTheBench {
    private static final Effort TINY = Effort.tiny();

    /// A thousand a second.
    private static final long OPENED = TINY.window().toMillis();

    private Ground ground = Ground.withoutPostgres(Path.of("/nowhere"));

    @BeforeAll
    void a_machine_with_PostgreSQL() throws Exception {
        ground = Ground.in(Files.createTempDirectory("watchword-bench-test-"));
    }

    @AfterAll
    void take_it_away() {
        ground.close();
    }

    private Findings found(Part part) throws Exception {
        Findings found = part.measure(ground, TINY);
        for (Figure figure : found.figures()) {
            assertEquals(TINY.rounds(), figure.rounds().size(), figure.what());
            assertTrue(figure.rounds().stream().allMatch(each -> each > 0), figure.toString());
        }
        assertTrue(
                found.notMeasured().stream().noneMatch(what -> what.contains("no PostgreSQL")),
                found.notMeasured().toString());
        return found;
    }

    private static Set<String> systems(Findings found, String what) {
        return found.figures().stream()
                .filter(figure -> figure.what().contains(what))
                .map(Figure::system)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> titles(Peer... peers) {
        return Stream.of(peers).map(Peer::title).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void has_check_ins_of_every_system_and_ratios() throws Exception {
        Findings found = found(Part.CHECK_IN);

        assertEquals(titles(Peer.values()), systems(found, CheckIn.clients(8)));
        assertEquals(
                List.of("times"),
                found.goals().stream().map(Goal::unit).distinct().toList(),
                "against db-scheduler");
        assertTrue(
                found.figures().stream()
                        .filter(figure -> figure.what().equals(CheckIn.OPEN))
                        .allMatch(figure -> figure.wait("count") == OPENED),
                "in the open loop everybody was answered");
    }

    @Test
    void has_alarms_spread_out_of_every_system_that_rings() throws Exception {
        Findings found = found(Part.SPREAD);

        assertEquals(
                titles(
                        Peer.DESK,
                        Peer.DB_SCHEDULER,
                        Peer.DB_SCHEDULER_SQLITE,
                        Peer.QUARTZ,
                        Peer.PLAIN_TABLE),
                systems(found, SpreadOut.LOADED));
        assertTrue(
                found.figures().stream().allMatch(figure -> figure.wait("most") < 60_000),
                "none was lost: " + found.figures());
        assertEquals(3, found.goals().size());
    }

    @Test
    void has_alarms_at_one_instant() throws Exception {
        Findings found = found(Part.BURST);

        assertEquals(
                titles(Peer.DESK, Peer.DB_SCHEDULER, Peer.DB_SCHEDULER_SQLITE, Peer.PLAIN_TABLE),
                systems(found, "instant"));
        assertTrue(found.goals().getFirst().reached() < 60_000, "none was lost");
    }

    @Test
    void has_the_heap_of_armed_watches_and_how_many_are_armed() throws Exception {
        Findings found = found(Part.ARM);

        assertEquals(titles(Peer.DESK), systems(found, "heap"));
        assertFalse(systems(found, "armed in a second").contains(Peer.DOOR.title()));
        assertTrue(systems(found, "armed in a second").contains(Peer.QUARTZ.title()));
    }

    @Test
    void has_the_first_alarm_after_a_kill_under_load() throws Exception {
        Findings found = found(Part.RECOVER);

        assertEquals(titles(Peer.DESK, Peer.DB_SCHEDULER), systems(found, "started again"));
    }

    @Test
    void has_rings_over_gateways() throws Exception {
        Findings found = found(Part.RING);

        assertEquals(4, found.goals().size());
        assertTrue(found.goals().stream().allMatch(goal -> goal.reached() < 30_000), "none lost");
    }

    @Test
    void has_what_a_flood_of_tries_costs() throws Exception {
        Findings found = found(Part.FLOOD);

        assertEquals(2, found.goals().size());
        assertTrue(found.goals().stream().allMatch(goal -> goal.reached() < 30_000), "none lost");
        assertEquals(titles(Peer.DESK), systems(found, "strangers tried"));
    }
}
