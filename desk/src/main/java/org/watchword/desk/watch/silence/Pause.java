package org.watchword.desk.watch.silence;

import java.time.Instant;
import org.watchword.desk.basis.PersonId;

/// A pause as somebody wants it. It always ends.
///
/// @param second another member who knows of it
/// @param why in a few words
public record Pause(Instant until, PersonId by, PersonId second, String why) {
    @Override
    public String toString() {
        return "a pause until " + until;
    }
}
