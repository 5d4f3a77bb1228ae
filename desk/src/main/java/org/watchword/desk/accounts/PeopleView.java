package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages about people and roles show.
public final class PeopleView {
    /// Everybody, and the roles.
    public record All(List<Line> people, List<RoleLine> roles) {}

    /// One person in the list.
    public record Line(long id, String name, String roles, String language, boolean active) {}

    /// One role in the list.
    public record RoleLine(String id, String label, String may, int holders) {}

    /// A person to be changed.
    public record One(
            long id,
            String name,
            List<Choice> languages,
            List<Choice> roles,
            boolean active,
            String seen,
            List<Wrong> wrong) {}

    /// A person to be added. Passphrases are never shown again.
    public record New(
            String name,
            List<Choice> languages,
            List<Choice> roles,
            int fewest,
            List<Wrong> wrong) {}

    /// A role; its id is empty while it is new.
    public record OneRole(String id, String label, List<Choice> may, List<Wrong> wrong) {}

    /// One of several to choose from.
    public record Choice(String value, String label, boolean chosen) {}

    private PeopleView() {}
}
