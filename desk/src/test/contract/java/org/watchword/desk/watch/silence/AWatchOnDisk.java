package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.silence.Vigil.at;
import static org.watchword.desk.watch.silence.WatchedNight.FINCH;
import static org.watchword.desk.watch.silence.WatchedNight.WREN;
import static org.watchword.desk.watch.silence.WatchedNight.changed;
import static org.watchword.desk.watch.silence.WatchedNight.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.watch.AlarmKind;
import org.watchword.desk.watch.CodenameId;

class AWatchOnDisk {
    @TempDir Path dir;
    private WatchedNight night;
    private CodenameId kestrel;

    @BeforeEach
    void found() {
        night = WatchedNight.founded(dir);
        kestrel = night.codename("KESTREL");
    }

    @AfterEach
    void close() {
        night.close();
    }

    private void killedUntil(String time) {
        killedUntil(time, Map.of());
    }

    private void killedUntil(String time, Map<CodenameId, Instant> words) {
        night.close();
        night = WatchedNight.again(dir, at(time), words);
    }

    @Test
    void reminds_then_waits_then_rings_once() {
        WatchId id = night.armed(kestrel);

        night.passUntil("22:29");
        assertEquals(List.of(kestrel + " " + at("22:00")), night.reminded);
        assertEquals(List.of(), night.alarms());

        night.passUntil("22:31");
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
        assertTrue(night.load(id).isLate());
        assertEquals(at("22:00"), night.watch.openAlarms().getFirst().since());
    }

    @Test
    void joins_its_next_silence_to_the_alarm_that_is_open() {
        night.armed(kestrel);
        night.passUntil("05 11:00");

        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }

    @Test
    void is_kept_by_a_word_in_time() {
        WatchId id = night.armed(kestrel);
        night.passUntil("21:30");
        night.heard(kestrel);
        night.passUntil("05 09:00");

        assertEquals(List.of(), night.alarms());
        assertEquals(List.of(), night.reminded);
        assertEquals(at("05 09:45"), night.watches.nextDue().orElseThrow());
        assertEquals(
                at("05 10:00"),
                assertInstanceOf(OneWatch.Armed.class, night.load(id).phase()).due().orElseThrow());
    }

    @Test
    void whose_desk_was_killed_goes_on_where_it_stood() {
        WatchId id = night.armed(kestrel);
        night.passUntil("21:50");
        OneWatch before = night.load(id);

        killedUntil("22:10");

        assertEquals(before, night.load(id));
        assertEquals(List.of(), night.reminded);
        assertEquals(at("22:30"), night.watches.nextDue().orElseThrow());
        night.passUntil("22:31");
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }

    @Test
    void that_is_overdue_at_start_rings_at_once_and_once_however_often_it_is_started() {
        night.armed(kestrel);
        killedUntil("05 03:00");
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());

        killedUntil("05 03:01");
        killedUntil("05 03:02");
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
        assertEquals(1, night.watch.openAlarms().size());
    }

    @Test
    void whose_word_was_committed_before_the_kill_rings_nobody() {
        night.armed(kestrel);
        night.passUntil("22:20");

        killedUntil("23:00", Map.of(kestrel, at("22:25")));

        assertEquals(List.of(), night.alarms());
    }

    @Test
    void whose_word_waits_in_the_very_second_of_the_alarm_rings_nobody() {
        night.armed(kestrel);
        night.passUntil("22:29");
        night.waiting.put(kestrel, at("22:30"));
        night.passUntil("22:30");

        assertEquals(List.of(), night.alarms());
    }

    @Test
    void whose_words_cannot_be_applied_rings_all_the_same() {
        night.armed(kestrel);
        night.broken = true;
        night.passUntil("22:31");

        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }

    @Test
    void is_not_delayed_by_a_wall_clock_set_back_nor_by_a_kill_after_it() {
        night.armed(kestrel);
        night.passUntil("21:00");
        night.clock.jump(Duration.ofHours(-1));
        night.clock.pass(Duration.ofMinutes(45));
        night.idle();
        assertEquals(1, night.reminded.size());

        killedUntil("20:45");
        night.clock.pass(Duration.ofMinutes(45));
        night.idle();
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }

    @Test
    void is_reminded_and_waits_the_whole_grace_although_the_wall_clock_was_set_back() {
        night.armed(kestrel);
        night.passUntil("21:00");
        night.clock.jump(Duration.ofHours(-1));
        night.clock.pass(Duration.ofMinutes(46));
        night.idle();
        assertEquals(1, night.reminded.size());
        assertEquals(List.of(), night.alarms());

        night.clock.pass(Duration.ofMinutes(43));
        night.idle();
        assertEquals(List.of(), night.alarms());

        night.clock.pass(Duration.ofMinutes(2));
        night.idle();
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
        assertEquals(at("05 09:45"), night.watches.nextDue().orElseThrow());
    }

    /// So little is kept nowhere. It must not stay in every time that comes after.
    @Test
    void awaits_the_next_time_by_the_wall_clock_that_was_set_back_by_a_moment() {
        night.armed(kestrel);
        night.passUntil("21:00");
        night.clock.jump(Duration.ofMillis(-1_900));
        night.clock.pass(Duration.ofMinutes(45).plusMillis(500));
        night.idle();
        night.clock.pass(Duration.ofMinutes(45).plusMillis(500));
        night.idle();
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());

        assertEquals(at("05 09:45"), night.watches.nextDue().orElseThrow());
    }

    @Test
    void comes_nearer_when_the_wall_clock_leaps() {
        night.armed(kestrel);
        night.clock.jump(Duration.ofHours(10).plusMinutes(30));
        night.idle();

        assertTrue(night.alarms().contains(AlarmKind.SILENCE));
    }

    @Test
    void goes_on_by_itself_after_a_pause_also_when_the_desk_was_down_meanwhile() {
        WatchId id = night.armed(kestrel);
        var pause = new Pause(at("23:00"), WREN, FINCH, "On a train.");
        changed(night.watches.pause(id, night.edition(id), pause));
        night.passUntil("22:45");
        assertEquals(List.of(), night.reminded);

        killedUntil("05 09:00");
        night.passUntil("05 10:31");

        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }

    @Test
    void paused_and_resumed_by_two_at_once_follows_one_and_tells_the_other() {
        WatchId id = night.armed(kestrel);
        long seen = night.edition(id);
        var first = new Pause(at("20:00"), WREN, FINCH, "A flight.");
        var second = new Pause(at("21:00"), FINCH, WREN, "A train.");

        var replies =
                List.of(
                                CompletableFuture.supplyAsync(
                                        () -> night.watches.pause(id, seen, first)),
                                CompletableFuture.supplyAsync(
                                        () -> night.watches.pause(id, seen, second)))
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        var done = replies.stream().filter(WatchReply.Changed.class::isInstance).count();
        assertEquals(1, done);
        var told =
                replies.stream()
                        .filter(WatchReply.Refused.class::isInstance)
                        .map(WatchedNight::refused)
                        .toList();
        assertEquals(List.of("silence.refused.changed"), told);
        assertEquals("silence.refused.changed", refused(night.watches.resume(id, seen, FINCH)));
        changed(night.watches.resume(id, night.edition(id), FINCH));
        assertEquals(
                "silence.refused.not-paused",
                refused(night.watches.resume(id, night.edition(id), WREN)));
    }

    @Test
    void resumed_by_two_at_once_and_paused_anew_by_a_third_follows_one() {
        WatchId id = night.armed(kestrel);
        var pause = new Pause(at("20:00"), WREN, FINCH, "A flight.");
        changed(night.watches.pause(id, night.edition(id), pause));
        long seen = night.edition(id);

        var replies =
                List.of(
                                CompletableFuture.supplyAsync(
                                        () -> night.watches.resume(id, seen, WREN)),
                                CompletableFuture.supplyAsync(
                                        () -> night.watches.resume(id, seen, FINCH)),
                                CompletableFuture.supplyAsync(
                                        () -> night.watches.pause(id, seen, pause)))
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertEquals(1, replies.stream().filter(WatchReply.Changed.class::isInstance).count());
        assertInstanceOf(OneWatch.Armed.class, night.load(id).phase());
        night.passUntil("22:31");
        assertEquals(List.of(AlarmKind.SILENCE), night.alarms(), "one timer, one alarm");
    }

    @Test
    void is_paused_only_with_the_name_of_another_member() {
        WatchId id = night.armed(kestrel);
        for (PersonId nobody : List.of(WREN, new PersonId(99))) {
            var pause = new Pause(at("20:00"), WREN, nobody, "A flight.");
            assertEquals(
                    "silence.refused.second",
                    refused(night.watches.pause(id, night.edition(id), pause)));
        }
        var unsaid = new Pause(at("20:00"), WREN, FINCH, " ");
        assertEquals(
                "silence.refused.why", refused(night.watches.pause(id, night.edition(id), unsaid)));
    }

    @Test
    void holds_its_hour_over_a_change_of_the_clocks() {
        var riga = Schedule.daily(ZoneId.of("Europe/Riga"), LocalTime.of(3, 30));
        night.close();
        night = WatchedNight.again(dir, Instant.parse("2021-03-27T12:00:00Z"), Map.of());
        WatchId id = night.armed(riga, kestrel);
        var due = new ArrayList<Instant>();
        for (int i = 0; i < 3; i++) {
            due.add(
                    assertInstanceOf(OneWatch.Armed.class, night.load(id).phase())
                            .due()
                            .orElseThrow());
            night.clock.pass(Duration.between(night.clock.instant(), due.getLast()));
            night.heard(kestrel);
            night.idle();
        }

        assertEquals(
                List.of(
                        Instant.parse("2021-03-28T01:00:00Z"),
                        Instant.parse("2021-03-29T00:30:00Z"),
                        Instant.parse("2021-03-30T00:30:00Z")),
                due);
        assertEquals(List.of(), night.alarms());
    }

    @Test
    void whose_schedule_cannot_be_read_rings_for_the_time_that_stands_in_its_row() {
        night.armed(kestrel);
        int _ = PastTheDesk.execute(night.team.store, "UPDATE watch SET schedule = zeroblob(80)");
        night.passUntil("22:31");

        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }
}
