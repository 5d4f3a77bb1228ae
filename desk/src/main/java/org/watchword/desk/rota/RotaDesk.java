package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Changes the rota: plans shifts, takes them away, and lets anyone take over at once.
public final class RotaDesk {
    /// The longest planned shift.
    static final Duration LONGEST = Duration.ofDays(7);

    /// The longest take-over.
    static final Duration LONGEST_TAKE_OVER = Duration.ofHours(24);

    /// How far ahead a shift may be planned.
    static final Duration FARTHEST = Duration.ofDays(400);

    private final Store store;
    private final Rota rota;
    private final ShiftRows rows = new ShiftRows();

    public RotaDesk(Store store, Rota rota) {
        this.store = store;
        this.rota = rota;
    }

    /// What came of a change.
    public sealed interface Planned {
        record Done(long shift) implements Planned {}

        record Refused(String field, Sentence why) implements Planned {}
    }

    /// A shift to be planned.
    public record Plan(RoleId role, PersonId person, Instant starts, Instant ends) {}

    /// Plans a shift.
    public Planned plan(Plan plan, Instant now) {
        return flaw(plan, now)
                .<Planned>map(refused -> refused)
                .orElseGet(() -> store.writer().write(Lane.ORDINARY, turn -> planned(turn, plan)));
    }

    private Planned planned(Turn turn, Plan plan) {
        boolean twice =
                rota.shifts(turn.handle(), plan.role(), plan.starts(), plan.ends()).stream()
                        .anyMatch(s -> !s.takenOver() && s.person().equals(plan.person()));
        if (twice) {
            return refused("from", Sentence.of("rota.refused.overlaps_itself"));
        }
        long id = RowNumbers.next(turn, "shift");
        rows.insert(
                turn.handle(),
                new Shift(id, plan.role(), plan.person(), plan.starts(), plan.ends(), false));
        return new Planned.Done(id);
    }

    private static Optional<Planned.Refused> flaw(Plan plan, Instant now) {
        if (!plan.ends().isAfter(plan.starts())) {
            return Optional.of(refused("to", Sentence.of("rota.refused.end_before_start")));
        }
        if (!plan.ends().isAfter(now)) {
            return Optional.of(refused("to", Sentence.of("rota.refused.over_already")));
        }
        if (Duration.between(plan.starts(), plan.ends()).compareTo(LONGEST) > 0) {
            var why = Sentence.of("rota.refused.too_long", "days", LONGEST.toDays());
            return Optional.of(refused("to", why));
        }
        if (plan.starts().isAfter(now.plus(FARTHEST))) {
            var why = Sentence.of("rota.refused.too_far", "days", FARTHEST.toDays());
            return Optional.of(refused("from", why));
        }
        return Optional.empty();
    }

    /// Takes over a role from now to the end of the shift that runs, or for so long when given.
    /// Counts from the commit on.
    public Planned takeOver(RoleId role, PersonId person, Optional<Duration> lasting, Instant now) {
        if (lasting.isPresent() && lasting.get().compareTo(LONGEST_TAKE_OVER) > 0) {
            var why =
                    Sentence.of(
                            "rota.refused.take_over_too_long",
                            "hours",
                            LONGEST_TAKE_OVER.toHours());
            return refused("hours", why);
        }
        return store.writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            var ends =
                                    lasting.map(now::plus).or(() -> endOfRunning(turn, role, now));
                            if (ends.isEmpty()) {
                                return refused("hours", Sentence.of("rota.refused.how_long"));
                            }
                            long id = RowNumbers.next(turn, "shift");
                            rows.insert(
                                    turn.handle(),
                                    new Shift(id, role, person, now, ends.get(), true));
                            return new Planned.Done(id);
                        });
    }

    private Optional<Instant> endOfRunning(Turn turn, RoleId role, Instant now) {
        List<Duty> running = rota.onDuty(turn.handle(), role, now);
        return running.stream().map(Duty::until).max(Comparator.naturalOrder());
    }

    /// Takes a shift or a take-over away; false when it is gone already.
    public boolean remove(long shift) {
        return store.writer().write(Lane.ORDINARY, turn -> rows.delete(turn.handle(), shift) > 0);
    }

    private static Planned.Refused refused(String field, Sentence why) {
        return new Planned.Refused(field, why);
    }
}
