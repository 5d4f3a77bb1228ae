package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.watch.CodenameId;

/// What somebody typed or sent, to be kept before anybody answers.
///
/// @param said call-sign and word, or a whole message; one line for each field of a form
/// @param over the channel; empty for the quiet door
/// @param maybe whose address it came from; the address is a claim
/// @param early whether an OK stands at its beginning, where it counts
public record Kept(String said, Optional<ChannelId> over, List<CodenameId> maybe, boolean early) {
    public Kept {
        maybe = List.copyOf(maybe);
    }

    /// What was typed at the quiet door.
    public static Kept atTheDoor(String sign, String word) {
        return new Kept(sign + "\n" + word, Optional.empty(), List.of(), true);
    }

    @Override
    public String toString() {
        return "a word";
    }
}
