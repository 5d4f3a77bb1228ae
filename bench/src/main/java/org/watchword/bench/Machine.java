package org.watchword.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where a measurement was made; without it a figure says nothing.
final class Machine {
    private Machine() {}

    static Map<String, String> facts(Optional<String> postgres) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("processor", line(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put(
                "jvm",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("commit", commit());
        postgres.ifPresent(version -> facts.put("database", version));
        return facts;
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String line(Path file, String begin) {
        try (var lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith(begin))
                    .findFirst()
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .orElse("not known");
        } catch (IOException e) {
            return "not known";
        }
    }

    private static String commit() {
        String home = System.getProperty("watchword.home", ".");
        try {
            Process git =
                    new ProcessBuilder("git", "-C", home, "describe", "--always", "--dirty")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] said = git.getInputStream().readAllBytes();
            String name = new String(said, StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? "not known" : name;
        } catch (IOException e) {
            return "not known";
        }
    }
}
