package org.watchword.desk.watch.silence;

import java.util.List;
import org.watchword.desk.basis.Sentence;

/// What the step function makes of an event.
sealed interface WatchStep {
    record Next(OneWatch watch, List<WatchEffect> effects) implements WatchStep {
        public Next {
            effects = List.copyOf(effects);
        }
    }

    /// It cannot be done, and why.
    record Refused(String field, Sentence why) implements WatchStep {}
}
