package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.watch.silence.Vigil.ALDER;
import static org.watchword.desk.watch.silence.Vigil.FINCH;
import static org.watchword.desk.watch.silence.Vigil.KESTREL;
import static org.watchword.desk.watch.silence.Vigil.UTC;
import static org.watchword.desk.watch.silence.Vigil.WREN;
import static org.watchword.desk.watch.silence.Vigil.at;
import static org.watchword.desk.watch.silence.Vigil.pause;
import static org.watchword.desk.watch.silence.Vigil.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;

class AWatchByHand {
    private static final Optional<PersonId> BY_WREN = Optional.of(WREN);

    private final Vigil one = Vigil.armed(plan(false, KESTREL));

    @Test
    void awaits_nobody_before_it_is_armed() {
        var draft = new Vigil(plan(false, KESTREL));

        assertEquals(Optional.empty(), draft.watch.clockwork().timer());
        assertEquals("silence.refused.draft", draft.refused("12:00", pause("13:00")));
        assertEquals(
                "silence.refused.not-paused", draft.refused("12:00", new WatchEvent.Resumed(WREN)));
    }

    @Test
    void is_armed_once() {
        assertEquals("silence.refused.armed", one.refused("12:01", new WatchEvent.Armed(FINCH)));
    }

    @Test
    void is_not_armed_when_all_its_times_have_passed() {
        var past = new Schedule(UTC, List.of(), Set.of(), Optional.empty(), List.of(at("11:00")));

        assertEquals(
                "silence.refused.nothing-to-come",
                new Vigil(plan(past, false, KESTREL)).refused("12:00", new WatchEvent.Armed(WREN)));
    }

    @Test
    void goes_on_by_itself_when_a_pause_is_over() {
        one.paused("13:00", "05 09:00");
        assertEquals(at("05 09:00"), one.timer());

        one.fires();

        assertEquals(at("05 10:00"), one.due());
        assertEquals(List.of(), one.silences());
    }

    @Test
    void takes_a_word_after_a_pause_as_it_would_have_without_one() {
        one.paused("13:00", "20:30");
        one.fires();

        one.heard("20:31", KESTREL);

        assertEquals(at("05 10:00"), one.due());
    }

    @Test
    void asks_for_nothing_that_was_due_within_a_pause() {
        one.paused("21:00", "23:00");
        one.fires();

        assertEquals(at("05 10:00"), one.due());
    }

    @Test
    void remembers_over_a_pause_what_was_heard_before_it() {
        one.heard("20:30", KESTREL);
        one.paused("20:40", "20:50");
        one.fires();
        one.fires();

        assertEquals(List.of(), one.reminders());
        assertEquals(at("05 10:00"), one.due());
    }

    @Test
    void goes_on_earlier_when_somebody_says_so() {
        one.paused("13:00", "05 09:00");
        one.done("14:00", new WatchEvent.Resumed(FINCH));

        assertEquals(at("22:00"), one.due());
    }

    @Test
    void is_paused_for_so_long_and_no_longer_and_with_somebody_elses_knowledge() {
        assertEquals("silence.refused.pause-too-long", one.refused("12:00", pause("07 12:01")));
        assertEquals("silence.refused.pause-over", one.refused("12:00", pause("12:00")));
        var alone = new Pause(at("13:00"), WREN, WREN, "why");
        assertEquals("silence.refused.second", one.refused("12:00", new WatchEvent.Paused(alone)));
        one.paused("12:00", "07 12:00");
        assertEquals("silence.refused.paused", one.refused("12:01", pause("13:00")));
    }

    @Test
    void is_silenced_by_nothing_while_a_word_is_due() {
        one.fires();

        assertEquals("silence.refused.awaited", one.refused("22:00", pause("23:00")));
        assertEquals(
                "silence.refused.awaited", one.refused("22:00", new WatchEvent.Ended(BY_WREN)));
        var other = new WatchEvent.Replanned(plan(false, ALDER), BY_WREN);
        assertEquals("silence.refused.awaited", one.refused("22:29", other));
        one.fires();
        one.done("22:31", new WatchEvent.Ended(BY_WREN));
    }

    @Test
    void follows_another_plan_at_once_and_keeps_who_was_heard() {
        one.heard("20:30", KESTREL);
        var times = Schedule.daily(UTC, LocalTime.of(22, 0), LocalTime.of(23, 0));
        one.done("20:31", new WatchEvent.Replanned(plan(times, false, KESTREL), BY_WREN));
        assertEquals(at("22:00"), one.due());

        one.fires();

        assertEquals(List.of(), one.reminders());
        assertEquals(at("23:00"), one.due());
    }

    @Test
    void awaits_whoever_another_plan_adds() {
        one.heard("20:30", KESTREL);
        one.done("20:31", new WatchEvent.Replanned(plan(false, KESTREL, ALDER), BY_WREN));
        one.fires();
        one.fires();

        var silent = assertInstanceOf(WatchEffect.Silent.class, one.silences().getFirst());
        assertEquals(List.of(ALDER), silent.whom());
    }

    @Test
    void that_is_over_stays_so() {
        one.done("12:01", new WatchEvent.Ended(BY_WREN));

        assertEquals(Optional.empty(), one.watch.clockwork().timer());
        for (WatchEvent event :
                List.of(
                        new WatchEvent.Armed(WREN),
                        pause("13:00"),
                        new WatchEvent.Resumed(WREN),
                        new WatchEvent.Replanned(plan(false, ALDER), BY_WREN),
                        new WatchEvent.Ended(BY_WREN))) {
            assertEquals("silence.refused.ended", one.refused("12:02", event));
        }
    }

    @Test
    void is_another_edition_after_whatever_a_person_did_and_no_other() {
        assertEquals(1, one.watch.edition());
        one.fires();
        one.heard("21:50", KESTREL);
        assertEquals(1, one.watch.edition());
        one.paused("21:51", "23:00");
        assertEquals(2, one.watch.edition());
    }

    @Test
    void whatever_happens_always_has_one_timer_while_it_awaits_somebody() {
        long seed = new java.util.Random().nextLong();
        var random = new java.util.Random(seed);
        for (int night = 0; night < 300; night++) {
            var vigil = Vigil.armed(plan(random.nextBoolean(), KESTREL, ALDER));
            Instant now = at("12:00");
            for (int i = 0; i < 40; i++) {
                now = AnyWatch.happens(vigil, now, random);
                String where = "seed " + seed + ", night " + night + ", " + vigil.watch;
                AnyWatch.holds(vigil.watch, where);
            }
        }
    }
}
