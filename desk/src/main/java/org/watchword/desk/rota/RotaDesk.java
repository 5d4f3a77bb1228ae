package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Changes the rota: plans shifts, single and weekly, lets somebody stand in, takes them away, and
/// lets anyone take over at once.
public final class RotaDesk {
    /// The longest planned shift.
    static final Duration LONGEST = Duration.ofDays(7);

    /// The longest take-over.
    static final Duration LONGEST_TAKE_OVER = Duration.ofHours(24);

    /// How far ahead a shift may be planned.
    static final Duration FARTHEST = Duration.ofDays(400);

    /// How far ahead a weekly shift is held against everything else of the same person: longer than
    /// any two of them take to come round together.
    private static final Duration ROUNDS = FARTHEST.plusDays(120);

    private final Store store;
    private final Rota rota;
    private final ShiftRows rows = new ShiftRows();
    private final PlanRows plans = new PlanRows();

    public RotaDesk(Store store, Rota rota) {
        this.store = store;
        this.rota = rota;
    }

    /// A shift to be planned.
    public record Plan(RoleId role, PersonId person, Instant starts, Instant ends) {
        Span time() {
            return new Span(starts, ends);
        }
    }

    /// Plans a shift.
    public Planned plan(Plan plan, Instant now) {
        return flaw(plan.time(), now)
                .<Planned>map(refused -> refused)
                .orElseGet(() -> store.writer().write(Lane.ORDINARY, turn -> planned(turn, plan)));
    }

    private Planned planned(Turn turn, Plan plan) {
        var times = List.of(plan.time());
        var twice = twice(turn.handle(), plan.role(), plan.person(), times);
        if (twice.isPresent()) {
            return Planned.refused("from", "rota.refused.overlaps_itself", twice.get());
        }
        long id = RowNumbers.next(turn, "shift");
        rows.insert(
                turn.handle(),
                new Shift(id, plan.role(), plan.person(), plan.starts(), plan.ends(), false));
        return new Planned.Done(id);
    }

    /// The first time at which somebody is planned already in one of these times.
    private Optional<Span> twice(Handle handle, RoleId role, PersonId person, List<Span> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        var window = new Span(times.getFirst().from(), times.getLast().to());
        return claims(handle, role, person, window).stream()
                .filter(claim -> times.stream().anyMatch(claim::touches))
                .findFirst();
    }

    /// When somebody is planned or stands in.
    private List<Span> claims(Handle handle, RoleId role, PersonId person, Span window) {
        var all = new ArrayList<>(rota.planned(handle, role, window));
        all.addAll(rota.standing(handle, role, window));
        return all.stream()
                .filter(one -> one.person().equals(person))
                .map(Stretch::time)
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private static Optional<Planned.Refused> flaw(Span time, Instant now) {
        if (!time.to().isAfter(time.from())) {
            return Optional.of(Planned.refused("to", "rota.refused.end_before_start"));
        }
        if (!time.to().isAfter(now)) {
            return Optional.of(Planned.refused("to", "rota.refused.over_already"));
        }
        if (Duration.between(time.from(), time.to()).compareTo(LONGEST) > 0) {
            return Optional.of(
                    Planned.refused("to", "rota.refused.too_long", "days", LONGEST.toDays()));
        }
        if (time.from().isAfter(now.plus(FARTHEST))) {
            return Optional.of(
                    Planned.refused("from", "rota.refused.too_far", "days", FARTHEST.toDays()));
        }
        return Optional.empty();
    }

    /// A weekly shift to be planned.
    public record Repeat(RoleId role, PersonId person, Pattern pattern) {}

    /// Plans a weekly shift.
    public Planned repeat(Repeat repeat, Instant now) {
        return flaw(repeat.pattern(), LocalDate.ofInstant(now, rota.zone()))
                .<Planned>map(refused -> refused)
                .orElseGet(() ->
                        store.writer().write(Lane.ORDINARY, turn -> repeated(turn, repeat, now)));
    }

    private static Optional<Planned.Refused> flaw(Pattern pattern, LocalDate today) {
        if (pattern.days().isEmpty()) {
            return Optional.of(Planned.refused("day", "rota.refused.no_day"));
        }
        if (pattern.everyWeeks() < 1 || pattern.everyWeeks() > Pattern.MOST_WEEKS) {
            return Optional.of(
                    Planned.refused("weeks", "rota.refused.weeks", "most", Pattern.MOST_WEEKS));
        }
        if (pattern.minutes() <= 0) {
            return Optional.of(Planned.refused("end", "rota.refused.end_before_start"));
        }
        if (Duration.ofMinutes(pattern.minutes()).compareTo(LONGEST) > 0) {
            return Optional.of(
                    Planned.refused("later", "rota.refused.too_long", "days", LONGEST.toDays()));
        }
        return flawOfDays(pattern, today);
    }

    private static Optional<Planned.Refused> flawOfDays(Pattern pattern, LocalDate today) {
        if (pattern.first().isAfter(today.plusDays(FARTHEST.toDays()))) {
            return Optional.of(
                    Planned.refused("first", "rota.refused.too_far", "days", FARTHEST.toDays()));
        }
        if (pattern.first().isBefore(today.minusDays(FARTHEST.toDays()))) {
            return Optional.of(Planned.refused("first", "rota.refused.too_old"));
        }
        if (pattern.last().filter(today::isAfter).isPresent()) {
            return Optional.of(Planned.refused("last", "rota.refused.over_already"));
        }
        if (!pattern.everComes()) {
            return Optional.of(Planned.refused("last", "rota.refused.never"));
        }
        return pattern.overlapsItself()
                .map(clash ->
                        new Planned.Refused(
                                "later",
                                new Sentence(
                                        "rota.refused.overlaps_its_next",
                                        Map.of("one", clash.one(), "next", clash.next()))));
    }

    private Planned repeated(Turn turn, Repeat repeat, Instant now) {
        Handle handle = turn.handle();
        if (plans.countWeekly(handle) >= Limits.WEEKLY_SHIFTS) {
            return Planned.refused(
                    "role", "rota.refused.too_many_weekly", "most", Limits.WEEKLY_SHIFTS);
        }
        var times = repeat.pattern().touching(new Span(now, now.plus(ROUNDS)), rota.zone());
        var twice = twice(handle, repeat.role(), repeat.person(), times);
        if (twice.isPresent()) {
            return Planned.refused("day", "rota.refused.overlaps_itself", twice.get());
        }
        long id = RowNumbers.next(turn, "weekly_shift");
        plans.insert(
                handle,
                new Weekly(id, repeat.role(), repeat.person(), repeat.pattern(), Optional.empty()),
                now);
        return new Planned.Done(id);
    }

    /// Somebody to come instead of somebody else.
    ///
    /// @param by who plans it
    public record Instead(
            RoleId role, PersonId person, PersonId insteadOf, Span time, PersonId by) {}

    /// Lets somebody stand in.
    public Planned standIn(Instead instead, Instant now) {
        return store.writer().write(Lane.ORDINARY, turn -> standInIn(turn, instead, now));
    }

    Planned standInIn(Turn turn, Instead instead, Instant now) {
        return flawOf(turn.handle(), instead, now)
                .<Planned>map(refused -> refused)
                .orElseGet(() -> stoodIn(turn, instead, Optional.empty(), now));
    }

    /// Why a stand-in cannot be planned.
    Optional<Planned.Refused> flawOf(Handle handle, Instead instead, Instant now) {
        return flaw(instead.time(), now).or(() -> flaw(handle, instead));
    }

    /// Why somebody cannot stand in for somebody else.
    Optional<Planned.Refused> flaw(Handle handle, Instead instead) {
        if (instead.person().equals(instead.insteadOf())) {
            return Optional.of(Planned.refused("person", "rota.refused.himself"));
        }
        var replaced =
                rota.standing(handle, instead.role(), instead.time()).stream()
                        .filter(one -> one.person().equals(instead.insteadOf()))
                        .toList();
        if (replaced.isEmpty()) {
            return Optional.of(Planned.refused("instead", "rota.refused.nothing_to_stand_in"));
        }
        return claims(handle, instead.role(), instead.person(), instead.time()).stream()
                .filter(claim -> replaced.stream().anyMatch(one -> one.time().touches(claim)))
                .findFirst()
                .map(claim -> Planned.refused("person", "rota.refused.there_anyway", claim));
    }

    Planned stoodIn(Turn turn, Instead instead, Optional<Long> swap, Instant now) {
        long id = RowNumbers.next(turn, "stand_in");
        var row =
                new StandIn(
                        id,
                        instead.role(),
                        instead.person(),
                        instead.insteadOf(),
                        instead.time(),
                        swap);
        plans.insert(turn.handle(), row, instead.by(), now);
        return new Planned.Done(id);
    }

    /// Takes over a role from now to the end of the shift that runs, or for so long when given.
    /// Counts from the commit on.
    public Planned takeOver(RoleId role, PersonId person, Optional<Duration> lasting, Instant now) {
        if (lasting.isPresent() && lasting.get().compareTo(LONGEST_TAKE_OVER) > 0) {
            return Planned.refused(
                    "hours",
                    "rota.refused.take_over_too_long",
                    "hours",
                    LONGEST_TAKE_OVER.toHours());
        }
        return store.writer().write(Lane.FIRST, turn -> tookOver(turn, role, person, lasting, now));
    }

    private Planned tookOver(
            Turn turn, RoleId role, PersonId person, Optional<Duration> lasting, Instant now) {
        var ends = lasting.map(now::plus).or(() -> endOfRunning(turn, role, now));
        if (ends.isEmpty()) {
            return Planned.refused("hours", "rota.refused.how_long");
        }
        long id = RowNumbers.next(turn, "shift");
        rows.insert(turn.handle(), new Shift(id, role, person, now, ends.get(), true));
        return new Planned.Done(id);
    }

    private Optional<Instant> endOfRunning(Turn turn, RoleId role, Instant now) {
        List<Duty> running = rota.onDuty(turn.handle(), role, now);
        return running.stream().map(Duty::until).max(Comparator.naturalOrder());
    }

    /// Takes a shift or a take-over away; false when it is over or gone already.
    public boolean remove(long shift, Instant now) {
        return store.writer().write(Lane.ORDINARY, turn -> removeIn(turn, shift, now));
    }

    boolean removeIn(Turn turn, long shift, Instant now) {
        return rows.end(turn.handle(), shift, now) > 0;
    }

    /// Lets a weekly shift come no more; false when it was stopped already.
    public boolean stop(long weekly, Instant now) {
        return store.writer().write(Lane.ORDINARY, turn -> stopIn(turn, weekly, now));
    }

    boolean stopIn(Turn turn, long weekly, Instant now) {
        return plans.stop(turn.handle(), weekly, now) > 0;
    }

    /// Takes a stand-in away; false when it is over or gone already.
    boolean removeStandInIn(Turn turn, long standIn, Instant now) {
        return plans.endStandIn(turn.handle(), standIn, now) > 0;
    }
}
