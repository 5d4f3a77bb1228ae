package org.watchword.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `seal` and `open` in processes of their own, as people run them.
final class AgeCommand {
    void seal(String recipient, Path from, Path to) throws IOException, InterruptedException {
        run("seal", "-r", recipient, "--overwrite", "-o", to.toString(), from.toString());
    }

    void open(Path key, Path from, Path to) throws IOException, InterruptedException {
        run("open", "-i", key.toString(), "--overwrite", "-o", to.toString(), from.toString());
    }

    /// So many bytes sealed and opened again, each end with that heap.
    void through(long bytes, String recipient, Path key, String heap)
            throws IOException, InterruptedException {
        var line =
                List.of(
                        builder(List.of("head", "-c", Long.toString(bytes), "/dev/zero")),
                        builder(java(heap, "seal", "-r", recipient)),
                        builder(java(heap, "open", "-i", key.toString())),
                        builder(List.of("wc", "-c")));
        List<Process> processes = ProcessBuilder.startPipeline(line);
        String counted;
        try (var last = processes.getLast().inputReader()) {
            counted = last.readLine();
        }
        for (Process process : processes) {
            ended(process);
        }
        if (!Long.toString(bytes).equals(counted)) {
            throw new IllegalStateException("%s of %d bytes came out".formatted(counted, bytes));
        }
    }

    private static ProcessBuilder builder(List<String> line) {
        return new ProcessBuilder(line).redirectError(Redirect.INHERIT);
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        ended(builder(java("-Xmx1g", arguments)).redirectOutput(Redirect.DISCARD).start());
    }

    private static void ended(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("status " + process.exitValue());
        }
    }

    private static List<String> java(String heap, String... arguments) {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:-UsePerfData",
                                heap,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.watchword.desk.Watchword"));
        line.addAll(List.of(arguments));
        return line;
    }
}
