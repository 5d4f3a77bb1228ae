package org.watchword.desk.rota;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.rota.ShiftChange.About;
import org.watchword.desk.rota.ShiftChange.Kind;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// What is taken off the rota, as the pages do it. Where somebody would be rung no more and nobody
/// comes in that one's place, it stays until that counts. Taking over is not among it: that must be
/// possible at once.
final class ShiftChanges {
    private final RotaTools tools;
    private final RotaDesk desk;
    private final Changes changes;
    private final ShiftChange shift;
    private final ShiftChange weekly;
    private final ShiftChange standInAway;
    private final ShiftChange standIn;

    ShiftChanges(RotaTools tools) {
        this.tools = tools;
        this.desk = tools.desk();
        this.changes = tools.changes();
        this.shift = known(Kind.SHIFT);
        this.weekly = known(Kind.WEEKLY);
        this.standInAway = known(Kind.STAND_IN_AWAY);
        this.standIn = known(Kind.STAND_IN);
    }

    private ShiftChange known(Kind kind) {
        var change = new ShiftChange(tools, desk, kind);
        changes.know(change);
        return change;
    }

    /// What was done, and whether it waits.
    record Made(Planned planned, boolean waits) {}

    /// Takes a shift or a take-over away.
    Made remove(PersonId by, long id) {
        return inTurn(turn -> made(turn, by, shift, ShiftChange.row(id)));
    }

    /// Lets a weekly shift come no more.
    Made stop(PersonId by, long id) {
        return inTurn(turn -> made(turn, by, weekly, ShiftChange.row(id)));
    }

    /// Takes a stand-in away: whoever was planned comes again.
    Made removeStandIn(PersonId by, long id) {
        return inTurn(turn -> made(turn, by, standInAway, ShiftChange.row(id)));
    }

    /// Lets somebody stand in; at once where the desk can ring that person.
    Made standIn(RotaDesk.Instead instead) {
        return inTurn(turn ->
                desk.flawOf(turn.handle(), instead, now())
                        .map(refused -> new Made(refused, false))
                        .orElseGet(
                                () -> made(turn, instead.by(), standIn, ShiftChange.of(instead))));
    }

    @FunctionalInterface
    private interface Work {
        Made in(Turn turn);
    }

    private Made inTurn(Work work) {
        return tools.store().writer().write(Lane.ORDINARY, work::in);
    }

    private Instant now() {
        return tools.clock().instant();
    }

    private Made made(Turn turn, PersonId by, ShiftChange change, Map<String, String> what) {
        return change.about(turn.handle(), what)
                .filter(about -> about.time().to().isAfter(about.time().from()))
                .map(about -> made(turn, by, change, what, about))
                .orElseGet(ShiftChanges::gone);
    }

    private static Made gone() {
        return new Made(Planned.refused("shift", "rota.refused.gone"), false);
    }

    private Made made(
            Turn turn, PersonId by, ShiftChange change, Map<String, String> what, About about) {
        if (changes.isOn(turn) && leavesSomebodyOut(turn, change, what, about)) {
            return asked(changes.ask(turn, by, change, what));
        }
        return change.apply(turn, what) ? new Made(new Planned.Done(0), false) : gone();
    }

    private static Made asked(Asked asked) {
        return switch (asked) {
            case Asked.Counts() -> new Made(new Planned.Done(0), false);
            case Asked.Waits _ -> new Made(new Planned.Done(0), true);
            case Asked.Gone() -> gone();
        };
    }

    /// Makes the change, looks who would be on duty, and undoes it: there is no second way to find
    /// out who is.
    private boolean leavesSomebodyOut(
            Turn turn, ShiftChange change, Map<String, String> what, About about) {
        String mark = "rota";
        List<Segment> before = onDuty(turn, about);
        turn.handle().savepoint(mark);
        try {
            return change.apply(turn, what)
                    && new RungLess(tools, turn.handle(), about.role())
                            .anywhere(before, onDuty(turn, about));
        } finally {
            turn.handle().rollbackToSavepoint(mark);
        }
    }

    private List<Segment> onDuty(Turn turn, About about) {
        Span time = about.time();
        return tools.rota().between(turn.handle(), about.role(), time.from(), time.to());
    }
}
