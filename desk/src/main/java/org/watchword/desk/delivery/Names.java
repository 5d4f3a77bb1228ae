package org.watchword.desk.delivery;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;

/// What this room's pages must know of people, whom it knows only by number.
@FunctionalInterface
public interface Names {
    /// What a person is called; empty when there is no such person.
    Optional<String> of(Handle handle, PersonId person);

    /// What a person reads; empty when that is not known.
    default Optional<Language> language(Handle handle, PersonId person) {
        return Optional.empty();
    }
}
