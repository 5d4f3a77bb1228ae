package org.watchword.desk.accounts;

import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.vault.Unlocked;

/// Signs somebody in without a passphrase, for tests of other rooms.
public final class SignedIn {
    private static final String PIN = "471902";

    /// An open session with its PIN chosen, and the passphrase as if just given.
    ///
    /// @return its cookie
    public static String openSession(TeamOnDisk team, PersonId person) {
        return withPin(team, team.accounts.sessions().start(person, Optional.empty()));
    }

    /// The same, with the case files of what was unlocked open.
    public static String openFiles(TeamOnDisk team, PersonId person, Unlocked unlocked) {
        return withPin(team, team.accounts.sessions().start(person, Optional.empty(), unlocked));
    }

    private static String withPin(TeamOnDisk team, String cookie) {
        var sessions = team.accounts.sessions();
        var caller = sessions.behind(Optional.of(cookie), TeamOnDisk.EN, true);
        try (var pin = TeamOnDisk.secret(PIN)) {
            sessions.choosePin(SignInPages.token(caller).orElseThrow(), pin);
        }
        return cookie;
    }

    private SignedIn() {}
}
