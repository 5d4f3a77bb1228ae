package org.watchword.story.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How the desk's process is started and ended.
///
/// @param program under which it runs; none for a desk by itself
/// @param brief it lives for seconds: what it compiles well it never gets to use
record DeskCommand(List<String> program, Optional<Plant> plant, boolean brief) {
    static final DeskCommand PLAIN = new DeskCommand(List.of(), Optional.empty(), false);

    DeskCommand under(List<String> other) {
        return new DeskCommand(List.copyOf(other), plant, brief);
    }

    DeskCommand with(Plant planted) {
        return new DeskCommand(program, Optional.of(planted), brief);
    }

    DeskCommand briefly() {
        return new DeskCommand(program, plant, true);
    }

    List<String> command(Path directory, Path temporary) {
        List<String> command = new ArrayList<>(program);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String given : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (given.startsWith("-XX:AOT")) {
                command.add(given);
            }
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:-UsePerfData");
        command.add("-XX:+DisableAttachMechanism");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-XX:ErrorFile=/dev/null");
        command.add("-Djava.io.tmpdir=" + temporary);
        // The database's own program, which it unpacks there, holds no data of ours.
        command.add("-Dorg.sqlite.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.add("-Xmx384m");
        // A story's desk lives for a minute: what starts quickest is quickest.
        command.add("-XX:+UseSerialGC");
        if (brief) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(StoryDesk.class.getName());
        command.add(directory.toString());
        plant.ifPresent(planted -> command.add(planted.name()));
        return command;
    }

    /// The desk itself, whatever it runs under.
    private static ProcessHandle desk(Process started) {
        return started.children().findFirst().orElse(started.toHandle());
    }

    /// With -9. What it runs under is left to end by itself, with everything it has seen.
    void kill(Process started) {
        if (program.isEmpty()) {
            started.destroyForcibly();
        } else {
            desk(started).destroyForcibly();
        }
    }

    void signal(Process started, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, "" + desk(started).pid()).start().waitFor();
        } catch (IOException e) {
            throw new DeskGone("the desk's process cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until a process is gone, and sees to it where it takes too long.
    static void gone(Process started, Duration patience) {
        if (outlives(started, patience)) {
            started.destroyForcibly();
        }
    }

    /// Whether a process is still there after a while.
    static boolean outlives(Process started, Duration patience) {
        try {
            return !started.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
