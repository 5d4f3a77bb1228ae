package org.watchword.desk.watch.silence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.watchword.desk.web.Wrong;

/// What the pages about watches show.
public final class SilenceView {
    /// How a watch stands.
    ///
    /// @param tag a word or two
    /// @param text the rest of the sentence; may be empty
    public record State(Tone tone, String tag, String text) {}

    public enum Tone {
        CALM,
        LATE,
        SOFT
    }

    /// One watch in a list.
    ///
    /// @param who its code-names
    public record Row(long id, String label, boolean drill, String who, State state) {}

    /// All watches.
    ///
    /// @param more whether there are more than are shown
    public record All(
            List<Row> going, List<Row> drafts, List<Row> ended, boolean more, boolean mayPlan) {}

    /// What is due soon.
    public record Due(List<Row> rows, String calm) {}

    /// How one code-name was heard.
    public record Heard(String who, boolean late, String text) {}

    /// A line of the log.
    public record Said(Instant at, String what, String words) {}

    /// An instant in the desk's zone, and in the watch's own where that is another.
    public record Next(Instant at, String there) {}

    public record Choice(String value, String label, boolean chosen) {}

    /// What stands in the form of a pause.
    public record PauseForm(String until, String why, List<Choice> second) {}

    /// What stands in the way of quiet.
    ///
    /// @param awaited a word is due and has not come
    /// @param alarm the alarm that was raised for what was missed; 0 for none
    public record Ringing(boolean awaited, long alarm) {}

    /// What may be done with it.
    public enum Deed {
        ARM,
        PAUSE,
        RESUME,
        END,
        CHANGE
    }

    public record One(
            long id,
            String seen,
            String label,
            boolean drill,
            State state,
            List<String> plan,
            List<Next> next,
            List<Heard> heard,
            List<Said> log,
            Ringing ringing,
            PauseForm pause,
            Set<Deed> deeds,
            List<Wrong> wrong) {
        public boolean may(String deed) {
            return deeds.contains(Deed.valueOf(deed));
        }
    }

    /// A plan being typed.
    ///
    /// @param id 0 for a new one
    public record Form(
            long id,
            String seen,
            Typed typed,
            List<Choice> about,
            List<Choice> ladders,
            List<Choice> days,
            List<Wrong> wrong) {}

    /// Everything as it was typed.
    public record Typed(
            String label,
            Set<String> about,
            String ladder,
            String zone,
            String times,
            Set<String> days,
            String hours,
            String anchor,
            String points,
            String reminder,
            String grace,
            boolean anyone) {}

    private SilenceView() {}
}
