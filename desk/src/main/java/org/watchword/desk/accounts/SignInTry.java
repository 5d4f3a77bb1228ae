package org.watchword.desk.accounts;

import org.watchword.desk.basis.PersonId;

/// What came of a passphrase.
sealed interface SignInTry {
    record Right(PersonId person) implements SignInTry {}

    /// Nobody has that name, or that passphrase opens nothing: which of them is not said.
    record Wrong() implements SignInTry {}

    /// Not tried: after wrong tries from there, so many seconds have to pass first.
    record TooSoon(long seconds) implements SignInTry {}

    /// Not tried: too many tries are under way.
    record Busy() implements SignInTry {}
}
