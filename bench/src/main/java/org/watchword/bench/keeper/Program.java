package org.watchword.bench.keeper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java program in a process of its own, with the heap that a desk of many watches may have.
public final class Program implements AutoCloseable {
    private static final String HEAP = "-Xmx1g";

    private final Process process;
    private final BufferedReader said;

    private Program(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /// The desk itself, as a team runs it.
    public static Program serve(Path directory) {
        return start(
                List.of(settingsOfServe()),
                "org.watchword.desk.Watchword",
                "serve",
                directory.toString());
    }

    /// What the launcher tells Java for `serve`, as an argument.
    public static String settingsOfServe() {
        return "@" + Path.of(System.getProperty("watchword.home", ".."), "dist", "serve.jvm");
    }

    static Program start(String main, String... arguments) {
        return start(List.of(), main, arguments);
    }

    private static Program start(List<String> settings, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The launcher gives every desk its start cache; so does this.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(given -> given.startsWith("-XX:AOT"))
                .forEach(command::add);
        command.addAll(settings);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-XX:-CreateCoredumpOnCrash",
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main));
        command.addAll(List.of(arguments));
        try {
            return new Program(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next line it says.
    ///
    /// @throws IllegalStateException when it ended instead
    public String line() {
        try {
            String line = said.readLine();
            if (line == null) {
                throw new IllegalStateException("a program ended with " + process.waitFor());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /// With -9, and returns when it is gone.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A port of this machine that nobody has just now.
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
