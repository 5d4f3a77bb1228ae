package org.watchword.desk;

import java.nio.file.Path;
import java.time.Duration;
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

        @Override
        public Integer call() {
            Words words = Wiring.wordsOfThisMachine();
            var clock = Surroundings.real().clock();
            var restore = new Restore(clock, AGE);
            return switch (restore.into(file, identity, into, Restoring::startAfresh)) {
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
                    yield 0;
                }
            };
        }
    }

    private static int refused(Words words, Sentence why, int status) {
        System.err.println(words.say(why));
        return status;
    }

    private BackupCommands() {}
}
