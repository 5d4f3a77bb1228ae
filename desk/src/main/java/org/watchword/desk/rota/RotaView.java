package org.watchword.desk.rota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.web.Wrong;

/// What the pages of the rota show.
public final class RotaView {
    /// The page of the rota.
    ///
    /// @param gaps in the next fourteen days, in roles that a ladder names
    /// @param unreachable members without a proven way to be rung
    /// @param asked how many swaps wait for an answer of whoever looks
    /// @param shifts planned one by one or taken over, and not over yet
    /// @param mayAnswer may take over and leave a note
    /// @param mayPlan may plan shifts and take them away
    public record All(
            List<Gaps> gaps,
            List<String> unreachable,
            int asked,
            List<OneRole> roles,
            boolean hasShifts,
            List<Line> shifts,
            boolean mayAnswer,
            boolean mayPlan,
            Plan plan,
            List<Wrong> wrong) {}

    /// When nobody is on duty in one role.
    ///
    /// @param more how many more there are than listed
    public record Gaps(String role, List<String> times, int more) {}

    /// One role: now, next, and the days to come.
    ///
    /// @param now who and until when; empty in a gap
    /// @param next what comes then, as a sentence; empty when nothing is planned
    /// @param running a shift runs, so that it can be taken over without saying for how long
    /// @param days the next fourteen days, without a break
    public record OneRole(
            String id,
            String label,
            List<Now> now,
            String next,
            boolean running,
            List<Days> days,
            Notes notes) {}

    /// Somebody on duty.
    public record Now(String name, String until, boolean tookOver) {}

    /// From when to when the same people are on duty; nobody in a gap.
    public record Days(List<String> who, Instant from, Instant to, boolean tookOver, boolean now) {}

    /// Hand-over notes of a role.
    ///
    /// @param typed what was typed for a new one and not kept
    public record Notes(Optional<Note> newest, List<Note> earlier, String typed) {}

    public record Note(String by, Instant at, String text) {}

    /// A shift that can be taken away.
    public record Line(
            long id, String role, String name, String from, String to, boolean takenOver) {}

    /// The form for a shift to be planned, as it was typed.
    public record Plan(List<Choice> roles, List<Choice> people, String from, String to) {}

    /// One of several to choose from.
    public record Choice(String value, String label, boolean chosen) {
        static Choice of(String value, String label, String chosen) {
            return new Choice(value, label, value.equals(chosen));
        }
    }

    /// What stands at the top of every page: who is on duty now and who next.
    ///
    /// @param now empty in a gap
    /// @param asked a swap waits for an answer of whoever looks
    public record Top(String now, String then, boolean asked) {}

    /// The page of weekly shifts.
    public record WeeklyShifts(List<Row> rows, Repeat typed, List<Wrong> wrong) {}

    /// Something planned, in words, that can be taken away.
    public record Row(long id, String role, String who, String when) {}

    /// The form for a weekly shift, as it was typed.
    public record Repeat(
            List<Choice> roles,
            List<Choice> people,
            List<Choice> days,
            String from,
            String end,
            String later,
            String weeks,
            String first,
            String last) {}

    /// The page of stand-ins.
    public record StandIns(
            List<Row> rows,
            List<Choice> roles,
            List<Choice> people,
            List<Choice> instead,
            String from,
            String to,
            List<Wrong> wrong) {}

    /// The page of swaps.
    ///
    /// @param gives one's own shifts
    /// @param takes the others', and the others without one
    public record AllSwaps(
            List<OneSwap> asked, List<Choice> gives, List<Choice> takes, List<Wrong> wrong) {}

    /// A swap that waits.
    ///
    /// @param mine whoever looks asked for it
    public record OneSwap(
            long id, boolean mine, String role, String other, String gives, String takes) {}

    /// Hand-over notes beside those on duty.
    public record OnBoard(List<RoleNote> notes) {}

    public record RoleNote(String role, Note note) {}

    private RotaView() {}
}
