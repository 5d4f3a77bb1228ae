package org.watchword.desk.delivery;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Turn;

/// A channel is switched off. It carries rings until that counts.
final class ChannelTurnedOff implements Silencing {
    private static final String CHANNEL = "channel";

    private final Delivery delivery;

    ChannelTurnedOff(Delivery delivery) {
        this.delivery = delivery;
    }

    static Map<String, String> of(ChannelId channel) {
        return Map.of(CHANNEL, "" + channel.value());
    }

    static ChannelId channel(Map<String, String> what) {
        return new ChannelId(Long.parseLong(what.getOrDefault(CHANNEL, "0")));
    }

    @Override
    public String kind() {
        return "channel.off";
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        var id = channel(what);
        boolean on =
                delivery.channels()
                        .find(turn.handle(), id)
                        .filter(Channels.Setup::active)
                        .isPresent();
        if (on) {
            ChannelId _ = delivery.channels().switchTo(turn, id, false);
        }
        return on;
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        return words.say("delivery.changes.off", "channel", label(delivery, handle, what));
    }

    static String label(Delivery delivery, Handle handle, Map<String, String> what) {
        return delivery.channels()
                .find(handle, channel(what))
                .map(Channels.Setup::label)
                .orElse("?");
    }
}
