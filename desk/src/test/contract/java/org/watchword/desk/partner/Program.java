package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.watchword.desk.Watchword;

/// The program as people start it, in a process of its own, and every line that it says.
final class Program implements AutoCloseable {
    /// @param nanos when it was said
    record Line(String text, long nanos) {}

    private final Process process;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;

    Program(String... arguments) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.language=en"));
        line.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(Watchword.class.getName());
        line.addAll(List.of(arguments));
        process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        reading = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                lines.add(new Line(text, System.nanoTime()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    String said() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /// Waits for a line that holds these words, behind so many lines.
    Line says(String words, int from, Duration most) {
        long until = System.nanoTime() + most.toNanos();
        while (true) {
            for (Line line : lines.subList(Math.min(from, lines.size()), lines.size())) {
                if (line.text().contains(words)) {
                    return line;
                }
            }
            boolean late = System.nanoTime() - until > 0;
            assertTrue(!late && process.isAlive(), "it never said “" + words + "”:\n" + said());
            LockSupport.parkNanos(5_000_000);
        }
    }

    Line says(String words) {
        return says(words, 0, Duration.ofSeconds(40));
    }

    long pid() {
        return process.pid();
    }

    /// `kill -9`.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }

    /// Told to stop; gives its status.
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        return status();
    }

    int status() throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it goes on:\n" + said());
        assertTrue(reading.join(Duration.ofSeconds(10)));
        return process.exitValue();
    }

    static String ended(int status, String... arguments) throws Exception {
        try (var program = new Program(arguments)) {
            int was = program.status();
            assertEquals(status, was, program.said());
            return program.said();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
