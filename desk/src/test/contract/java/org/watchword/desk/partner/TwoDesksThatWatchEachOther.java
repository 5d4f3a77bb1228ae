package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.partner.OneDesk.eventually;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.partner.Silence.Stage;

@Timeout(180)
class TwoDesksThatWatchEachOther {
    private static final Duration BEAT = Duration.ofSeconds(10);

    @TempDir private Path dir;
    private final MovedClock clock = new MovedClock();
    private Pigeons pigeons;
    private OneDesk alder;
    private OneDesk birch;

    @BeforeEach
    void pair() throws Exception {
        pigeons = new Pigeons();
        alder = new OneDesk(Files.createDirectory(dir.resolve("alder")), clock);
        birch = new OneDesk(Files.createDirectory(dir.resolve("birch")), clock);
        alder.pairWith("BIRCH", birch.address(), birch.key(), pigeons);
        birch.pairWith("ALDER", alder.address(), alder.key(), pigeons);
        clock.pass(BEAT);
        eventually("birch hears alder", () -> heard(birch));
        eventually("alder hears birch", () -> heard(alder));
    }

    @AfterEach
    void close() {
        alder.close();
        birch.close();
        pigeons.close();
    }

    private boolean heard(OneDesk by) {
        Optional<Instant> at = by.standing().heardAt();
        return at.equals(Optional.of(clock.instant()));
    }

    private void oneMoreBeat() {
        clock.pass(BEAT);
        eventually("heard again", () -> heard(birch));
    }

    private List<String> rungTexts() {
        return pigeons.came().stream().map(Pigeons.Came::text).toList();
    }

    @Test
    void say_that_they_hear_each_other_and_ring_nobody() {
        for (int i = 0; i < 5; i++) {
            oneMoreBeat();
        }
        eventually("taken", () -> alder.standing().takenAt().equals(Optional.of(clock.instant())));
        assertFalse(alder.standing().notTaken());
        assertEquals(Optional.of(Stage.BEATING), birch.stage());
        assertEquals(List.of(), birch.alarms());
        assertEquals(List.of(), rungTexts());
        assertTrue(
                birch.standing().last().orElseThrow().ways().stream()
                        .allMatch(way -> way.kind().equals("webhook")),
                "sorts of channels are all that is said");
    }

    @Test
    void ring_at_once_when_one_is_silent_and_does_not_answer_either() {
        alder.stop();
        clock.pass(Duration.ofSeconds(29));
        assertEquals(Optional.of(Stage.BEATING), birch.stage());
        assertEquals(List.of(), birch.alarms());
        clock.pass(Duration.ofSeconds(1));
        eventually("its own board", () -> birch.alarms().size() == 1);
        eventually("their number", () -> !rungTexts().isEmpty());
        var first = pigeons.came().getFirst();
        assertEquals("topic-of-ALDER", first.topic());
        assertEquals("Your desk is not answering since 10:00 +00:00. Look at it.", first.text());
        assertEquals(1, birch.alarms().size());
        assertEquals(1, birch.standing().rings());
    }

    @Test
    void ring_the_number_again_until_somebody_says_that_they_know() {
        alder.stop();
        clock.pass(Duration.ofSeconds(30));
        eventually("first", () -> pigeons.came().size() == 1);
        clock.pass(Duration.ofMinutes(5));
        eventually("second", () -> pigeons.came().size() == 2);
        assertTrue(birch.write(birch.partner()::seen), "somebody says so");
        assertFalse(birch.write(birch.partner()::seen), "and once");
        eventually("it is known", () -> birch.standing().seen());
        clock.pass(Duration.ofHours(2));
        alder.start();
        eventually("back", () -> rungTexts().stream().anyMatch(one -> one.contains("again")));
        assertEquals(3, pigeons.came().size(), "twice that it is silent, once that it is back");
    }

    @Test
    void say_that_one_is_heard_again_and_leave_the_alarm_to_people() {
        alder.stop();
        clock.pass(Duration.ofSeconds(30));
        eventually("rung", () -> pigeons.came().size() == 1);
        alder.start();
        eventually("heard again", () -> heard(birch));
        eventually("told", () -> birch.told().contains("partner.told.back"));
        eventually("their number is told", () -> pigeons.came().size() == 2);
        assertEquals(
                "Your desk answers again. It was silent since 10:00 +00:00.",
                pigeons.came().getLast().text());
        assertEquals(Optional.of(Stage.BEATING), birch.stage());
        assertEquals(0, birch.rooms().store().read(birch.partner()::kept).orElseThrow().rings());
        assertEquals(1, birch.alarms().size());
    }

    @Test
    void ring_for_one_that_cannot_write_though_it_answers() {
        alder.stop();
        alder.diskIsFull(true);
        alder.start();
        clock.pass(Duration.ofSeconds(30));
        eventually("shown", () -> birch.stage().equals(Optional.of(Stage.SHOWN)));
        for (int i = 0; i < 11; i++) {
            clock.pass(Duration.ofSeconds(5));
            int seconds = 30 + (i + 1) * 5;
            eventually("looked at " + seconds, () -> birch.stage().isPresent());
        }
        assertEquals(Optional.of(Stage.SHOWN), birch.stage());
        assertEquals(List.of(), birch.alarms());
        clock.pass(Duration.ofSeconds(5));
        eventually("rung", () -> birch.alarms().size() == 1);
        alder.stop();
        alder.diskIsFull(false);
        alder.start();
        eventually("room again", () -> birch.stage().equals(Optional.of(Stage.BEATING)));
    }

    @Test
    void wait_ninety_seconds_where_something_still_answers() throws Exception {
        alder.stop();
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), alder.port());
        var other = HttpServer.create(at, 0);
        other.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        other.start();
        try {
            clock.pass(Duration.ofSeconds(89));
            eventually("shown", () -> birch.stage().equals(Optional.of(Stage.SHOWN)));
            assertEquals(List.of(), birch.alarms());
            clock.pass(Duration.ofSeconds(1));
            eventually("rung", () -> birch.alarms().size() == 1);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void remember_over_their_own_start_whom_they_watch_and_that_it_rang() {
        alder.stop();
        birch.stop();
        birch.start();
        clock.pass(Duration.ofSeconds(29));
        assertEquals(List.of(), birch.alarms(), "nobody rings so soon after a start");
        clock.pass(Duration.ofSeconds(1));
        eventually("rung", () -> birch.alarms().size() == 1);
        eventually("their number", () -> pigeons.came().size() == 1);
        eventually(
                "kept",
                () ->
                        birch.rooms()
                                .store()
                                .read(birch.partner()::kept)
                                .flatMap(PartnerRows.Kept::rungAt)
                                .isPresent());
        birch.stop();
        birch.start();
        assertEquals(Optional.of(Stage.RUNG), birch.stage());
        clock.pass(Duration.ofSeconds(31));
        eventually("the number goes on", () -> pigeons.came().size() == 2);
        assertEquals(1, birch.alarms().size());
        assertEquals(2, birch.standing().rings());
    }

    @Test
    void show_that_one_does_not_take_heartbeats_and_tell_it_after_five_minutes() {
        birch.stop();
        clock.pass(Duration.ofSeconds(30));
        eventually("shown", () -> alder.standing().notTaken());
        // What rang now was looked at together with what would be told.
        eventually("looked at", () -> pigeons.came().size() == 1);
        assertFalse(alder.told().contains("partner.told.not-taken"));
        clock.pass(Duration.ofMinutes(5));
        eventually("told", () -> alder.told().contains("partner.told.not-taken"));
    }
}
