package org.watchword.desk.cli.watcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Reason;

/// Those whom a watcher rings. Each way is tried by itself: one that hangs holds up no other.
final class Rung implements AutoCloseable {
    private static final int TRIES = 8;
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final List<Open> ways;
    private final Pace pace;
    private final Words words;
    private final Consumer<Sentence> says;

    /// A way with its channel.
    private record Open(int number, WatcherSettings.Way way, Channel channel) {}

    Rung(
            List<WatcherSettings.Way> ways,
            List<ChannelKind> kinds,
            Pace pace,
            Words words,
            Consumer<Sentence> says) {
        this.ways =
                IntStream.range(0, ways.size())
                        .mapToObj(i -> new Open(i + 1, ways.get(i), open(ways.get(i), kinds, i)))
                        .toList();
        this.pace = pace;
        this.words = words;
        this.says = says;
    }

    private static Channel open(WatcherSettings.Way way, List<ChannelKind> kinds, int number) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(way.kind()))
                .findFirst()
                .orElseThrow()
                .open(new ChannelId(number + 1), way.settings());
    }

    /// Asks each whether it would take a message.
    List<Channel.Health> probed() {
        return ways.stream().map(open -> open.channel().probe()).toList();
    }

    /// Sends one text over every way, and again where it was not taken, as long as it holds.
    ///
    /// @param key names it for ever
    void send(Sentence text, String key, BooleanSupplier holds) {
        for (Open open : ways) {
            var message =
                    new Outgoing(
                            open.way().to(),
                            words.say("partner.message.subject"),
                            words.say(text),
                            key + "-" + open.number(),
                            false);
            pace.aside("ring", () -> attempt(open, message, holds, 1));
        }
    }

    private void attempt(Open open, Outgoing message, BooleanSupplier holds, int time) {
        if (!holds.getAsBoolean()) {
            return;
        }
        switch (open.channel().send(message)) {
            case Channel.Sent _ -> said("cli.watcher.rang", open, "");
            case Channel.Refused(Reason why, boolean mayRetry) -> {
                said("cli.watcher.not-rung", open, words.say(why.sentence()));
                if (mayRetry) {
                    later(open, message, holds, time);
                }
            }
            case Channel.Unsure(Reason why) -> {
                said("cli.watcher.not-rung", open, words.say(why.sentence()));
                later(open, message, holds, time);
            }
        }
    }

    private void later(Open open, Outgoing message, BooleanSupplier holds, int time) {
        if (time < TRIES) {
            pace.later("ring", AGAIN, () -> attempt(open, message, holds, time + 1));
        }
    }

    private void said(String key, Open open, String why) {
        says.accept(
                new Sentence(
                        key,
                        Map.of("channel", open.way().kind(), "number", open.number(), "why", why)));
    }

    @Override
    public void close() {
        ways.forEach(open -> open.channel().close());
    }
}
