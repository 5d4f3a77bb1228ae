package org.watchword.desk.cli.seal;

import org.watchword.desk.basis.Sentence;

/// Carries the reason up to the command that tells it.
final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Not outcome;

    private NotDone(Outcome.Not outcome) {
        super(outcome.why().key());
        this.outcome = outcome;
    }

    /// A file does not open.
    static NotDone unopened(Sentence why) {
        return new NotDone(new Outcome.Not(why, 1));
    }

    /// What was given cannot be used.
    static NotDone given(Sentence why) {
        return new NotDone(new Outcome.Not(why, 2));
    }

    /// Something around the program does not work.
    static NotDone around(Sentence why) {
        return new NotDone(new Outcome.Not(why, 3));
    }

    Outcome.Not outcome() {
        return outcome;
    }
}
