package org.watchword.desk.watch;

import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.delivery.ChannelId;

/// A word came from a person who has a code-name.
///
/// @param over the channel; empty for the quiet door
/// @param at when its row was kept
/// @param drill whether it is a drill's
public record WordCame(
        CodenameId who, Meaning meaning, Optional<ChannelId> over, Instant at, boolean drill) {
    /// The same word in earnest, of whom it is really about.
    WordCame about(CodenameId real) {
        return new WordCame(real, meaning, over, at, false);
    }
}
