package org.watchword.desk.watch;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages for setting up ladders show.
public final class LaddersView {
    /// All of them.
    ///
    /// @param label what was typed for a new ladder
    public record All(List<Shown> ladders, List<String> flags, String label, List<Wrong> wrong) {}

    /// A ladder in plain words.
    ///
    /// @param seen which version of it this is
    /// @param flags about the ladder as a whole
    public record Shown(
            long id,
            String label,
            String seen,
            boolean isDefault,
            List<ShownStep> steps,
            List<String> flags) {}

    /// A step in plain words, and what is wrong with it.
    public record ShownStep(
            int number, String whom, String over, String lasts, boolean all, List<String> flags) {}

    /// Ladders on a printed sheet.
    public record OnSheet(List<Shown> ladders) {}

    /// One ladder to be changed.
    public record One(Shown ladder, String label, boolean mayGrow, List<Wrong> wrong) {}

    /// One step to be changed or added.
    ///
    /// @param number from 1; 0 for a new one
    /// @param lasts as typed
    public record EditStep(
            long ladder,
            String ladderLabel,
            String seen,
            int number,
            List<Choice> roles,
            List<Choice> people,
            List<Choice> channels,
            String lasts,
            boolean all,
            List<Wrong> wrong) {}

    /// Something to tick.
    public record Choice(String value, String label, boolean chosen) {}

    private LaddersView() {}
}
