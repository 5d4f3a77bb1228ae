package org.watchword.desk.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Turn;

/// A channel that works is set to something else. It goes its old way until that counts: one
/// channel has one way, and whoever needs the new one at once adds a channel.
final class ChannelSetAnew implements Silencing {
    private static final String LABEL = "label";
    private static final String WAS = "was";
    private static final String SETTING = "set-";

    private final Delivery delivery;

    ChannelSetAnew(Delivery delivery) {
        this.delivery = delivery;
    }

    static Map<String, String> of(
            Channels.Setup before, String label, Map<String, String> settings) {
        var what = new TreeMap<>(ChannelTurnedOff.of(before.id()));
        what.put(LABEL, label);
        what.put(WAS, version(before));
        settings.forEach((name, value) -> what.put(SETTING + name, value));
        return what;
    }

    private static String version(Channels.Setup setup) {
        return Integer.toHexString(new TreeMap<>(setup.settings()).hashCode());
    }

    /// Only a channel that carries rings can fall silent, and its label carries none.
    static boolean could(Channels.Setup before, Map<String, String> settings) {
        return before.active() && !before.settings().equals(settings);
    }

    @Override
    public String kind() {
        return "channel.change";
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        Optional<Channels.Setup> now =
                delivery.channels()
                        .find(turn.handle(), ChannelTurnedOff.channel(what))
                        .filter(setup -> version(setup).equals(what.get(WAS)));
        now.ifPresent(setup -> {
            var settings = new TreeMap<String, String>();
            what.forEach((name, value) -> {
                if (name.startsWith(SETTING)) {
                    settings.put(name.substring(SETTING.length()), value);
                }
            });
            ChannelId _ =
                    delivery.channels()
                            .change(turn, setup.id(), what.getOrDefault(LABEL, "?"), settings);
        });
        return now.isPresent();
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        return words.say(
                "delivery.changes.set-anew",
                "channel",
                ChannelTurnedOff.label(delivery, handle, what));
    }
}
