package org.watchword.story.torture;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// The figures of a run with what they depend on, one a line, for whoever writes them down.
final class MeasuredLog {
    private final Path home;
    private final Instant began;
    private final double loadBefore = load();

    /// @param home where the project lies
    MeasuredLog(Path home, Instant began) {
        this.home = home;
        this.began = began;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    void write(Path file, Map<String, Object> run, Figures figures, Instant ended)
            throws IOException {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("commit " + commit());
        lines.add("machine " + machine());
        lines.add("start " + began);
        lines.add("end " + ended);
        lines.add(String.format(Locale.ROOT, "load %.2f before, %.2f after", loadBefore, load()));
        new TreeMap<>(run).forEach((name, value) -> lines.add(name + " " + value));
        for (Upset upset : Upset.values()) {
            lines.add("rounds-" + upset.word() + " " + figures.of(upset));
        }
        Files.writeString(file, lines.toString(), StandardCharsets.UTF_8);
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system.getName()
                + " "
                + system.getVersion()
                + ", "
                + system.getArch()
                + ", "
                + system.getAvailableProcessors()
                + " cores, Java "
                + Runtime.version();
    }

    private String commit() throws IOException {
        Process git =
                new ProcessBuilder("git", "-C", home.toString(), "describe", "--always", "--dirty")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.isBlank() ? "unknown" : said.strip();
    }
}
