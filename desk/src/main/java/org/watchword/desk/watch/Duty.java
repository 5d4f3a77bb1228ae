package org.watchword.desk.watch;

import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Whom a step of a ladder names.
public sealed interface Duty {
    /// Whoever is on duty for a role, as the rota says at that moment.
    record OfRole(RoleId role) implements Duty {}

    /// One person, on duty or not.
    record OfPerson(PersonId person) implements Duty {}
}
