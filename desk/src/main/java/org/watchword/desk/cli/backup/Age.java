package org.watchword.desk.cli.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The program `age`, run as a child with arguments and never through a shell. What goes through it
/// goes through pipes, so that nothing clear is written anywhere.
final class Age {
    /// A recipient of the program's own kinds; the desk needs no other and hands over nothing that
    /// could be taken for an option.
    static final Pattern RECIPIENT = Pattern.compile("age1[0-9a-z]{20,4000}");

    /// A child that is not done by then never will be.
    static final Duration LONGEST = Duration.ofHours(1);

    private final String program;

    Age(String program) {
        this.program = program;
    }

    /// Something that goes through a pipe.
    @FunctionalInterface
    interface Through<T> {
        void with(T pipe) throws IOException;
    }

    /// Encrypts what `from` writes; what comes out is handed to `to`.
    ///
    /// @throws Undone when the program is missing or refuses
    void encrypt(List<String> recipients, Through<OutputStream> from, Through<InputStream> to)
            throws IOException {
        var line = new ArrayList<String>(List.of(program));
        recipients.forEach(one -> line.addAll(List.of("-r", one)));
        Process child = started(line);
        try {
            var feeding =
                    CompletableFuture.supplyAsync(
                            () -> fed(child, from), Thread::startVirtualThread);
            to.with(child.getInputStream());
            boolean fed = whether(feeding);
            if (!endedWell(child) || !fed) {
                throw Undone.around("cli.backup.age-refused");
            }
        } finally {
            child.destroyForcibly();
        }
    }

    private static boolean fed(Process child, Through<OutputStream> from) {
        try (var pipe = new BufferedOutputStream(child.getOutputStream(), 1 << 16)) {
            from.with(pipe);
            return true;
        } catch (IOException e) {
            child.destroyForcibly();
            return false;
        }
    }

    /// Decrypts a file; the clear bytes go to `to`, which must not be believed before this returns.
    ///
    /// @throws Undone when the program is missing, the identity is another's, or the file damaged
    void decrypt(Path file, Path identity, Through<InputStream> to) throws IOException {
        Process child =
                started(
                        List.of(
                                program,
                                "-d",
                                "-i",
                                identity.toAbsolutePath().toString(),
                                file.toAbsolutePath().toString()));
        try {
            child.getOutputStream().close();
            to.with(child.getInputStream());
            child.getInputStream().transferTo(OutputStream.nullOutputStream());
            if (!endedWell(child)) {
                throw Undone.input("cli.backup.not-opened");
            }
        } finally {
            child.destroyForcibly();
        }
    }

    private static Process started(List<String> line) {
        try {
            Process child =
                    new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Thread.startVirtualThread(() -> endsInTime(child));
            return child;
        } catch (IOException e) {
            throw Undone.around("cli.backup.no-age");
        }
    }

    private static void endsInTime(Process child) {
        try {
            if (!child.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
    }

    private static boolean endedWell(Process child) {
        try {
            return child.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean whether(CompletableFuture<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
