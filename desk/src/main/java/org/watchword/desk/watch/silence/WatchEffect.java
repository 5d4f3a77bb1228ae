package org.watchword.desk.watch.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;

/// What is to be done besides keeping the watch.
sealed interface WatchEffect {
    /// These have not been heard, and are reminded.
    record Remind(List<CodenameId> whom, Instant due) implements WatchEffect {}

    /// These have not been heard when the grace was over.
    ///
    /// @param overdue when it was over
    record Silent(List<CodenameId> whom, Instant due, Instant overdue) implements WatchEffect {}

    /// A line for the log.
    ///
    /// @param overdue when a silence should have rung
    record Line(Kind kind, Optional<PersonId> by, Optional<Pause> pause, Optional<Instant> overdue)
            implements WatchEffect {
        static Line byHand(Kind kind, PersonId by) {
            return by(kind, Optional.of(by));
        }

        static Line by(Kind kind, Optional<PersonId> by) {
            return new Line(kind, by, Optional.empty(), Optional.empty());
        }

        static Line byItself(Kind kind) {
            return by(kind, Optional.empty());
        }

        static Line paused(Pause pause) {
            return new Line(
                    Kind.PAUSED, Optional.of(pause.by()), Optional.of(pause), Optional.empty());
        }

        static Line missed(Instant overdue) {
            return new Line(Kind.MISSED, Optional.empty(), Optional.empty(), Optional.of(overdue));
        }
    }

    /// What a line of the log says.
    enum Kind {
        PLANNED("planned"),
        CHANGED("changed"),
        ARMED("armed"),
        PAUSED("paused"),
        RESUMED("resumed"),
        ENDED("ended"),
        MISSED("missed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
