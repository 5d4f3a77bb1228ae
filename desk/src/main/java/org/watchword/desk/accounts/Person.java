package org.watchword.desk.accounts;

import java.util.Objects;
import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// A member of the team.
///
/// @param active false for somebody who is no longer there: he is neither rung nor let in
public record Person(
        PersonId id, String name, Language language, Set<RoleId> roles, boolean active) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /// Another one whenever what people set up is another.
    String version() {
        return Integer.toHexString(Objects.hash(name, language, roles, active));
    }
}
