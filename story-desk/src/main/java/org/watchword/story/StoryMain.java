package org.watchword.story;

import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.watchword.story.demo.DemoCommand;
import org.watchword.story.simulation.SimulateCommand;
import org.watchword.story.torture.TortureCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `./watchword play`, `demo`, `drill`, `simulate` and `torture`.
@Command(
        name = "watchword",
        subcommands = {
            PlayCommand.class,
            DemoCommand.class,
            DrillCommand.class,
            SimulateCommand.class,
            TortureCommand.class
        })
public final class StoryMain {
    private StoryMain() {}

    /// Runs a command and ends with its status: 0 well, 1 a finding, 2 wrong use or unusable input,
    /// 3 surroundings.
    public static void main(String[] arguments) {
        quiet();
        System.exit(run(arguments));
    }

    /// Runs a command and gives its status.
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new StoryMain(), new Factory());
    }

    /// What the mail servers log is nobody's business here.
    private static void quiet() {
        if (LoggerFactory.getLogger("ROOT") instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.WARN);
        }
        if (LoggerFactory.getLogger("com.icegreen") instanceof ch.qos.logback.classic.Logger mail) {
            mail.setLevel(ch.qos.logback.classic.Level.OFF);
        }
    }

    /// Gives commands the clock of the machine.
    private static final class Factory implements CommandLine.IFactory {
        private final CommandLine.IFactory others = CommandLine.defaultFactory();

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == PlayCommand.class) {
                return type.cast(new PlayCommand(InstantSource.system(), Reader.words()));
            }
            if (type == DemoCommand.class) {
                return type.cast(new DemoCommand(System.in, System.out, InstantSource.system()));
            }
            if (type == DrillCommand.class) {
                var asking = new Asking(System.in);
                return type.cast(new DrillCommand(asking, InstantSource.system(), Reader.words()));
            }
            if (type == TortureCommand.class) {
                return type.cast(new TortureCommand(InstantSource.system(), Reader.language()));
            }
            return others.create(type);
        }
    }
}
