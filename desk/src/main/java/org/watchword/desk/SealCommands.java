package org.watchword.desk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.seal.Outcome;
import org.watchword.desk.cli.seal.Place;
import org.watchword.desk.cli.seal.Progress;
import org.watchword.desk.cli.seal.Sealing;
import org.watchword.formats.age.PassphraseIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `seal`, `open` and `keygen`: files in the format of the program `age`, without a desk.
final class SealCommands {
    private static final Path PIPE = Path.of("-");

    /// Which of the program's outputs a person looks at, `out` and `err`; the launcher says it.
    private static final String SCREENS = System.getProperty("watchword.screens", "");

    /// Where the result goes.
    static final class Out {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "OUT")
        private @Nullable Path file;

        @Option(names = "--overwrite")
        private boolean overwrite;

        Place from(@Nullable Path input) {
            return new Place(given(input), given(file), overwrite);
        }
    }

    private static Optional<Path> given(@Nullable Path path) {
        return Optional.ofNullable(path).filter(one -> !one.equals(PIPE));
    }

    /// Seals a file, or what comes in, to recipients.
    @Command(name = "seal")
    static final class SealCommand implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "FILE")
        private @Nullable Path input;

        @Option(
                names = {"-r", "--recipient"},
                paramLabel = "RECIPIENT")
        private List<String> recipients = List.of();

        @Option(
                names = {"-R", "--recipients-file"},
                paramLabel = "FILE")
        private List<Path> files = List.of();

        @Option(names = "--passphrase-file", paramLabel = "P")
        private @Nullable Path passphrase;

        @Option(names = {"-a", "--armor"})
        private boolean armor;

        @Mixin private Out out = new Out();

        @Override
        public Integer call() {
            var whom = new Sealing.Whom(recipients, files, Optional.ofNullable(passphrase));
            return told(sealing().seal(whom, out.from(input), armor));
        }
    }

    /// Opens a file, or what comes in.
    @Command(name = "open")
    static final class OpenCommand implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "FILE")
        private @Nullable Path input;

        @Option(
                names = {"-i", "--identity-file"},
                paramLabel = "ID")
        private List<Path> identities = List.of();

        @Option(names = "--passphrase-file", paramLabel = "P")
        private @Nullable Path passphrase;

        @Mixin private Out out = new Out();

        @Override
        public Integer call() {
            var with =
                    new Sealing.With(identities, Optional.ofNullable(passphrase), affordableWork());
            return told(sealing().open(with, out.from(input)));
        }

        /// What fits into three quarters of the memory that the program may have: 1 KiB, doubled so
        /// often.
        private static int affordableWork() {
            long kibibytes = Runtime.getRuntime().maxMemory() / 4 * 3 / 1024;
            int doublings = 63 - Long.numberOfLeadingZeros(Math.max(1, kibibytes));
            return Math.min(PassphraseIdentity.MOST_WORK_FACTOR, doublings);
        }
    }

    /// Makes a key pair.
    @Command(name = "keygen")
    static final class KeygenCommand implements Callable<Integer> {
        /// For programs that know no other kind.
        @Option(names = "--x25519")
        private boolean x25519;

        @Mixin private Out out = new Out();

        @Override
        public Integer call() {
            var now = Surroundings.real().clock().instant().truncatedTo(ChronoUnit.SECONDS);
            return told(sealing().keygen(!x25519, now, out.from(null)));
        }
    }

    private static Sealing sealing() {
        var screen =
                SCREENS.contains("err") ? Optional.of(System.err) : Optional.<PrintStream>empty();
        return new Sealing(
                Surroundings.real().random(),
                new Sealing.Pipes(System.in, System.out, SCREENS.contains("out")),
                new Progress(screen, Wiring.wordsOfThisMachine(), Surroundings.real().clock()));
    }

    /// What is for people goes beside what is for the pipe.
    private static int told(Outcome outcome) {
        Words words = Wiring.wordsOfThisMachine();
        return switch (outcome) {
            case Outcome.Done() -> 0;
            case Outcome.Made(String recipient) -> {
                System.err.println(words.say("cli.keygen.made"));
                System.err.println(recipient);
                yield 0;
            }
            case Outcome.Not(var why, int status) -> {
                System.err.println(words.say(why));
                yield status;
            }
        };
    }

    private SealCommands() {}
}
