package org.watchword.desk.watch.silence;

import java.time.Instant;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;

/// What may happen to a watch.
sealed interface WatchEvent {
    /// Its timer has come.
    record Due(long generation) implements WatchEvent {}

    /// A word that counts was kept at that instant.
    record Heard(CodenameId who, Instant at) implements WatchEvent {}

    /// What a person does. It was decided over an edition, and changes no later one.
    sealed interface ByHand extends WatchEvent {
        PersonId by();
    }

    record Armed(PersonId by) implements ByHand {}

    record Paused(Pause pause) implements ByHand {
        @Override
        public PersonId by() {
            return pause.by();
        }
    }

    record Resumed(PersonId by) implements ByHand {}

    record Replanned(Plan plan, PersonId by) implements ByHand {}

    record Ended(PersonId by) implements ByHand {}
}
