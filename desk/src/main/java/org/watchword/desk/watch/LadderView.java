package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;

/// A ladder on its way through an alarm, as it is shown: as a picture and as a list.
public final class LadderView {
    /// The whole ladder.
    ///
    /// @param again what follows the last step; empty when nothing does
    /// @param summary the whole in a sentence, for those who hear the page
    public record Ladder(List<Step> steps, String again, String summary) {}

    /// One step of it.
    ///
    /// @param title its number and whom it rings
    /// @param aside when it was or will be rung
    public record Step(
            Stand stand,
            String title,
            String aside,
            List<Rung> people,
            Optional<Running> running) {}

    /// Where a step stands.
    public enum Stand {
        TO_COME("to-come"),
        RINGS("rings"),
        RUNG("rung"),
        ANSWERED("answered");

        private final String word;

        Stand(String word) {
            this.word = word;
        }

        /// The end of its class in the stylesheet.
        public String word() {
            return word;
        }
    }

    /// A person on a step.
    ///
    /// @param rings each ring in a few words: channel, time, what became of it
    public record Rung(String name, List<String> rings, String state, Tone tone) {}

    /// How a state is coloured; its words say the same.
    public enum Tone {
        GOOD("good"),
        LATE("late"),
        SOFT("soft"),
        UNCONFIRMED("unconfirmed");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        /// The end of its class in the stylesheet.
        public String word() {
            return word;
        }
    }

    /// The wait of the step that rings now.
    public record Running(int percent, String left) {}

    private LadderView() {}
}
