package org.watchword.desk.accounts;

import org.watchword.desk.web.Caller;

/// What came of a PIN.
sealed interface PinTry {
    record Right(Caller.Present now) implements PinTry {}

    record Wrong(int triesLeft) implements PinTry {}

    record NeedsPassphrase() implements PinTry {}

    /// The session has ended meanwhile, or has no PIN yet.
    record NotHere() implements PinTry {}
}
