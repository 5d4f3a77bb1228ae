package org.watchword.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.script.Step;

/// What came of one step.
public record StepResult(Step step, Outcome outcome, List<Checked> checks) {
    /// How a step counts.
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_YET,
        /// It only told something; it does not count.
        TOLD
    }

    /// One thing that was checked, in the words of the story, and what was wrong with it.
    ///
    /// @param took how long it took by the clock on the wall
    public record Checked(String what, Optional<Sentence> wrong, Duration took) {}
}
