package org.watchword.desk.accounts;

import java.util.Optional;
import org.watchword.desk.basis.PersonId;

/// Signs somebody in without a passphrase, for tests of other rooms.
public final class SignedIn {
    private static final String PIN = "471902";

    /// An open session with its PIN chosen, and the passphrase as if just given.
    ///
    /// @return its cookie
    public static String openSession(TeamOnDisk team, PersonId person) {
        var sessions = team.accounts.sessions();
        String cookie = sessions.start(person, Optional.empty());
        var caller = sessions.behind(Optional.of(cookie), TeamOnDisk.EN, true);
        try (var pin = TeamOnDisk.secret(PIN)) {
            sessions.choosePin(SignInPages.token(caller).orElseThrow(), pin);
        }
        return cookie;
    }

    private SignedIn() {}
}
