package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.watch.silence.Vigil.KESTREL;
import static org.watchword.desk.watch.silence.Vigil.UTC;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.watch.CodenameId;

/// What just fits is kept, and one more is refused.
class APlanAtItsLimits {
    private static final Instant NOON = Vigil.at("12:00");
    private static final Set<CodenameId> KNOWN = Set.copyOf(codenames(100));

    private static List<CodenameId> codenames(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(CodenameId::new).toList();
    }

    private static Plan plan(Schedule schedule, Duration reminder, Duration grace) {
        return new Plan(
                "The flat",
                List.of(KESTREL),
                Optional.empty(),
                schedule,
                new Margins(reminder, grace),
                false,
                false);
    }

    private static Plan of(Schedule schedule) {
        return plan(schedule, Duration.ofMinutes(1), SilencePolicy.SHORTEST_GRACE);
    }

    private static Schedule daily(LocalTime... times) {
        return Schedule.daily(UTC, times);
    }

    private static Schedule every(int hours) {
        return new Schedule(
                UTC, List.of(), Set.of(), Optional.of(new Schedule.Every(hours, NOON)), List.of());
    }

    private static Schedule points(int count) {
        return new Schedule(
                UTC,
                List.of(),
                Set.of(),
                Optional.empty(),
                IntStream.rangeClosed(1, count)
                        .mapToObj(hour -> NOON.plus(Duration.ofHours(hour)))
                        .toList());
    }

    private static Schedule times(int count) {
        LocalTime[] times =
                Stream.iterate(LocalTime.MIDNIGHT, time -> time.plusMinutes(59))
                        .limit(count)
                        .toArray(LocalTime[]::new);
        return daily(times);
    }

    private static String wrong(Plan plan) {
        return PlanRules.problem(plan, KNOWN, NOON)
                .map(refused -> refused.field() + " " + refused.why().key())
                .orElse("");
    }

    @Test
    void has_a_name_of_some_letters() {
        Plan plan = of(daily(LocalTime.NOON));
        assertEquals("", wrong(plan.called("a".repeat(Limits.NAME_CHARACTERS))));
        assertEquals(
                "label silence.refused.label-long",
                wrong(plan.called("a".repeat(Limits.NAME_CHARACTERS + 1))));
        assertEquals("label silence.refused.label", wrong(plan.called(" ")));
    }

    @Test
    void is_about_so_many_people() {
        assertEquals("", wrong(about(Limits.CODENAMES_PER_WATCH)));
        assertEquals(
                "about silence.refused.too-many-about",
                wrong(about(Limits.CODENAMES_PER_WATCH + 1)));
    }

    private static Plan about(int people) {
        return Vigil.plan(false, codenames(people).toArray(CodenameId[]::new));
    }

    @Test
    void holds_so_many_times_and_points() {
        assertEquals("", wrong(of(times(Limits.TIMES_PER_WATCH))));
        assertEquals(
                "times silence.refused.too-many-times",
                wrong(of(times(Limits.TIMES_PER_WATCH + 1))));
        assertEquals("", wrong(of(points(Limits.POINTS_PER_WATCH))));
        assertEquals(
                "points silence.refused.too-many-points",
                wrong(of(points(Limits.POINTS_PER_WATCH + 1))));
    }

    @Test
    void comes_every_hour_to_once_a_week() {
        assertEquals("", wrong(of(every(1))));
        assertEquals("", wrong(of(every(Limits.EVERY_HOURS))));
        assertEquals("hours silence.refused.hours", wrong(of(every(0))));
        assertEquals("hours silence.refused.hours", wrong(of(every(Limits.EVERY_HOURS + 1))));
    }

    @Test
    void gives_time_and_not_too_much_of_it() {
        Schedule once = daily(LocalTime.NOON);
        Duration none = Duration.ZERO;
        assertEquals("", wrong(plan(once, none, SilencePolicy.SHORTEST_GRACE)));
        assertEquals(
                "grace silence.refused.grace",
                wrong(plan(once, none, SilencePolicy.SHORTEST_GRACE.minusNanos(1))));
        Schedule weekly =
                new Schedule(
                        UTC,
                        List.of(LocalTime.NOON),
                        Set.of(DayOfWeek.MONDAY),
                        Optional.empty(),
                        List.of());
        assertEquals("", wrong(plan(weekly, none, SilencePolicy.LONGEST_GRACE)));
        assertEquals(
                "grace silence.refused.grace",
                wrong(plan(weekly, none, SilencePolicy.LONGEST_GRACE.plusNanos(1))));
        Duration grace = SilencePolicy.SHORTEST_GRACE;
        assertEquals("", wrong(plan(weekly, SilencePolicy.LONGEST_REMINDER, grace)));
        assertEquals(
                "reminder silence.refused.reminder",
                wrong(plan(weekly, SilencePolicy.LONGEST_REMINDER.plusNanos(1), grace)));
        assertEquals(
                "reminder silence.refused.reminder",
                wrong(plan(weekly, none.minusNanos(1), grace)));
    }

    @Test
    void leaves_room_between_two_due_times() {
        LocalTime ten = LocalTime.of(10, 0);
        LocalTime next = ten.plus(SilencePolicy.SHORTEST_PERIOD);
        assertEquals("", wrong(of(daily(ten, next))));
        assertEquals("times silence.refused.always", wrong(of(daily(ten, next.minusNanos(1)))));
    }

    @Test
    void says_how_much_is_too_much() {
        var refused = PlanRules.problem(of(every(0)), KNOWN, NOON).orElseThrow().why().gaps();
        assertEquals(Set.of((long) Limits.EVERY_HOURS), Set.copyOf(refused.values()));
        var margins =
                PlanRules.problem(
                                plan(daily(LocalTime.NOON), Duration.ZERO, Duration.ZERO),
                                KNOWN,
                                NOON)
                        .orElseThrow()
                        .why()
                        .gaps();
        assertEquals(
                Stream.of(SilencePolicy.SHORTEST_GRACE, SilencePolicy.LONGEST_GRACE)
                        .map(Duration::toMinutes)
                        .collect(Collectors.toSet()),
                Set.copyOf(margins.values()));
    }

    /// An alarm would come after the next reminder.
    @Test
    void ends_each_due_time_before_the_next_is_reminded_of() {
        LocalTime ten = LocalTime.of(10, 0);
        Schedule hourly = daily(ten, ten.plusHours(1));
        Duration half = Duration.ofMinutes(30);
        assertEquals("", wrong(plan(hourly, half.minusNanos(1), half)));
        assertEquals("grace silence.refused.overlap", wrong(plan(hourly, half, half)));
    }
}
