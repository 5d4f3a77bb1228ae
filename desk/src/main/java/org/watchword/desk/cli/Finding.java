package org.watchword.desk.cli;

import org.watchword.desk.basis.Sentence;

/// One line of `check`: what was looked at, how it is, and what to do.
///
/// @param well nothing needs doing
public record Finding(boolean well, Sentence says) {
    static Finding well(Sentence says) {
        return new Finding(true, says);
    }

    static Finding toMend(Sentence says) {
        return new Finding(false, says);
    }
}
