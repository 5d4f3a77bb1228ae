package org.watchword.desk.accounts;

import org.watchword.desk.basis.PersonId;
import org.watchword.desk.vault.Unlocked;

/// What came of a passphrase, with or without a code.
sealed interface SignInTry {
    /// The passphrase is right, and the account asks for no more or was asked for it all. The
    /// caller closes what it was given.
    record Right(PersonId person, Unlocked unlocked) implements SignInTry {}

    /// The passphrase is right, and there is a second factor that was not asked for: enough for a
    /// shift session and for nothing else.
    record RightSoFar(PersonId person) implements SignInTry {}

    /// Nobody has that name, or that passphrase opens nothing, or the code is none: which of them
    /// is not said.
    record Wrong() implements SignInTry {}

    /// Not tried: after wrong tries from there, so many seconds have to pass first.
    record TooSoon(long seconds) implements SignInTry {}

    /// Not tried: too many tries are under way.
    record Busy() implements SignInTry {}
}
