package org.watchword.desk.watch;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages for code-names show.
public final class CodenamesView {
    public record All(List<Shown> codenames) {}

    /// As it stands in the list.
    ///
    /// @param ladder the label of its own ladder; empty for the default one
    public record Shown(long id, String name, String plan, String ladder) {}

    /// One to be changed or added.
    ///
    /// @param id 0 for a new one
    /// @param ladder the chosen ladder; 0 for the default one
    /// @param questions how many proof-of-life questions are set
    public record One(
            long id,
            String name,
            String plan,
            long ladder,
            List<LadderChoice> ladders,
            String seen,
            int questions,
            List<Wrong> wrong) {
        public int planLength() {
            return plan.codePointCount(0, plan.length());
        }
    }

    /// The proof-of-life questions of one.
    public record Proof(long id, String name, List<Place> places, List<Wrong> wrong) {}

    /// One of four places for a question.
    ///
    /// @param set a question stands there; its answer is never shown
    public record Place(int nth, String question, boolean set) {}

    public record LadderChoice(long id, String label) {}

    private CodenamesView() {}
}
