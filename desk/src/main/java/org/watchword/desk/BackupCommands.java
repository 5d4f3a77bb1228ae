package org.watchword.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.desk.cli.backup.Plan;
import org.watchword.desk.cli.backup.Restore;
import org.watchword.desk.cli.backup.WithSlots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `backup` and `restore`.
final class BackupCommands {
    private static final String AGE = "age";

    /// What a desk's settings say about backups, with what was given on the line in its place.
    static Optional<Plan> plan(Path desk, Settings settings) {
        return settings.backup()
                .map(backup -> new Plan(desk, backup.directory(), backup.recipients()));
    }

    /// Backs up a desk, which may be running; with `--drill` it is opened again and looked through.
    @Command(name = "backup")
    static final class BackupCommand implements Callable<Integer> {
        @Parameters(paramLabel = "DIR")
        private Path directory = Path.of(".");

        @Option(names = "--to", paramLabel = "TARGET")
        private @Nullable Path target;

        @Option(names = "--recipient", paramLabel = "AGE1…")
        private List<String> recipients = List.of();

        @Option(names = "--drill")
        private boolean drill;

        @Option(names = "--identity-file", paramLabel = "ID")
        private @Nullable Path identity;

        @Override
        public Integer call() {
            Words words = Wiring.wordsOfThisMachine();
            if (drill != (identity != null)) {
                return refused(words, Sentence.of("cli.backup.drill-needs-identity"), 2);
            }
            Set<String> spoken =
                    Wiring.LANGUAGES.stream().map(Language::tag).collect(Collectors.toSet());
            return switch (SettingsFile.in(directory, spoken)) {
                case SettingsFile.Read.Bad(Sentence why) -> refused(words, why, 2);
                case SettingsFile.Read.Good(Settings settings) ->
                        asked(settings)
                                .map(plan -> made(plan, settings, words))
                                .orElseGet(() ->
                                        refused(words, Sentence.of("cli.backup.no-target"), 2));
            };
        }

        private Optional<Plan> asked(Settings settings) {
            Optional<Plan> kept = plan(directory, settings);
            Optional<Path> to = Optional.ofNullable(target).or(() -> kept.map(Plan::target));
            List<String> whom =
                    recipients.isEmpty()
                            ? kept.map(Plan::recipients).orElse(List.of())
                            : recipients;
            return to.map(path -> new Plan(directory, path.toAbsolutePath(), whom));
        }

        private int made(Plan plan, Settings settings, Words words) {
            var clock = Surroundings.real().clock();
            return switch (new Backup(clock, AGE).make(plan)) {
                case Backup.Failed(Sentence why, int status) -> refused(words, why, status);
                case Backup.Written written -> {
                    System.out.println(
                            words.say(
                                    new Sentence(
                                            "cli.backup.written",
                                            Map.of(
                                                    "file", written.file().toString(),
                                                    "slots", written.slots().toString(),
                                                    "kilobytes", written.bytes() / 1024,
                                                    "count", plan.recipients().size()))));
                    yield identity == null ? 0 : drilled(plan, written, settings, words);
                }
            };
        }

        private int drilled(Plan plan, Backup.Written written, Settings settings, Words words) {
            var restore = new Restore(Surroundings.real().clock(), AGE);
            Path opening = Optional.ofNullable(identity).orElseThrow();
            return switch (restore.drill(plan, written.file(), opening, Restoring::opens)) {
                case Restore.Failed(Sentence why, int status) -> refused(words, why, status);
                case Restore.Restored done -> {
                    var times = new TimeWords(settings.zone(), words.language());
                    System.out.println(
                            words.say(
                                    Sentence.of(
                                            "cli.backup.drilled",
                                            "made",
                                            times.dayAndMinute(done.madeAt()))));
                    yield 0;
                }
            };
        }
    }

    /// Restores a backup into an empty directory.
    @Command(name = "restore")
    static final class RestoreCommand implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file = Path.of(".");

        @Option(names = "--into", required = true, paramLabel = "DIR")
        private Path into = Path.of(".");

        @Option(names = "--identity-file", required = true, paramLabel = "ID")
        private Path identity = Path.of(".");

        @Option(names = "--slots", paramLabel = "FILE")
        private @Nullable Path slots;

        @Option(names = "--without-slots")
        private boolean withoutSlots;

        @Override
        public Integer call() {
            Words words = Wiring.wordsOfThisMachine();
            if (withoutSlots && slots != null) {
                return refused(words, Sentence.of("cli.restore.slots-or-none"), 2);
            }
            var clock = Surroundings.real().clock();
            var restore = new Restore(clock, AGE);
            var asked = new Restore.Asked(file, identity, slots());
            return switch (restore.into(asked, into, Restoring::startAfresh)) {
                case Restore.Failed(Sentence why, int status) -> refused(words, why, status);
                case Restore.Restored done -> {
                    var old = Duration.between(done.madeAt(), clock.instant());
                    System.out.println(
                            words.say(
                                    new Sentence(
                                            "cli.restore.done",
                                            Map.of(
                                                    "into", into.toString(),
                                                    "made", done.madeAt().toString(),
                                                    "days", Math.max(0, old.toDays()),
                                                    "hours", Math.max(0, old.toHoursPart())))));
                    said(done).ifPresent(more -> System.out.println(words.say(more)));
                    yield 0;
                }
            };
        }

        private WithSlots slots() {
            return Optional.ofNullable(slots)
                    .<WithSlots>map(WithSlots.Of::new)
                    .orElseGet(
                            () -> withoutSlots ? new WithSlots.Without() : new WithSlots.Beside());
        }

        /// What the slots that were taken mean; nothing where they are of the same night.
        private static Optional<Sentence> said(Restore.Restored done) {
            return switch (done.slots()) {
                case WithSlots.None _ -> Optional.of(Sentence.of("cli.restore.without-slots"));
                case WithSlots.Inside _ -> Optional.of(Sentence.of("cli.restore.inside"));
                case WithSlots.Taken(Instant made, long shut) ->
                        made.isAfter(done.madeAt())
                                ? Optional.of(
                                        new Sentence(
                                                "cli.restore.later-slots",
                                                Map.of("made", made.toString(), "count", shut)))
                                : Optional.empty();
            };
        }
    }

    private static int refused(Words words, Sentence why, int status) {
        System.err.println(words.say(why));
        return status;
    }

    private BackupCommands() {}
}
