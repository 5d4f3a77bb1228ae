package org.watchword.desk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.basis.Sentence;

/// Looks whether what a desk has in memory stays there: from outside, in the process that runs the
/// desk, or in its own when none does. Linux shows this to everybody.
public final class MemoryFindings {
    /// What the launcher starts every program with.
    private static final List<String> FLAGS =
            List.of("-XX:+DisableAttachMechanism", "-XX:-UsePerfData");

    private final Path processes;
    private final Path groups;

    /// @param processes where the system shows its processes: `/proc`
    /// @param groups where it shows what groups of them may use: `/sys/fs/cgroup`
    public MemoryFindings(Path processes, Path groups) {
        this.processes = processes;
        this.groups = groups;
    }

    /// What can carry it away, or that nothing can.
    ///
    /// @param lock the file that a running desk holds
    public List<Finding> of(Path lock) {
        if (!Files.isReadable(processes.resolve("self/status"))) {
            return List.of(Finding.toMend(Sentence.of("cli.check.memory.unknown")));
        }
        try {
            Path process = processes.resolve(holder(lock).orElse("self"));
            var toMend = new ArrayList<String>();
            if (!limit(process, "Max core file size").equals("0")) {
                toMend.add("core");
            }
            if (!arguments(process).containsAll(FLAGS)) {
                toMend.add("attach");
            }
            if (swaps() && !isKeptFromSwap(process)) {
                toMend.add("swap");
            }
            return toMend.isEmpty()
                    ? List.of(Finding.well(Sentence.of("cli.check.memory.well")))
                    : toMend.stream()
                            .map(one -> Finding.toMend(Sentence.of("cli.check.memory." + one)))
                            .toList();
        } catch (IOException e) {
            return List.of(Finding.toMend(Sentence.of("cli.check.memory.unknown")));
        }
    }

    /// The number of the process that holds a file: `1: POSIX ADVISORY WRITE 4711 fe:01:1234 0
    /// EOF`.
    private Optional<String> holder(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        String file = ":" + Files.getAttribute(lock, "unix:ino");
        return lines(processes.resolve("locks"))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(words -> words.length > 5 && words[5].endsWith(file))
                .map(words -> words[4])
                .filter(number -> Files.exists(processes.resolve(number)))
                .findFirst();
    }

    private static String limit(Path process, String name) throws IOException {
        return lines(process.resolve("limits"))
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().replaceAll("\\s.*", ""))
                .findFirst()
                .orElse("");
    }

    private static List<String> arguments(Path process) throws IOException {
        return Arrays.asList(Files.readString(process.resolve("cmdline")).split("\0", -1));
    }

    /// The first line is the heading of a table.
    private boolean swaps() throws IOException {
        return lines(processes.resolve("swaps")).skip(1).findAny().isPresent();
    }

    /// Because all of it is locked, or because its group may not use any.
    private boolean isKeptFromSwap(Path process) throws IOException {
        long held = kilobytes(process, "VmRSS:");
        return (held > 0 && kilobytes(process, "VmLck:") >= held) || groupMayNotSwap(process);
    }

    private boolean groupMayNotSwap(Path process) throws IOException {
        for (String line : lines(process.resolve("cgroup")).toList()) {
            if (line.startsWith("0::/")) {
                Path most = groups.resolve(line.substring(4)).resolve("memory.swap.max");
                return Files.isReadable(most) && Files.readString(most).strip().equals("0");
            }
        }
        return false;
    }

    private static long kilobytes(Path process, String name) throws IOException {
        return lines(process.resolve("status"))
                .filter(line -> line.startsWith(name))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0L);
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
    }
}
