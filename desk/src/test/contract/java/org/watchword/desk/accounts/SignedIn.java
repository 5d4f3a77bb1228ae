package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.vault.Unlocked;
import org.watchword.formats.slot.AccountKeys;

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

    /// The keys of an account without a second factor; takes a run of Argon2id. The caller closes
    /// them.
    public static AccountKeys keys(Accounts accounts, PersonId person, String passphrase) {
        try (var typed = TeamOnDisk.secret(passphrase)) {
            var tried = accounts.signIn().again(person, typed, "");
            try (var unlocked = assertInstanceOf(SignInTry.Right.class, tried).unlocked()) {
                return unlocked.keys();
            }
        }
    }

    private SignedIn() {}
}
