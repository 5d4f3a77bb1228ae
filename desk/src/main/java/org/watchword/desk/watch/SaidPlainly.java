package org.watchword.desk.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.delivery.ChannelId;

/// What somebody wrote who is one of these code-names, as far as an address or a call-sign says so,
/// and which is no word of a card.
///
/// @param who at least one; several share an address
/// @param over empty for the quiet door
/// @param sender where it says it comes from
public record SaidPlainly(
        List<CodenameId> who,
        Optional<ChannelId> over,
        Optional<String> sender,
        String text,
        Instant at) {
    public SaidPlainly {
        who = List.copyOf(who);
    }

    @Override
    public String toString() {
        return "something about " + who;
    }
}
