package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.watchword.desk.partner.Silence.Stage;

/// Seconds stand for what passes; the clock begins below zero, as a monotonic one may.
class ASilence {
    private static final long BEGIN = -50_000_000_000L;

    private static long at(double seconds) {
        return BEGIN + (long) (seconds * 1e9);
    }

    private record Seen(double shown, double rung, List<Double> looks) {}

    /// Plays what happens in steps of a tenth of a second.
    private static Seen played(Silence silence, double seconds, LongPredicate answersAt) {
        double shown = -1;
        double rung = silence.stage() == Stage.RUNG ? -2 : -1;
        var looks = new ArrayList<Double>();
        for (int tenth = 0; tenth <= seconds * 10; tenth++) {
            double now = tenth / 10.0;
            silence = silence.at(at(now));
            if (silence.wantsLook(at(now))) {
                looks.add(now);
                silence = silence.looked(at(now), answersAt.test(tenth));
            }
            shown = shown == -1 && silence.stage() != Stage.BEATING ? now : shown;
            rung = rung == -1 && silence.stage() == Stage.RUNG ? now : rung;
        }
        return new Seen(shown, rung, looks);
    }

    @Test
    void is_shown_after_thirty_seconds_and_rings_at_once_where_the_second_path_fails_too() {
        var seen = played(Silence.heard(at(0)), 200, _ -> false);
        assertEquals(new Seen(30, 30, List.of(30.0)), seen);
    }

    @Test
    void rings_after_ninety_seconds_where_somebody_still_answers() {
        var seen = played(Silence.heard(at(0)), 200, _ -> true);
        assertEquals(30, seen.shown());
        assertEquals(90, seen.rung());
        assertEquals(12, seen.looks().size(), "looked at every five seconds until it rang");
    }

    @Test
    void rings_when_the_second_path_fails_later() {
        var seen = played(Silence.heard(at(0)), 200, tenth -> tenth < 520);
        assertEquals(55, seen.rung());
    }

    @Test
    void is_none_after_a_start_that_takes_less_than_ten_seconds() {
        // The last heartbeat came ten seconds before the kill, and one goes out at the start.
        var seen = played(Silence.heard(at(0)), 20, _ -> false);
        assertEquals(new Seen(-1, -1, List.of()), seen);
    }

    @Test
    void is_over_with_a_heartbeat() {
        assertEquals(Stage.RUNG, Silence.heard(at(0)).at(at(95)).stage());
        assertEquals(Stage.BEATING, Silence.heard(at(95)).at(at(96)).stage());
        assertEquals(Stage.SHOWN, Silence.heard(at(95)).at(at(126)).stage());
    }

    @Test
    void rings_for_nobody_in_the_first_thirty_seconds_of_a_start_of_ours() {
        for (int gap : List.of(-3_600, 0, 20, 45, 89, 3_600, 400_000_000)) {
            var resumed = Silence.resumed(at(0), Duration.ofSeconds(gap), false);
            var seen = played(resumed, 300, _ -> false);
            assertTrue(seen.rung() == 30, gap + " s: " + seen);
            assertTrue(seen.looks().stream().allMatch(when -> when >= 30), gap + ": " + seen);
        }
    }

    @Test
    void counts_over_a_start_of_ours_as_far_as_our_clock_knows_but_never_rings_later_than_usual() {
        assertEquals(90, rungAfter(0));
        assertEquals(70, rungAfter(20));
        assertEquals(30, rungAfter(60));
        assertEquals(30, rungAfter(86_400));
        assertEquals(90, rungAfter(-86_400), "a clock that was set back");
    }

    private static double rungAfter(int gap) {
        return played(Silence.resumed(at(0), Duration.ofSeconds(gap), false), 300, _ -> true)
                .rung();
    }

    @Test
    void that_rang_before_a_start_of_ours_does_not_ring_anew() {
        var seen = played(Silence.resumed(at(0), Duration.ofMinutes(5), true), 300, _ -> false);
        assertEquals(-2, seen.rung());
        assertEquals(List.of(), seen.looks());
        assertFalse(Silence.resumed(at(0), Duration.ZERO, true).wantsLook(at(100)));
    }
}
