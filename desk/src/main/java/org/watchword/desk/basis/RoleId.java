package org.watchword.desk.basis;

/// The short name of a role, chosen by the team: lower-case letters, digits and hyphens, as in
/// `duty` or `case-lead`.
public record RoleId(String value) {
    public RoleId {
        if (!value.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException("not a role id");
        }
    }
}
