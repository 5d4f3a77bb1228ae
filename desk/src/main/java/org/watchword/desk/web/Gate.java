package org.watchword.desk.web;

/// What a caller must be for a route to answer.
public sealed interface Gate {
    /// Anyone, signed in or not.
    record Open() implements Gate {}

    /// A session, locked or not.
    record Session() implements Gate {}

    /// A session that is not locked and whose roles allow it.
    record May(String what) implements Gate {}

    /// The same, and the passphrase was given within the last minutes.
    record Freshly(String what) implements Gate {}

    /// A session that is not locked, whose roles allow it and whose case files are open.
    record FilesOpen(String what) implements Gate {}

    /// The same, and the passphrase was given within the last minutes.
    record FilesOpenFreshly(String what) implements Gate {}

    /// A machine that proves itself to the handler by a secret in a header or in what it posts. No
    /// cookie is read, no session known, no form token or origin asked for.
    record Machine() implements Gate {}
}
