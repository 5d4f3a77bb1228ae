package org.watchword.desk.cli.seal;

import org.watchword.desk.basis.Sentence;

/// What became of it.
public sealed interface Outcome {
    record Done() implements Outcome {}

    /// A key pair was made.
    ///
    /// @param recipient its public half
    record Made(String recipient) implements Outcome {}

    /// Not done.
    ///
    /// @param status 1 when a file does not open, 2 for what was given, 3 for what is around
    record Not(Sentence why, int status) implements Outcome {}
}
