package org.watchword.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.watchword.bench.keeper.Ground;
import org.watchword.formats.age.Age;
import org.watchword.formats.age.X25519Identity;

/// Our age beside the program age, on one file, and through pipes with little memory.
final class AgeFiles {
    static final String SEAL_NULL = "seal, to null";
    static final String SEAL_FILE = "seal, file to file";
    static final String OPEN_NULL = "open, to null";
    static final String OPEN_FILE = "open, file to file";
    static final String PIPES = "seal | open through pipes, each with a heap of 200 MiB";
    static final String OURS = "formats, two threads";
    static final String ONE = "formats, one thread";
    static final String COMMAND = "./watchword, started anew";
    static final String THEIRS = "the program age";

    private static final double LEAST_FILE = 1;
    private static final double LEAST_NULL = 2;
    private static final double MOST_HEAP = 200;
    private static final int MEGABYTE = 1_000_000;

    private final Effort effort;
    private final Path directory;
    private final SecureRandom random = new SecureRandom();
    private final X25519Identity identity = X25519Identity.fresh(random);
    private final Tally tally = new Tally();
    private final AgeProgram theirs;

    AgeFiles(Ground ground, Effort effort) {
        this.effort = effort;
        directory = ground.fresh("age");
        theirs = new AgeProgram(directory);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    Findings measure() throws IOException, InterruptedException {
        Path clear = clear();
        Path key = Files.write(directory.resolve("key"), identity.letters());
        Path sealed = directory.resolve("sealed");
        // A first round for nobody: code is compiled, files are in the cache.
        round(clear, sealed, key, new Tally());
        for (int i = 0; i < effort.rounds(); i++) {
            round(clear, sealed, key, tally);
        }
        for (int i = 0; i < effort.rounds(); i++) {
            pipes(key);
        }
        return new Findings(how(), tally.figures(), goals(), theirs.lacks());
    }

    private Path clear() throws IOException {
        Path clear = directory.resolve("clear");
        byte[] piece = new byte[MEGABYTE];
        var any = new SplittableRandom(1);
        try (OutputStream out = Files.newOutputStream(clear)) {
            for (int i = 0; i < effort.megabytes(); i++) {
                any.nextBytes(piece);
                out.write(piece);
            }
        }
        return clear;
    }

    private void round(Path clear, Path sealed, Path key, Tally into)
            throws IOException, InterruptedException {
        Path nowhere = Path.of("/dev/null");
        Path out = directory.resolve("out");
        String to = identity.recipient().toString();
        for (int threads : new int[] {1, 2}) {
            String who = threads == 1 ? ONE : OURS;
            timed(into, SEAL_NULL, who, () -> seal(clear, nowhere, threads));
            timed(into, SEAL_FILE, who, () -> seal(clear, sealed, threads));
            timed(into, OPEN_NULL, who, () -> open(sealed, nowhere, threads));
            timed(into, OPEN_FILE, who, () -> open(sealed, out, threads));
        }
        var ours = new AgeCommand();
        timed(into, SEAL_FILE, COMMAND, () -> ours.seal(to, clear, sealed));
        timed(into, OPEN_FILE, COMMAND, () -> ours.open(key, sealed, out));
        if (theirs.isHere()) {
            timed(into, SEAL_NULL, THEIRS, () -> theirs.seal(to, clear, nowhere));
            timed(into, SEAL_FILE, THEIRS, () -> theirs.seal(to, clear, sealed));
            timed(into, OPEN_NULL, THEIRS, () -> theirs.open(key, sealed, nowhere));
            timed(into, OPEN_FILE, THEIRS, () -> theirs.open(key, sealed, out));
        }
    }

    private void timed(Tally into, String what, String who, Work work)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        into.add(what, who, Unit.MEGABYTES_PER_SECOND, effort.megabytes() / seconds, List.of());
    }

    private void seal(Path from, Path to, int threads) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to);
                var into = new Age(random, threads).seal(List.of(identity.recipient()), out)) {
            into.takeFrom(in);
            into.finish();
        }
    }

    private void open(Path from, Path to, int threads) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to);
                var clear = new Age(random, threads).open(List.of(identity), in)) {
            clear.transferTo(out);
        }
    }

    private void pipes(Path key) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        new AgeCommand()
                .through(
                        (long) effort.streamed() * MEGABYTE,
                        identity.recipient().toString(),
                        key,
                        "-Xmx" + (int) MOST_HEAP + "m");
        double seconds = (System.nanoTime() - begin) / 1e9;
        tally.add(
                PIPES, COMMAND, Unit.MEGABYTES_PER_SECOND, effort.streamed() / seconds, List.of());
    }

    private List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        if (theirs.isHere()) {
            goals.add(times(SEAL_FILE, LEAST_FILE));
            goals.add(times(OPEN_FILE, LEAST_FILE));
            goals.add(times(SEAL_NULL, LEAST_NULL));
            goals.add(times(OPEN_NULL, LEAST_NULL));
        }
        // It came to its end with that heap, or the part could not be measured.
        goals.add(
                Goal.atMost(
                        "heap while %d MB go through".formatted(effort.streamed()),
                        Unit.MEGABYTES,
                        MOST_HEAP,
                        MOST_HEAP,
                        List.of(MOST_HEAP)));
        return goals;
    }

    private Goal times(String what, double least) {
        return Goal.times(
                what + ": times the program age", least, tally.ratios(what, OURS, THEIRS));
    }

    private List<String> how() {
        return List.of(
                "One file of %d MB, in the cache of files; X25519, one recipient. Ours runs in this"
                                .formatted(effort.megabytes())
                        + " process once its code is compiled; the program age is started anew for"
                        + " each figure, and so is ./watchword where it says so.");
    }
}
