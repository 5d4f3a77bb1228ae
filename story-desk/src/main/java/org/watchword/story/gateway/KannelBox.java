package org.watchword.story.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// One program of kannel as a child. Between it and us stands a shell that ends it when the pipe
/// from us closes, so that it never outlives this process.
final class KannelBox {
    private static final long PATIENCE_SECONDS = 3;

    private static final String UNTIL_THE_PIPE_CLOSES =
            """
            "$0" "$1" </dev/null &
            child=$!
            read -r _
            kill "$child"
            wait "$child"
            """;

    private final Process shell;
    private final Path log;

    private KannelBox(Process shell, Path log) {
        this.shell = shell;
        this.log = log;
    }

    static KannelBox start(Path program, Path configuration, Path log) throws IOException {
        Process shell =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                UNTIL_THE_PIPE_CLOSES,
                                program.toString(),
                                configuration.toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new KannelBox(shell, log);
    }

    boolean isRunning() {
        return shell.isAlive();
    }

    String wrote() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(nothing)";
        }
    }

    /// Ends it and waits until it has ended, which frees its ports.
    void stop() {
        var children = shell.descendants().toList();
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is gone, and with it the shell.
        }
        try {
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                children.forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            children.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
