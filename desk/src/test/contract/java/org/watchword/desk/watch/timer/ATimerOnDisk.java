package org.watchword.desk.watch.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.timer.TimerNight.FINCH;
import static org.watchword.desk.watch.timer.TimerNight.NOON;
import static org.watchword.desk.watch.timer.TimerNight.WREN;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.AlarmKind;
import org.watchword.desk.watch.AlarmRoom;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.LogKind;
import org.watchword.desk.watch.OpenAlarm;
import org.watchword.desk.watch.Reply;
import org.watchword.desk.watch.Seen;
import org.watchword.desk.watch.Who;

/// A timer that somebody planted.
@Timeout(60)
class ATimerOnDisk {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @TempDir private Path dir;
    private TimerNight night;

    @BeforeEach
    void found() {
        night = TimerNight.founded(dir);
    }

    @AfterEach
    void close() {
        night.close();
    }

    private AlarmId only() {
        assertEquals(1, night.alarms().size(), () -> night.alarms().toString());
        return night.alarms().getFirst();
    }

    private void ends(AlarmId alarm) {
        var reply = night.watch.sayEnding(alarm, WREN, Seen.NOBODY, "It is done.");
        assertInstanceOf(Reply.Ended.class, reply);
    }

    private Optional<Long> late(AlarmId alarm) {
        return night.watch.room(alarm).orElseThrow().log().stream()
                .filter(line -> line.kind() == LogKind.FIRED_LATE)
                .map(AlarmRoom.Line::seconds)
                .findFirst();
    }

    @Test
    void rings_once_at_its_time_and_one_officer_ends_it() {
        TimerId id = night.planted(TWO_HOURS);
        night.pass(TWO_HOURS.minus(SECOND));
        assertEquals(List.of(), night.alarms());

        night.pass(SECOND);

        OpenAlarm alarm = night.watch.openAlarms().getFirst();
        assertEquals(AlarmKind.REMINDER, alarm.kind());
        assertEquals(new Who.AReminder(Sentence.of("timer.text.due")), alarm.who());
        assertEquals(NOON.plus(TWO_HOURS), alarm.since());
        assertEquals(List.of(WREN), night.rung(alarm.id()));
        assertEquals(Optional.empty(), late(alarm.id()));
        ends(alarm.id());
        night.pass(TWO_HOURS);
        assertEquals(List.of(), night.alarms());
        assertEquals(Optional.of(alarm.id()), night.rings(id).getFirst().rang());
        assertEquals(List.of(id), night.team.store.read(h -> night.timers.rangAs(h, alarm.id())));
    }

    @Test
    void says_in_its_message_one_sentence_and_when() {
        night.planted(night.defaultLadder(), TimerText.NEAR, TWO_HOURS);
        night.pass(TWO_HOURS);
        var message = night.messages(only()).getFirst();
        String text = night.text(message);
        assertTrue(text.contains("A time limit is near: open the desk."), text);
        assertTrue(text.contains("14:00"), text);
        assertTrue(text.contains("I'm on it"), text);
    }

    @Test
    void rings_at_each_of_its_instants_whoever_answered_before() {
        TimerId id = night.planted(HOUR, TWO_HOURS);
        night.pass(HOUR);
        AlarmId first = only();
        night.watch.acknowledge(first, WREN);

        night.pass(HOUR);

        assertEquals(2, night.alarms().size());
        AlarmId second = night.alarms().getLast();
        assertEquals(List.of(WREN), night.rung(second));
        assertEquals(
                List.of(Optional.of(first), Optional.of(second)),
                night.rings(id).stream().map(TimerRing::rang).toList());
    }

    @Test
    void is_one_alarm_with_what_is_due_with_it_on_its_ladder_and_in_its_words() {
        LadderId other = night.ladder("Day", FINCH);
        TimerId one = night.planted(HOUR);
        TimerId two = night.planted(HOUR);
        night.planted(night.defaultLadder(), TimerText.LOOK, HOUR);
        night.planted(other, TimerText.DUE, HOUR);

        night.pass(HOUR);

        assertEquals(3, night.alarms().size());
        AlarmId both = night.rings(one).getFirst().rang().orElseThrow();
        assertEquals(Optional.of(both), night.rings(two).getFirst().rang());
        assertEquals(2, night.team.store.read(handle -> night.timers.rangAs(handle, both)).size());
        assertEquals(List.of(FINCH), night.rung(night.alarms().getLast()));
    }

    @Test
    void leaves_no_alarm_behind_where_its_row_was_not_kept_and_rings_once_all_the_same() {
        night.planted(HOUR);
        night.tampers(
                """
                CREATE TRIGGER dies BEFORE UPDATE ON timer
                BEGIN SELECT RAISE(ABORT, 'killed here'); END\
                """);
        night.clock.pass(HOUR);
        night.looked();
        assertEquals(List.of(), night.alarms());
        assertFalse(night.timers.isIdle());
        night.close();

        night = TimerNight.at(dir, NOON.plus(HOUR));
        night.looked();
        assertEquals(List.of(), night.alarms());
        night.tampers("DROP TRIGGER dies");
        night.pass(SECOND);

        only();
        night.close();
        night = TimerNight.again(dir, NOON.plus(TWO_HOURS));
        only();
    }

    @Test
    void that_became_due_while_the_desk_was_down_rings_at_its_start_and_says_how_late() {
        night.planted(HOUR);
        night.close();

        night = TimerNight.again(dir, NOON.plus(TWO_HOURS));

        assertEquals(Optional.of(HOUR.toSeconds()), late(only()));
        assertEquals(NOON.plus(HOUR), night.watch.openAlarms().getFirst().since());
    }

    @Test
    void waits_no_longer_when_the_clock_is_set_back() {
        night.planted(TWO_HOURS);
        night.clock.jump(Duration.ofDays(-30));

        night.pass(TWO_HOURS.minus(SECOND));
        assertEquals(List.of(), night.alarms());
        night.pass(SECOND);

        assertEquals(night.clock.instant(), night.watch.openAlarms().getFirst().since());
        assertEquals(Optional.empty(), late(only()));
    }

    @Test
    void planted_by_a_clock_that_was_set_back_rings_by_that_clock() {
        night.clock.jump(Duration.ofDays(-30));
        night.planted(TWO_HOURS);

        night.pass(TWO_HOURS.minus(SECOND));
        assertEquals(List.of(), night.alarms());
        night.pass(SECOND);
        only();
    }

    @Test
    void waits_no_longer_for_a_desk_that_starts_with_its_clock_behind() {
        night.planted(HOUR);
        night.planted(TWO_HOURS);
        night.pass(HOUR);
        ends(only());
        night.close();

        night = TimerNight.again(dir, NOON.minus(Duration.ofDays(30)));
        night.pass(HOUR.minus(SECOND));
        assertEquals(List.of(), night.alarms());
        night.pass(SECOND);
        only();
    }

    @Test
    void that_is_cancelled_does_not_ring_and_what_rang_stays() {
        TimerId id = night.planted(HOUR, TWO_HOURS);
        TimerId other = night.planted(TWO_HOURS);
        night.pass(HOUR);
        AlarmId rang = only();

        night.cancel(id);
        night.cancel(id);

        night.pass(HOUR);
        assertEquals(2, night.alarms().size());
        assertEquals(
                List.of(Optional.of(rang)), night.rings(id).stream().map(TimerRing::rang).toList());
        assertTrue(night.rings(other).getFirst().rang().isPresent());
    }

    @Test
    void rings_the_default_ladder_where_its_own_was_taken_away() {
        LadderId other = night.ladder("Day", FINCH);
        night.planted(other, TimerText.DUE, HOUR);
        assertInstanceOf(Ladder.Done.class, night.watch.ladders().remove(other));

        night.pass(HOUR);

        assertEquals(List.of(WREN), night.rung(only()));
    }

    @Test
    void of_a_turn_that_was_not_kept_was_never_planted() {
        var timer = timer(NOON.plus(HOUR), night.defaultLadder());
        assertThrows(
                IllegalStateException.class,
                () ->
                        night.team
                                .store
                                .writer()
                                .write(
                                        Lane.ORDINARY,
                                        turn -> {
                                            assertEquals(
                                                    Optional.empty(),
                                                    night.timers.plant(turn, timer));
                                            throw new IllegalStateException("killed here");
                                        }));
        night.pass(TWO_HOURS);
        assertEquals(List.of(), night.alarms());
        assertEquals(0, night.rows());
    }

    private static NewTimer timer(Instant at, LadderId ladder) {
        return new NewTimer(TimerId.fresh(new SecureRandom()), List.of(at), ladder, TimerText.DUE);
    }

    private String refused(Instant at, LadderId ladder) {
        return night.plant(timer(at, ladder)).orElseThrow().key();
    }

    @Test
    void is_refused_with_a_sentence_where_it_could_not_ring_as_it_should() {
        LadderId ladder = night.defaultLadder();
        assertEquals("timer.refused.past", refused(NOON, ladder));
        assertEquals(
                "timer.refused.far",
                refused(NOON.plus(CaseLimits.TIMER_AHEAD).plusMillis(1), ladder));
        assertEquals("timer.refused.ladder", refused(NOON.plus(HOUR), new LadderId(99)));
        assertEquals(0, night.rows());
        assertEquals(
                Optional.empty(), night.plant(timer(NOON.plus(CaseLimits.TIMER_AHEAD), ladder)));
    }

    @Test
    void is_one_of_ten_thousand_at_most_and_found_among_them_by_an_index() {
        night.tampers(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
                INSERT INTO timer SELECT randomblob(16), 9000000000000 + i, 9000000000000 + i,
                    1, 'due', NULL FROM n\
                """);
        assertEquals("timer.refused.many", refused(NOON.plus(HOUR), night.defaultLadder()));

        String plan = night.planOfTheLook();
        assertTrue(plan.contains("SEARCH timer USING INDEX timer_to_come (at<?)"), plan);
        assertFalse(plan.contains("SCAN timer"), plan);
    }

    @Test
    void that_rang_is_forgotten_with_the_words_of_its_alarm() {
        night.planted(HOUR, Duration.ofDays(400));
        night.pass(HOUR);
        ends(only());
        assertEquals(2, night.rows());

        try (var forgetting =
                new Forgetting(night.team.store, night.clock, PlantedTimers.forgets())) {
            night.clock.pass(Duration.ofDays(29));
            forgetting.start();
            await(forgetting::isIdle, () -> "it still forgets");
            assertEquals(2, night.rows());
            night.clock.pass(Duration.ofDays(2));
            await(forgetting::isIdle, () -> "it still forgets");
            assertEquals(1, night.rows());
        }
    }

    @Test
    void has_a_number_that_says_nothing() {
        assertNotEquals(night.planted(HOUR), night.planted(HOUR));
    }
}
