package org.watchword.story.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// The real kannel on this machine: its bearerbox and smsbox as children of this process, in a
/// directory of their own, on ports of the loopback that stay the same when it is stopped and
/// started again. The network behind it is its fake SMSC, whose far end is {@link KannelLine}.
///
/// The children end with this process, however that ends: they hang on a pipe from it.
@SuppressWarnings("InlineFormatString") // files of settings are read whole, apart from the code
public final class Kannel implements AutoCloseable {
    /// The name and password that kannel wants of whoever sends.
    public static final String USER = "desk";

    public static final String PASSWORD = "harbour-9";

    private static final Duration UP = Duration.ofSeconds(10);
    private static final int LEAST_PORT = 20_000;
    private static final int MOST_PORT = 32_000;
    private static final int PORT_TRIES = 1_000;

    /// What kannel keeps it keeps in a file, as an operator would tell it to.
    private static final String CORE =
            """
            group = core
            admin-port = %d
            admin-interface = 127.0.0.1
            admin-password = %s
            smsbox-port = %d
            smsbox-interface = 127.0.0.1
            box-allow-ip = 127.0.0.1
            box-deny-ip = "*.*.*.*"
            log-level = 2
            store-type = file
            store-location = "%s"
            dlr-storage = internal
            sms-resend-freq = 1

            group = smsc
            smsc = fake
            smsc-id = network
            host = 127.0.0.1
            port = %d
            connect-allow-ip = 127.0.0.1

            """;

    private static final String SENDING =
            """
            group = smsbox
            bearerbox-host = 127.0.0.1
            sendsms-port = %d
            sendsms-interface = 127.0.0.1
            log-level = 2
            http-request-retry = 5
            http-queue-delay = 1

            group = sendsms-user
            username = %s
            password = %s
            max-messages = 10
            concatenation = true

            """;

    private static final String SERVICE =
            """
            group = sms-service
            keyword = default
            catch-all = true
            max-messages = 0
            omit-empty = true
            send-sender = true
            post-url = "%s"
            """;

    private final Path directory;
    private final Programs programs;
    private final Ports ports;
    private final KannelLine line;
    private final List<KannelBox> boxes = new ArrayList<>();
    private Optional<Incoming> incoming = Optional.empty();

    /// Where kannel hands in what phones send.
    ///
    /// @param address the desk's own, such as `http://127.0.0.1:8080/in/1`
    /// @param user what stands before the colon of HTTP Basic
    public record Incoming(URI address, String user, String password) {
        /// As kannel wants it: it makes an `Authorization` header of what stands before the `@`.
        String written() {
            return "%s://%s:%s@%s%s"
                    .formatted(
                            address.getScheme(),
                            user,
                            password,
                            address.getAuthority(),
                            address.getPath());
        }

        @Override
        public String toString() {
            return "incoming";
        }
    }

    /// Its two programs.
    record Programs(Path bearerbox, Path smsbox) {}

    private record Ports(int admin, int boxes, int network, int sending) {}

    private Kannel(Path directory, Programs programs, Ports ports, KannelLine line) {
        this.directory = directory;
        this.programs = programs;
        this.ports = ports;
        this.line = line;
    }

    /// Whether kannel is installed on this machine.
    public static boolean isHere() {
        return programs().isPresent();
    }

    private static Optional<Programs> programs() {
        return program("bearerbox")
                .flatMap(bearer -> program("smsbox").map(sms -> new Programs(bearer, sms)));
    }

    /// Also where only an administrator has it on the path.
    private static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        for (String place : path.split(":", -1)) {
            Path program = Path.of(place.isEmpty() ? "." : place, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program.toAbsolutePath());
            }
        }
        return Optional.empty();
    }

    /// Chooses the ports; nothing runs yet.
    ///
    /// @param name of the gateway, as it stands in every {@link Received}
    /// @param directory its own; made where there is none
    /// @throws IllegalStateException when kannel is not installed
    public static Kannel prepare(String name, MailGateway.Clocks clocks, Path directory) {
        Programs programs =
                programs().orElseThrow(() -> new IllegalStateException("there is no kannel here"));
        var ports = new Ports(freePort(), freePort(), freePort(), freePort());
        return new Kannel(directory, programs, ports, new KannelLine(name, clocks, ports.network));
    }

    /// Not from the range that the system gives to outgoing connections: while kannel is stopped
    /// nobody else must be given its ports.
    private static int freePort() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < PORT_TRIES; i++) {
            int port = random.nextInt(LEAST_PORT, MOST_PORT);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException e) {
                // Taken: the next one.
            }
        }
        throw new IllegalStateException("no free port");
    }

    /// Where messages are handed to it, without a path.
    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.sending);
    }

    /// Where its fake SMSC listens, for a network of somebody else's.
    int networkPort() {
        return ports.network;
    }

    /// From the next start on it hands in what phones send; before that it drops it.
    public void handsIn(Incoming to) {
        incoming = Optional.of(to);
    }

    /// Starts it and returns when it takes messages: well below a second.
    ///
    /// @throws IllegalStateException when it does not come up, with what it wrote
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("kannel.conf");
            Files.writeString(file, configuration());
            box("bearerbox", programs.bearerbox, file, ports.boxes);
            box("smsbox", programs.smsbox, file, ports.sending);
            line.connect(UP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void box(String name, Path program, Path file, int port) throws IOException {
        var box = KannelBox.start(program, file, directory.resolve(name + ".log"));
        boxes.add(box);
        long end = System.nanoTime() + UP.toNanos();
        while (!answers(port)) {
            if (System.nanoTime() > end || !box.isRunning()) {
                String wrote = box.wrote();
                stop();
                throw new IllegalStateException(name + " does not come up:\n" + wrote);
            }
            pause();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Stops it; whoever sends finds the connection refused. It may be started again.
    public synchronized void stop() {
        line.disconnect();
        boxes.reversed().forEach(KannelBox::stop);
        boxes.clear();
    }

    public synchronized boolean isRunning() {
        return !boxes.isEmpty();
    }

    /// Whether there is a network behind it. Without one it takes messages, keeps them and reports
    /// nothing: to whoever sends, a gateway that swallows. With it back, they go out.
    public void network(boolean there) {
        if (there) {
            line.connect(UP);
        } else {
            line.disconnect();
        }
    }

    /// What reached the network, whole messages, the oldest first.
    public List<Received> received() {
        return line.received();
    }

    /// Calls with every message from now on: hand over, do not work.
    public void onReceived(Consumer<Received> listener) {
        line.onReceived(listener);
    }

    /// A phone sends something to kannel's number.
    ///
    /// @param from the phone's number, or whatever it claims
    public void inject(String from, String text) {
        line.inject(from, text);
    }

    @Override
    public void close() {
        stop();
    }

    private String configuration() {
        String service = incoming.map(to -> SERVICE.formatted(to.written())).orElse("");
        return CORE.formatted(
                        ports.admin,
                        PASSWORD,
                        ports.boxes,
                        directory.resolve("store").toAbsolutePath(),
                        ports.network)
                + SENDING.formatted(ports.sending, USER, PASSWORD)
                + service;
    }
}
