package org.watchword.desk.basis;

import java.util.regex.Pattern;

/// The short name of a role, chosen by the team: lower-case letters, digits and hyphens, as in
/// `duty` or `case-lead`.
public record RoleId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public RoleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a role id");
        }
    }
}
