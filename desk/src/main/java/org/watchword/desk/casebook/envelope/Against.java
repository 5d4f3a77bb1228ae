package org.watchword.desk.casebook.envelope;

import org.watchword.desk.basis.Sentence;

/// Why an envelope stays shut, or something about it was not done.
enum Against {
    /// No alarm about that code-name runs, or no longer.
    NO_ALARM,
    /// Nobody filled one.
    NO_ENVELOPE,
    /// He holds none of its halves.
    NOT_HELD,
    /// It was opened in this alarm.
    SECOND_NEEDED,
    /// Asked too often in this alarm.
    TOO_MANY,
    /// Whoever asked cannot agree.
    OWN,
    /// There is nothing to agree to any more.
    NOTHING_ASKED,
    /// Something else stands there by now.
    CHANGED,
    /// That it was opened could not be written into the compartment.
    NOT_KEPT,
    /// What is kept does not open.
    SPOILT;

    Sentence sentence() {
        return Sentence.of(
                switch (this) {
                    case NO_ALARM -> "envelope.against.no-alarm";
                    case NO_ENVELOPE -> "envelope.against.no-envelope";
                    case NOT_HELD -> "envelope.against.not-held";
                    case SECOND_NEEDED -> "envelope.against.second-needed";
                    case TOO_MANY -> "envelope.against.too-many";
                    case OWN -> "envelope.against.own";
                    case NOTHING_ASKED -> "envelope.against.nothing-asked";
                    case CHANGED -> "envelope.against.changed";
                    case NOT_KEPT -> "envelope.against.not-kept";
                    case SPOILT -> "envelope.against.spoilt";
                });
    }
}
