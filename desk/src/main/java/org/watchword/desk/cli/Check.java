package org.watchword.desk.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Reason;
import org.watchword.desk.forgetting.Forgetting;

/// Looks whether a desk is fit: disk, clock, channels, people and ladders. It changes nothing and
/// may look at a desk that runs.
public final class Check {
    private static final int TIGHT_PERCENT = 80;
    private static final long TIGHT_BYTES = 256L * 1024 * 1024;
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private final DeskClock clock;
    private final List<ChannelKind> kinds;
    private final Words words;
    private final TimeWords times;

    public Check(DeskClock clock, List<ChannelKind> kinds, Words words, TimeWords times) {
        this.clock = clock;
        this.kinds = kinds;
        this.words = words;
        this.times = times;
    }

    /// What is looked at, read from the desk's rows.
    ///
    /// @param flags what is wrong with the ladders
    /// @param ages how old the oldest is of what is kept for a while only
    public record Found(
            List<Channels.Setup> channels,
            List<Person> people,
            List<FlagIn> flags,
            List<Forgetting.Age> ages) {}

    /// A flag in words, and the ladder it is about.
    public record FlagIn(String ladder, String says) {}

    public List<Finding> of(Path directory, Found found) {
        var findings = new ArrayList<Finding>();
        findings.add(disk(directory));
        findings.add(clock(directory));
        findings.addAll(channels(found.channels()));
        findings.add(people(found.people()));
        findings.addAll(ladders(found.flags()));
        found.ages().forEach(age -> findings.add(kept(age)));
        return findings;
    }

    private Finding disk(Path directory) {
        try {
            FileStore disk = Files.getFileStore(directory);
            long free = disk.getUsableSpace();
            long used = 100 - free * 100 / Math.max(1, disk.getTotalSpace());
            Map<String, Object> gaps = Map.of("free", free / (1024 * 1024), "percent", used);
            if (!Files.exists(directory.resolve("reserve"))) {
                return Finding.toMend(new Sentence("cli.check.disk.no-reserve", gaps));
            }
            boolean tight = free < TIGHT_BYTES || (used >= TIGHT_PERCENT && free < 8 * TIGHT_BYTES);
            return tight
                    ? Finding.toMend(new Sentence("cli.check.disk.tight", gaps))
                    : Finding.well(new Sentence("cli.check.disk.well", gaps));
        } catch (IOException e) {
            return Finding.toMend(Sentence.of("cli.check.disk.unreadable"));
        }
    }

    /// The last thing that was kept must not lie in the future.
    private Finding clock(Path directory) {
        Instant now = clock.instant();
        String shown = times.dayAndMinute(now);
        if (now.isBefore(YEAR_2000)) {
            return Finding.toMend(Sentence.of("cli.check.clock.too-early", "now", shown));
        }
        Instant last = lastKept(directory);
        if (last.isAfter(now.plus(Limits.CLOCK_SLACK))) {
            return Finding.toMend(
                    new Sentence(
                            "cli.check.clock.behind",
                            Map.of("now", shown, "last", times.dayAndMinute(last))));
        }
        return Finding.well(Sentence.of("cli.check.clock.well", "now", shown));
    }

    private static Instant lastKept(Path directory) {
        Instant last = Instant.EPOCH;
        for (String name : List.of("desk.db", "desk.db-wal")) {
            try {
                Instant at = Files.getLastModifiedTime(directory.resolve(name)).toInstant();
                last = at.isAfter(last) ? at : last;
            } catch (IOException e) {
                // the log is there only while a desk runs
            }
        }
        return last;
    }

    private List<Finding> channels(List<Channels.Setup> channels) {
        var findings = new ArrayList<Finding>();
        for (Channels.Setup channel : channels) {
            if (channel.active()) {
                findings.add(channel(channel));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.toMend(Sentence.of("cli.check.channels.none")));
        }
        return findings;
    }

    private Finding channel(Channels.Setup setup) {
        Optional<ChannelKind> kind =
                kinds.stream().filter(one -> one.name().equals(setup.kind())).findFirst();
        if (kind.isEmpty()) {
            return Finding.toMend(Sentence.of("cli.check.channel.unknown", "name", setup.label()));
        }
        try (Channel channel = kind.get().open(setup.id(), setup.settings())) {
            return switch (channel.probe()) {
                case Channel.Alive() ->
                        Finding.well(Sentence.of("cli.check.channel.well", "name", setup.label()));
                case Channel.Deaf(var why) -> mend("cli.check.channel.deaf", setup, why);
                case Channel.Trouble(var why) -> mend("cli.check.channel.trouble", setup, why);
            };
        }
    }

    private Finding mend(String key, Channels.Setup setup, Reason why) {
        return Finding.toMend(
                new Sentence(key, Map.of("name", setup.label(), "why", words.say(why.sentence()))));
    }

    private static Finding people(List<Person> people) {
        long count = people.stream().filter(Person::active).count();
        return count < 2
                ? Finding.toMend(Sentence.of("cli.check.people.few", "count", count))
                : Finding.well(Sentence.of("cli.check.people.well", "count", count));
    }

    private static List<Finding> ladders(List<FlagIn> flags) {
        if (flags.isEmpty()) {
            return List.of(Finding.well(Sentence.of("cli.check.ladders.well")));
        }
        return flags.stream()
                .map(flag ->
                        Finding.toMend(
                                new Sentence(
                                        "cli.check.ladders.flag",
                                        Map.of("ladder", flag.ladder(), "flag", flag.says()))))
                .toList();
    }

    /// What is kept for a while only must not be older than it may be.
    private Finding kept(Forgetting.Age age) {
        Instant now = clock.instant();
        String what = words.say("forgetting.kind." + age.kind());
        if (age.oldest().isEmpty()) {
            return Finding.well(Sentence.of("cli.check.kept.nothing", "what", what));
        }
        Map<String, Object> gaps =
                Map.of(
                        "what",
                        what,
                        "days",
                        Math.max(0, Duration.between(age.oldest().get(), now).toDays()),
                        "allowed",
                        age.allowed().toDays());
        return age.isTooOld(now)
                ? Finding.toMend(new Sentence("cli.check.kept.too-old", gaps))
                : Finding.well(new Sentence("cli.check.kept.well", gaps));
    }
}
