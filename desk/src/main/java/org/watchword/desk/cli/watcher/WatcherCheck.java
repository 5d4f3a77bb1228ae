package org.watchword.desk.cli.watcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Threads;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.delivery.Reason;

/// Looks whether a watcher could ring and could see the desk by the second path. It sends nothing.
public final class WatcherCheck {
    private final WatcherSettings settings;
    private final List<ChannelKind> kinds;
    private final Words words;

    public WatcherCheck(WatcherSettings settings, List<ChannelKind> kinds, Words words) {
        this.settings = settings;
        this.kinds = kinds;
        this.words = words;
    }

    /// What was found.
    ///
    /// @param well nothing needs doing
    public record Found(boolean well, Sentence says) {}

    public List<Found> findings() {
        var found = new ArrayList<Found>();
        try (var rung = new Rung(settings.ring(), kinds, Threads.PACE, words, _ -> {})) {
            List<Channel.Health> probed = rung.probed();
            for (int i = 0; i < probed.size(); i++) {
                found.add(way(i, probed.get(i)));
            }
        }
        found.add(secondPath());
        return found;
    }

    private Found way(int index, Channel.Health health) {
        String channel = settings.ring().get(index).kind();
        return switch (health) {
            case Channel.Alive(), Channel.Deaf _ ->
                    new Found(
                            true,
                            new Sentence(
                                    "cli.watcher.check.way",
                                    Map.of("channel", channel, "number", index + 1)));
            case Channel.Trouble(Reason why) ->
                    new Found(
                            false,
                            new Sentence(
                                    "cli.watcher.check.way-not",
                                    Map.of(
                                            "channel",
                                            channel,
                                            "number",
                                            index + 1,
                                            "why",
                                            words.say(why.sentence()))));
        };
    }

    private Found secondPath() {
        if (settings.look().isEmpty()) {
            return new Found(true, Sentence.of("cli.watcher.check.no-look"));
        }
        try (var end = FarEnd.of(settings.look().get())) {
            boolean answers = end.answers(Limits.BEAT_ANSWER);
            return new Found(
                    answers,
                    Sentence.of(answers ? "cli.watcher.check.look" : "cli.watcher.check.look-not"));
        }
    }
}
