package org.watchword.story.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Reason;
import org.watchword.story.simulation.Attempt.Fate;

/// All gateways: what the desk hands them, and what they make of it by the seed. They outlive every
/// life of the desk.
final class Gateways {
    static final String KIND = "simulated";
    private static final Duration DEADLINE = Duration.ofSeconds(9);

    private final Chance chance;
    private final SimulatedClock clock;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<Long, Weather> weather = new HashMap<>();
    private final Consumer<Attempt> attempted;
    private boolean fair;

    /// How a gateway is for a while.
    enum Weather {
        FAIR,
        REFUSES,
        HANGS,
        SWALLOWS
    }

    Gateways(Chance chance, SimulatedClock clock, Consumer<Attempt> attempted) {
        this.chance = chance;
        this.clock = clock;
        this.attempted = attempted;
    }

    void turn(long channel, Weather now) {
        weather.put(channel, now);
    }

    /// From now on every gateway does what it should.
    void fairForEver() {
        fair = true;
        weather.clear();
    }

    private Fate fate(long channel, String key, int nth) {
        switch (weather.getOrDefault(channel, Weather.FAIR)) {
            case REFUSES -> {
                return Fate.REFUSED;
            }
            case HANGS -> {
                return Fate.HANGS;
            }
            case SWALLOWS -> {
                return Fate.SWALLOWED;
            }
            case FAIR -> {}
        }
        int dice = fair ? 0 : chance.of("send", key, nth).nextInt(100);
        if (dice < 88) {
            return Fate.ARRIVES;
        }
        return dice < 90
                ? Fate.ARRIVES_TWICE
                : dice < 92
                        ? Fate.SWALLOWED
                        : dice < 96 ? Fate.REFUSED : dice < 98 ? Fate.ARRIVES_UNTOLD : Fate.HANGS;
    }

    private Channel.Result taken(ChannelId channel, Outgoing message, SeededPace pace) {
        int nth = seen.merge(message.key(), 1, Integer::sum);
        Fate fate = fate(channel.value(), message.key(), nth);
        SplittableRandom random = chance.of("lasts", message.key(), nth);
        Duration lasts =
                fate == Fate.HANGS
                        ? DEADLINE.plusSeconds(5)
                        : Duration.ofMillis(
                                20 + random.nextInt(random.nextInt(10) == 0 ? 8_000 : 400));
        pace.lasts(lasts);
        long told = clock.millis() + lasts.toMillis();
        attempted.accept(new Attempt(clock.millis(), channel.value(), message, nth, told, fate));
        return switch (fate) {
            case ARRIVES, ARRIVES_TWICE, SWALLOWED -> new Channel.Sent("");
            case REFUSED -> new Channel.Refused(Reason.BUSY, true);
            case ARRIVES_UNTOLD, HANGS -> new Channel.Unsure(Reason.NO_ANSWER);
        };
    }

    private Channel.Health health(ChannelId channel) {
        return switch (weather.getOrDefault(channel.value(), Weather.FAIR)) {
            case FAIR, SWALLOWS -> new Channel.Alive();
            case REFUSES, HANGS -> new Channel.Trouble(Reason.BUSY);
        };
    }

    /// The kind of channel that leads here, for one life.
    ChannelKind kind(Life life, SeededPace pace) {
        return new Kind(this, life, pace);
    }

    private record Kind(Gateways gateways, Life life, SeededPace pace) implements ChannelKind {
        @Override
        public String name() {
            return KIND;
        }

        @Override
        public Sentence label() {
            return Sentence.of("delivery.kind.paper");
        }

        @Override
        public boolean byHand() {
            return false;
        }

        @Override
        public boolean hears() {
            return true;
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Map<String, Sentence> wrongWith(Map<String, String> settings) {
            return Map.of();
        }

        @Override
        public Typed address(String typed) {
            return new Kept(typed);
        }

        @Override
        public Channel open(ChannelId id, Map<String, String> settings) {
            return gateways.channel(id, life, pace);
        }
    }

    private Channel channel(ChannelId id, Life life, SeededPace pace) {
        return new Channel() {
            @Override
            public Result send(Outgoing message) {
                life.check();
                return taken(id, message, pace);
            }

            @Override
            public Health probe() {
                life.check();
                return health(id);
            }

            @Override
            public Duration deadline() {
                return DEADLINE;
            }

            @Override
            public void start(Inbound inbound) {
                // People's answers come in by the front of the room.
            }

            @Override
            public void close() {}
        };
    }
}
