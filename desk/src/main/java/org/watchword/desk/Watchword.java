package org.watchword.desk;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Finding;
import org.watchword.desk.cli.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program behind `./watchword`.
@Command(
        name = "watchword",
        subcommands = {
            Watchword.CheckCommand.class,
            BackupCommands.BackupCommand.class,
            BackupCommands.RestoreCommand.class,
            InitCommand.class,
            SealCommands.SealCommand.class,
            SealCommands.OpenCommand.class,
            SealCommands.KeygenCommand.class,
            ServeCommand.class,
            WatcherCommand.class
        })
public final class Watchword {
    private Watchword() {}

    public static void main(String[] arguments) {
        OwnMemory.close();
        System.exit(run(arguments));
    }

    /// Runs a command and gives its status: 0 well, 1 a finding, 2 wrong use or unusable input, 3
    /// surroundings.
    static int run(String... arguments) {
        return new CommandLine(new Watchword()).execute(arguments);
    }

    /// Says whether a desk is fit, and what to do.
    @Command(name = "check")
    static final class CheckCommand implements Callable<Integer> {
        @Parameters(paramLabel = "DIR")
        private Path directory = Path.of(".");

        /// Over every channel when none is named.
        @Option(names = "--test-fire", arity = "0..1", fallbackValue = "", paramLabel = "CHANNEL")
        private @Nullable String fire;

        @Override
        public Integer call() {
            Words words = Wiring.wordsOfThisMachine();
            return switch (SettingsFile.in(directory, Wiring.spoken())) {
                case SettingsFile.Read.Bad(Sentence why) -> refused(words.say(why));
                case SettingsFile.Read.Good(var settings) ->
                        switch (Checking.of(directory, settings, words, fire())) {
                            case Checking.Looked looked -> said(looked, words);
                            case Checking.NotOpened(Sentence why) -> refused(words.say(why));
                        };
            };
        }

        private Checking.Fire fire() {
            if (fire == null) {
                return new Checking.None();
            }
            return fire.isEmpty() ? new Checking.All() : new Checking.One(fire);
        }

        private static int refused(String why) {
            System.err.println(why);
            return 2;
        }

        private static int said(Checking.Looked looked, Words words) {
            int status = 0;
            for (Finding finding : looked.findings()) {
                String mark = words.say(finding.well() ? "cli.check.well" : "cli.check.to-mend");
                System.out.println(mark + "  " + words.say(finding.says()));
                status = finding.well() ? status : 1;
            }
            return status;
        }
    }
}
