package org.watchword.desk.delivery;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;

/// How this room's pages call people, whom it knows only by number.
@FunctionalInterface
public interface Names {
    /// Empty when there is no such person.
    Optional<String> of(Handle handle, PersonId person);
}
