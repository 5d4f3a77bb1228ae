package org.watchword.desk.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// A single-use code that was made for somebody, without the code.
///
/// @param label for whom, as whoever made it typed it; may be empty
/// @param by who made it; empty for a founder's
/// @param joined who used it
public record Invitation(
        long id,
        String label,
        Set<RoleId> roles,
        Optional<PersonId> by,
        Instant made,
        Instant ends,
        Optional<PersonId> joined,
        boolean revoked) {
    public Invitation {
        roles = Set.copyOf(roles);
    }

    /// What became of it.
    public enum State {
        INVITED,
        ACCEPTED,
        RUN_OUT,
        REVOKED
    }

    public State state(Instant now) {
        if (joined.isPresent()) {
            return State.ACCEPTED;
        }
        if (revoked) {
            return State.REVOKED;
        }
        return now.isBefore(ends) ? State.INVITED : State.RUN_OUT;
    }
}
