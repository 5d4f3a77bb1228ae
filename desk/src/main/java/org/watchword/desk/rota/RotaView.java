package org.watchword.desk.rota;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the page of the rota shows.
public final class RotaView {
    /// The whole page.
    ///
    /// @param mayAnswer may take over
    /// @param mayPlan may plan shifts and take them away
    public record All(
            List<OneRole> roles,
            boolean mayAnswer,
            boolean mayPlan,
            Plan plan,
            List<Wrong> wrong) {}

    /// One role: now, next, and what is planned.
    ///
    /// @param now who and until when; empty in a gap
    /// @param next what comes then, as a sentence; empty when nothing is planned
    /// @param running a shift runs, so that it can be taken over without saying for how long
    public record OneRole(
            String id,
            String label,
            List<Now> now,
            String next,
            boolean running,
            List<Line> lines) {}

    /// Somebody on duty.
    public record Now(String name, String until, boolean tookOver) {}

    /// A shift, or, with an id of 0, a hole in which nobody is on duty.
    public record Line(
            long id, String name, String from, String to, boolean takenOver, boolean now) {
        public boolean isHole() {
            return id == 0;
        }
    }

    /// The form for a shift to be planned, as it was typed.
    public record Plan(List<Choice> roles, List<Choice> people, String from, String to) {}

    /// One of several to choose from.
    public record Choice(String value, String label, boolean chosen) {}

    /// What stands at the top of every page: who is on duty now and who next.
    ///
    /// @param now empty in a gap
    public record Top(String now, String then) {}

    private RotaView() {}
}
