package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages about people and roles show.
public final class PeopleView {
    /// Everybody, and the roles.
    public record All(List<Line> people, List<RoleLine> roles, List<Invited> invited) {}

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

    /// A code that was made.
    ///
    /// @param who who used it, and that person's number
    /// @param by who made it; empty for a founder's
    /// @param open it can still be used, or taken back
    public record Invited(
            long id,
            String label,
            String who,
            long person,
            String by,
            String stateKey,
            String until,
            boolean open) {}

    /// Somebody to be invited.
    public record Invite(
            String label, List<Choice> languages, List<Choice> roles, List<Wrong> wrong) {}

    /// A code just made, shown this once, and the page on which it is typed.
    public record Code(String code, String until, String path) {}

    /// What must hold before the first night.
    ///
    /// @param open lines that do not hold yet
    public record FirstNight(int open, List<TickLine> lines) {}

    /// One line of it.
    public record TickLine(String id, boolean well, String says, String path) {}

    /// The same on the board.
    public record FirstNightLeft(int open, String path) {}

    /// A role; its id is empty while it is new.
    public record OneRole(String id, String label, List<Choice> may, List<Wrong> wrong) {}

    /// One of several to choose from.
    public record Choice(String value, String label, boolean chosen) {}

    private PeopleView() {}
}
