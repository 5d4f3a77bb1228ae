package org.watchword.desk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Reason;

/// Sends one test message over each channel, past the outbox and beside a desk that may run, and
/// says what the gateways made of it. Whether it arrived only its receiver knows.
public final class TestFire {
    private static final long GRACE_SECONDS = 1;

    private final DeskClock clock;
    private final List<ChannelKind> kinds;
    private final Words words;

    public TestFire(DeskClock clock, List<ChannelKind> kinds, Words words) {
        this.clock = clock;
        this.kinds = kinds;
        this.words = words;
    }

    /// One channel to be tried.
    ///
    /// @param to who of those that keep the channels is reached over it, and where
    public record Shot(Channels.Setup channel, Optional<Target> to) {}

    /// Whom to send it to.
    public record Target(String name, String address, Words words) {
        @Override
        public String toString() {
            return "target";
        }
    }

    public List<Finding> of(List<Shot> shots) {
        var findings = new ArrayList<Finding>();
        shots.forEach(shot -> findings.add(fired(shot)));
        return findings;
    }

    private Finding fired(Shot shot) {
        String name = shot.channel().label();
        Optional<ChannelKind> kind =
                kinds.stream().filter(k -> k.name().equals(shot.channel().kind())).findFirst();
        if (kind.isEmpty() || !kind.get().wrongWith(shot.channel().settings()).isEmpty()) {
            return Finding.toMend(Sentence.of("cli.check.channel.unknown", "name", name));
        }
        if (kind.get().byHand()) {
            return Finding.well(Sentence.of("cli.fire.by-hand", "name", name));
        }
        if (shot.to().isEmpty()) {
            return Finding.toMend(Sentence.of("cli.fire.nobody", "name", name));
        }
        Target to = shot.to().get();
        try (Channel channel = kind.get().open(shot.channel().id(), shot.channel().settings())) {
            return said(name, to, sent(channel, shot, to));
        }
    }

    /// A channel that does not keep to its own time is not waited for.
    private Channel.Result sent(Channel channel, Shot shot, Target to) {
        var message =
                new Outgoing(
                        to.address(),
                        to.words().say("delivery.test.subject"),
                        to.words().say("delivery.test.text"),
                        "test-fire-" + shot.channel().id().value() + "-" + clock.millis(),
                        false);
        return CompletableFuture.supplyAsync(
                        () -> channel.send(message), Thread::startVirtualThread)
                .completeOnTimeout(
                        new Channel.Unsure(Reason.NO_ANSWER),
                        channel.deadline().toSeconds() + GRACE_SECONDS,
                        TimeUnit.SECONDS)
                .join();
    }

    private Finding said(String name, Target to, Channel.Result result) {
        return switch (result) {
            case Channel.Sent _ ->
                    Finding.well(
                            new Sentence("cli.fire.taken", Map.of("name", name, "who", to.name())));
            case Channel.Refused(Reason why, boolean _) ->
                    Finding.toMend(sentence("cli.fire.refused", name, to, why));
            case Channel.Unsure(Reason why) ->
                    Finding.toMend(sentence("cli.fire.unsure", name, to, why));
        };
    }

    private Sentence sentence(String key, String name, Target to, Reason why) {
        return new Sentence(
                key, Map.of("name", name, "who", to.name(), "why", words.say(why.sentence())));
    }
}
