package org.watchword.desk.accounts;

import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Somebody who belongs to the team now, as its rules see him: they never ask for a name, which is
/// sealed and takes time to open.
public record Member(PersonId id, Language language, Set<RoleId> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }
}
