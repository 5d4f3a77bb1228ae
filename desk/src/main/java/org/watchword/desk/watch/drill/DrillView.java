package org.watchword.desk.watch.drill;

import java.time.Instant;
import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the page of the drills shows.
public final class DrillView {
    /// The whole page.
    ///
    /// @param hindrance why none can begin just now, in a sentence; empty for nothing
    /// @param codenames to choose from
    /// @param typed what was typed and refused
    /// @param drills the newest first; the one that is on, if there is one, before all others
    /// @param twins names of drills that can have a card, for whoever may make one
    public record Page(
            String hindrance,
            List<String> codenames,
            Typed typed,
            List<One> drills,
            List<Twin> twins,
            List<Wrong> wrong) {
        /// Whether one is on.
        public boolean running() {
            return drills.stream().anyMatch(One::running);
        }
    }

    public record Typed(String about, String what) {}

    public record Twin(long id, String name) {}

    /// A drill.
    ///
    /// @param after seconds until the first proven answer; -1 without one
    /// @param answer the first answer, or that there is none, in a sentence
    /// @param ended how it ended; empty while it is on
    public record One(
            long id,
            String who,
            String what,
            String by,
            Instant at,
            boolean running,
            long after,
            String answer,
            String ended,
            List<Rung> rung,
            List<Said> said) {}

    /// Somebody who was rung.
    ///
    /// @param answered an answer of this person stands in the log, proven or not
    public record Rung(String who, List<Ring> rings, boolean answered) {}

    /// Over which channel, after how long, and whether it went out, in a sentence.
    public record Ring(String sentence, long after) {}

    /// An answer.
    public record Said(String sentence, long after, boolean proven) {}

    private DrillView() {}
}
