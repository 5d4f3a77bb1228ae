package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.watch.silence.Vigil.KESTREL;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanThatCannotBe {
    private static SilenceView.Typed typed(String times, String days, String hours) {
        return new SilenceView.Typed(
                "The flat",
                Set.of("1"),
                "0",
                "Europe/Riga",
                times,
                days.isEmpty() ? Set.of() : Set.of(days.split("")),
                hours,
                "2021-02-04T12:00",
                "",
                "15",
                "30",
                false);
    }

    /// What is wrong, first as it is typed, then as a plan.
    private static String wrong(SilenceView.Typed typed) {
        return switch (TypedPlan.read(typed, false)) {
            case TypedPlan.Unsound unsound ->
                    unsound.wrong().stream()
                            .map(w -> w.field() + " " + w.why().key())
                            .findFirst()
                            .orElse("");
            case TypedPlan.Sound(Plan plan) ->
                    PlanRules.problem(plan, Set.of(KESTREL), Vigil.at("12:00"))
                            .map(refused -> refused.field() + " " + refused.why().key())
                            .orElse("");
        };
    }

    private static SilenceView.Typed zone(String zone) {
        var t = typed("10:00", "1234567", "");
        return new SilenceView.Typed(
                t.label(),
                t.about(),
                t.ladder(),
                zone,
                t.times(),
                t.days(),
                t.hours(),
                t.anchor(),
                t.points(),
                t.reminder(),
                t.grace(),
                t.anyone());
    }

    private static SilenceView.Typed points(String points, String reminder, String grace) {
        var t = typed("", "1234567", "");
        return new SilenceView.Typed(
                t.label(),
                t.about(),
                t.ladder(),
                t.zone(),
                t.times(),
                t.days(),
                t.hours(),
                t.anchor(),
                points,
                reminder,
                grace,
                t.anyone());
    }

    @Test
    void is_never_due() {
        assertEquals("times silence.refused.never", wrong(typed("", "1234567", "")));
        assertEquals("days silence.refused.no-day", wrong(typed("10:00", "", "")));
    }

    @Test
    void is_always_due() {
        assertEquals("times silence.refused.always", wrong(typed("10:00, 10:10", "1", "")));
        assertEquals("grace silence.refused.overlap", wrong(typed("10:00, 10:45", "1", "")));
        assertEquals("hours silence.refused.hours", wrong(typed("", "1", "0")));
        assertEquals("hours silence.refused.hours", wrong(typed("", "1", "999")));
    }

    @Test
    void names_a_zone_that_does_not_exist() {
        for (String zone : new String[] {"Europe/Atlantis", "", "+03:00", "MSK+3", "europe/riga"}) {
            assertEquals("zone silence.form.zone-wrong", wrong(zone(zone)), zone);
        }
        assertEquals("", wrong(zone("Asia/Tbilisi")));
    }

    @Test
    void holds_times_that_are_none() {
        for (String times : new String[] {"25:00", "10:60", "noon", "10:00:00", "-1:00"}) {
            assertEquals("times silence.form.times-wrong", wrong(typed(times, "1", "")), times);
        }
        for (String hours : new String[] {"-1", "1.5", "many", "99999999999"}) {
            assertEquals("hours silence.form.hours-wrong", wrong(typed("", "1", hours)), hours);
        }
        assertEquals(
                "points silence.form.points-wrong", wrong(points("2021-02-30 10:00", "15", "30")));
        assertEquals(
                "reminder silence.form.minutes-wrong",
                wrong(points("2021-02-05 10:00", "x", "30")));
    }

    @Test
    void gives_no_time_or_too_much_of_it() {
        String point = "2021-02-05 10:00";
        assertEquals("grace silence.refused.grace", wrong(points(point, "15", "0")));
        assertEquals("grace silence.refused.grace", wrong(points(point, "15", "1441")));
        assertEquals("reminder silence.refused.reminder", wrong(points(point, "721", "30")));
        assertEquals("", wrong(points(point, "0", "5")));
    }

    @Test
    void is_about_nobody_or_somebody_unknown() {
        var plan = Vigil.plan(false, KESTREL);
        assertEquals(
                "silence.refused.unknown",
                PlanRules.problem(plan, Set.of(), Vigil.at("12:00")).orElseThrow().why().key());
        assertEquals(
                "silence.refused.nobody",
                PlanRules.problem(Vigil.plan(false), Set.of(), Vigil.at("12:00"))
                        .orElseThrow()
                        .why()
                        .key());
    }

    @Test
    void is_shown_again_exactly_as_it_was_typed() {
        var read =
                assertInstanceOf(
                        TypedPlan.Sound.class,
                        TypedPlan.read(typed("9:00, 22:00", "15", "6"), false));

        assertEquals(typed("9:00, 22:00", "15", "6"), TypedPlan.of(read.plan()));
    }
}
