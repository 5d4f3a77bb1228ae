package org.watchword.desk.rota;

import java.time.Instant;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// A stretch of time in which somebody is on duty in a role: from `starts` up to, not including,
/// `ends`.
///
/// @param takenOver it was taken over at its start, and stands above the plan
public record Shift(
        long id, RoleId role, PersonId person, Instant starts, Instant ends, boolean takenOver) {
    boolean covers(Instant at) {
        return !at.isBefore(starts) && at.isBefore(ends);
    }
}
