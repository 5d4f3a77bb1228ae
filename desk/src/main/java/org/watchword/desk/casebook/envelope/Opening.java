package org.watchword.desk.casebook.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;

/// That somebody asked to open an envelope in an alarm, and what came of it.
///
/// @param agreed by whom and when, where a second person gave his word
/// @param open from when until when, once it was opened
record Opening(
        long id,
        PersonId by,
        String reason,
        Instant askedAt,
        Optional<Agreed> agreed,
        Optional<Open> open) {
    record Agreed(PersonId by, Instant at) {}

    record Open(Instant at, Instant closes) {
        /// The clock may have been set back: what was opened in a time to come is not open.
        boolean isNow(Instant now, Duration wobble) {
            return now.isBefore(closes) && !now.isBefore(at.minus(wobble));
        }
    }
}
