package org.watchword.story.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.watchword.desk.Desk;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.store.Writer;
import org.watchword.desk.watch.PlantedSteps;
import org.watchword.desk.watch.Stepping;
import org.watchword.desk.watch.silence.PlantedWatches;
import org.watchword.desk.watch.silence.WatchStepping;
import org.watchword.desk.watch.word.WordsMean;

/// The mistakes that can be planted.
final class Plants {
    static final List<Plant> ALL =
            List.of(
                    new AnswersEarly(),
                    new Steps("drop-generation-check", PlantedSteps::withoutGenerations),
                    new Steps("late-ok-ends-alarm", PlantedSteps::endedByAnOk),
                    new Steps("duress-holds-ladder", PlantedSteps::hiddenWordAsOk),
                    new Steps("unproven-stops-ladder", PlantedSteps::unprovenCounts),
                    new Steps("lapse-never-fires", PlantedSteps::withoutLapses),
                    new Steps("next-channel-never-tried", PlantedSteps::withoutTheNextChannel),
                    new Steps("all-must-answer-needs-one", PlantedSteps::oneIsEnough),
                    new Watching("pause-never-ends", PlantedWatches::pausedForEver),
                    new Watching("word-counts-for-nothing", PlantedWatches::deaf),
                    new Unlabelled(),
                    new Starting(
                            "forget-sending-at-start",
                            "UPDATE message SET state = 'sent' WHERE state = 'sending'"),
                    new Starting(
                            "restart-forgets-open-alarms",
                            "UPDATE alarm SET timer_kind = NULL, due_at = NULL"
                                    + " WHERE state <> 'closed'"),
                    new WaitsOnTheWall(),
                    new SilentWhenFull(),
                    new WordsNeverApplied());

    static Optional<Plant> named(String name) {
        return ALL.stream().filter(plant -> plant.name().equals(name)).findFirst();
    }

    private record Steps(String name, UnaryOperator<Stepping> around) implements Plant {
        @Override
        public Stepping alarms(Stepping engine) {
            return around.apply(engine);
        }
    }

    private record Watching(String name, UnaryOperator<WatchStepping> around) implements Plant {
        @Override
        public WatchStepping watches(WatchStepping engine) {
            return around.apply(engine);
        }
    }

    /// Says that a turn is kept, and keeps it with the next.
    private record AnswersEarly() implements Plant {
        @Override
        public String name() {
            return "answer-before-commit";
        }

        @Override
        public boolean answersBeforeTheCommit() {
            return true;
        }
    }

    /// A start that does something to the rows first.
    private record Starting(String name, String sql) implements Plant {
        @Override
        public void start(Desk.Rooms rooms) {
            var _ =
                    rooms.store()
                            .writer()
                            .write(Writer.Lane.FIRST, turn -> turn.handle().execute(sql));
            rooms.start();
        }
    }

    /// Waits are measured on the clock that somebody may set.
    private record WaitsOnTheWall() implements Plant {
        @Override
        public String name() {
            return "clock-jump-rearms";
        }

        @Override
        public DeskClock clock(DeskClock clock) {
            return new DeskClock() {
                @Override
                public long monotonicNanos() {
                    return clock.instant().toEpochMilli() * 1_000_000;
                }

                @Override
                public Instant instant() {
                    return clock.instant();
                }

                @Override
                public void onMoved(Runnable wake) {
                    clock.onMoved(wake);
                }
            };
        }
    }

    /// Nobody listens to the store when it says that the disk is full.
    private record SilentWhenFull() implements Plant {
        @Override
        public String name() {
            return "full-disk-says-nothing";
        }

        @Override
        public void start(Desk.Rooms rooms) {
            var handlers = new ArrayList<Inbound.Handler>(rooms.words().handlers());
            handlers.addAll(rooms.watch().handlers());
            rooms.delivery().start(rooms.watch(), handlers);
            rooms.watch().start();
            rooms.words()
                    .checkIns()
                    .start(new WordsMean(rooms.watches()::heard, rooms.watch().alarms()));
            rooms.watches().start(rooms.words().checkIns()::apply, rooms.words()::remind);
        }
    }

    /// Words are kept and never understood.
    private record WordsNeverApplied() implements Plant {
        @Override
        public String name() {
            return "words-after-due";
        }

        @Override
        public void start(Desk.Rooms rooms) {
            rooms.delivery().start(rooms.watch(), rooms.words().handlers());
            rooms.watch().start();
            rooms.watches().start(_ -> {}, rooms.words()::remind);
            rooms.words().checkIns().start(new WordsMean((_, _, _) -> {}, rooms.watch().alarms()));
        }
    }

    /// Takes the label off what goes out again.
    private record Unlabelled() implements Plant {
        @Override
        public String name() {
            return "repeat-without-label";
        }

        @Override
        public ChannelKind kind(ChannelKind kind) {
            return new UnlabelledKind(kind);
        }
    }

    private record UnlabelledKind(ChannelKind kind) implements ChannelKind {
        @Override
        public String name() {
            return kind.name();
        }

        @Override
        public Sentence label() {
            return kind.label();
        }

        @Override
        public boolean byHand() {
            return kind.byHand();
        }

        @Override
        public boolean hears() {
            return kind.hears();
        }

        @Override
        public List<Setting> settings() {
            return kind.settings();
        }

        @Override
        public Map<String, Sentence> wrongWith(Map<String, String> settings) {
            return kind.wrongWith(settings);
        }

        @Override
        public Typed address(String typed) {
            return kind.address(typed);
        }

        @Override
        public Channel open(ChannelId id, Map<String, String> settings) {
            return new UnlabelledChannel(kind.open(id, settings));
        }
    }

    private record UnlabelledChannel(Channel channel) implements Channel {
        @Override
        public Result send(Outgoing message) {
            String text = message.text();
            return channel.send(
                    new Outgoing(
                            message.address(),
                            message.subject(),
                            message.repeat() ? text.substring(text.indexOf('\n') + 1) : text,
                            message.key(),
                            false));
        }

        @Override
        public Health probe() {
            return channel.probe();
        }

        @Override
        public Duration deadline() {
            return channel.deadline();
        }

        @Override
        public void start(Inbound inbound) {
            channel.start(inbound);
        }

        @Override
        public void close() {
            channel.close();
        }
    }

    private Plants() {}
}
