package org.watchword.desk.accounts;

import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;

/// Somebody to be added. The name is also what he types to sign in. Whoever made the passphrase
/// closes it.
public record NewPerson(String name, Language language, Set<RoleId> roles, Secret passphrase) {
    public NewPerson {
        roles = Set.copyOf(roles);
    }
}
