package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages between a person and the desk show: signing in, PIN, passphrase, sessions.
public final class DoorView {
    /// Name and passphrase. The passphrase is never shown again.
    public record SignIn(String name, List<Wrong> wrong) {}

    /// A code, a name and a passphrase. Passphrases are never shown again.
    ///
    /// @param words a passphrase that the desk offers, made anew each time
    public record Join(
            String code,
            String name,
            List<PeopleView.Choice> languages,
            String words,
            int fewest,
            List<Wrong> wrong) {}

    /// A PIN to be chosen.
    public record Choose(String to, List<Wrong> wrong) {}

    /// A locked session.
    ///
    /// @param passphrase the PIN is used up, the passphrase opens
    /// @param press carried by the form, new each time the page is shown
    public record Unlock(
            String name,
            boolean passphrase,
            String to,
            String press,
            List<Button> buttons,
            List<Wrong> wrong) {}

    /// One press more beside "Unlock".
    public record Button(String then, String labelKey) {}

    /// The passphrase once more, with or without a code.
    public record Confirm(String to, List<Wrong> wrong) {}

    /// The devices on which a person is signed in.
    ///
    /// @param here the one that asks
    /// @param jobs how many of the person's jobs run
    public record Sessions(List<Device> here, List<Device> others, long jobs) {}

    /// One of them.
    ///
    /// @param here it is the one that asks
    /// @param filesUntil until when case files are open there; empty when they are shut
    public record Device(
            long id,
            String since,
            String seen,
            String until,
            boolean locked,
            boolean here,
            String filesUntil) {}

    private DoorView() {}
}
