package org.watchword.desk.watch.silence;

import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;

/// What may happen to a watch.
sealed interface WatchEvent {
    /// Its timer has come.
    record Due(long generation) implements WatchEvent {}

    /// A word that counts was kept at that instant.
    record Heard(CodenameId who, Instant at) implements WatchEvent {}

    /// What a person does. It was decided over an edition, and changes no later one.
    sealed interface ByHand extends WatchEvent {}

    record Armed(PersonId by) implements ByHand {}

    record Paused(Pause pause) implements ByHand {}

    record Resumed(PersonId by) implements ByHand {}

    /// Another plan.
    ///
    /// @param by nobody: it had waited, and its time came
    record Replanned(Plan plan, Optional<PersonId> by) implements ByHand {}

    /// It is over.
    ///
    /// @param by nobody: it had waited, and its time came
    record Ended(Optional<PersonId> by) implements ByHand {}
}
