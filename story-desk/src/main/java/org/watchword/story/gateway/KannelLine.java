package org.watchword.story.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The network's end of kannel's fake SMSC: a connection on which each side writes a line per
/// message. It plays every phone there is.
final class KannelLine {
    /// The number under which phones know the gateway.
    private static final String GATEWAY = "+9995550";

    private final String name;
    private final MailGateway.Clocks clocks;
    private final int port;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Socket socket;

    KannelLine(String name, MailGateway.Clocks clocks, int port) {
        this.name = name;
        this.clocks = clocks;
        this.port = port;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    void onReceived(Consumer<Received> listener) {
        listeners.add(listener);
    }

    synchronized void connect(Duration most) {
        if (socket != null) {
            return;
        }
        long end = System.nanoTime() + most.toNanos();
        while (socket == null) {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new UncheckedIOException("kannel takes no network", e);
                }
                Kannel.pause();
            }
        }
        Socket mine = socket;
        Thread.ofVirtual().name("network").start(() -> read(mine));
    }

    synchronized void disconnect() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // Closed is closed.
        }
        socket = null;
    }

    synchronized void inject(String from, String text) {
        if (socket == null) {
            throw new IllegalStateException("there is no network behind kannel");
        }
        String line = "%s %s ucs2 %s\n".formatted(from, GATEWAY, KannelLines.unicode(text));
        try {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Socket mine) {
        var parts = new KannelLines();
        try (mine;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        mine.getInputStream(), StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                // A text with line breaks comes as several lines, in one piece.
                if (KannelLines.begins(line) && !lines.isEmpty()) {
                    take(parts, lines);
                }
                lines.add(line);
                if (!in.ready()) {
                    take(parts, lines);
                }
            }
        } catch (IOException e) {
            // Kannel hung up or was hung up on.
        }
    }

    private void take(KannelLines parts, List<String> lines) {
        String raw = String.join("\n", lines);
        lines.clear();
        Optional<KannelLines.Whole> whole = parts.take(raw);
        if (whole.isEmpty()) {
            return;
        }
        var taken =
                new Received(
                        name,
                        whole.get().to(),
                        "",
                        whole.get().text(),
                        raw,
                        clocks.real().instant(),
                        clocks.story().instant(),
                        false);
        received.add(taken);
        listeners.forEach(listener -> listener.accept(taken));
    }
}
