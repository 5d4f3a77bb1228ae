package org.watchword.desk.accounts;

import java.util.Set;
import org.watchword.desk.basis.RoleId;

/// A role of the team: its short name, what people call it, and what it allows.
public record Role(RoleId id, String label, Set<String> capabilities) {
    public Role {
        capabilities = Set.copyOf(capabilities);
    }
}
