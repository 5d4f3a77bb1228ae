package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.GlassEntry;

/// How it stands with the envelope of a code-name.
sealed interface Standing {
    /// Nobody filled one.
    record None() implements Standing {}

    /// It lies there.
    ///
    /// @param holders who could open it
    record Filled(GlassEntry entry, Instant at, Set<PersonId> holders) implements Standing {}

    /// What says where it lies was changed.
    record Unreadable() implements Standing {}

    /// Whether this person holds it.
    default boolean isHeldBy(PersonId person) {
        return switch (this) {
            case None _, Unreadable _ -> false;
            case Filled filled -> filled.holders().contains(person);
        };
    }
}
