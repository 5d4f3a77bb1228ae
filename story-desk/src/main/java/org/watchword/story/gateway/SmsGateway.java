package org.watchword.story.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// An SMS gateway in this process that speaks as Kannel does over HTTP: it takes texts, reports
/// that they arrived, hands in what people send, and misbehaves when told to.
public final class SmsGateway implements Gateway {
    private static final String PATH = "/cgi-bin/sendsms";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int ACCEPTED = 202;
    private static final int WRONG = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    /// The state in a report: the text reached the telephone.
    private static final int DELIVERED = 1;

    private final String name;
    private final Kept kept;
    private final Keys keys;
    private final DeskDoor door;
    private final KannelShape shape = new KannelShape();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Object turned = new Object();
    private volatile Fault fault = Fault.NONE;

    /// What the gateway and the desk know each other by.
    ///
    /// @param password what the desk shows when it sends
    /// @param secret what the gateway shows when it posts
    public record Keys(String user, String password, String secret) {
        private static final String SENDER = "+9995550";

        /// What a desk is told of a gateway at this address.
        Map<String, String> settings(URI address, DeskDoor door) {
            return Map.of(
                    "gateway", "kannel",
                    "gateway-base", address.toString(),
                    "gateway-user", user,
                    "gateway-secret", password,
                    "gateway-sender", SENDER,
                    "gateway-desk", door.desk(),
                    "gateway-incoming", secret);
        }

        /// Where to post, with what it is admitted by.
        URI signed(DeskDoor door) {
            String address = door.address().toString();
            return URI.create(address.replace("://", "://" + user + ":" + secret + "@"));
        }

        @Override
        public String toString() {
            return "keys";
        }
    }

    private SmsGateway(String name, Kept kept, Keys keys, DeskDoor door, HttpServer server) {
        this.name = name;
        this.kept = kept;
        this.keys = keys;
        this.door = door;
        this.server = server;
    }

    /// Starts a gateway on a free port of this machine.
    public static SmsGateway start(
            String name, MailGateway.Clocks clocks, Keys keys, DeskDoor door) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(address, 0);
            var gateway = new SmsGateway(name, new Kept(clocks), keys, door, server);
            gateway.server.setExecutor(gateway.threads);
            gateway.server.createContext(PATH, gateway::answer);
            gateway.server.start();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Text text = Text.of(exchange);
            switch (fault) {
                case HANGS -> waitForTurn();
                case REFUSES -> say(exchange, UNAVAILABLE, "3: Temporal failure, try again later.");
                case GARBLES -> say(exchange, 200, "<html>\u0001 999 what? \uD83C\uDF2A");
                case NONE, SWALLOWS -> take(exchange, text);
            }
        }
    }

    private void take(HttpExchange exchange, Text text) throws IOException {
        if (!keys.password().equals(text.password())) {
            say(exchange, FORBIDDEN, "Authorization failed for sendsms");
        } else if (text.to().isEmpty()) {
            say(exchange, WRONG, "Missing receiver number, rejected");
        } else {
            boolean swallows = fault == Fault.SWALLOWS;
            String raw = text.to() + " " + text.reports() + "\n" + text.text();
            kept.take(name, new Kept.Message(text.to(), "", text.text(), raw), swallows);
            say(exchange, ACCEPTED, "0: Accepted for delivery");
            if (!swallows && !text.reports().isEmpty()) {
                threads.execute(() -> shape.report(text.reports(), DELIVERED));
            }
        }
    }

    /// A text as Kannel is handed it by `POST`: all but the text itself in headers.
    ///
    /// @param reports where to tell that it arrived
    private record Text(String password, String to, String reports, String text) {
        static Text of(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            return new Text(
                    header(exchange, "X-Kannel-Password"),
                    header(exchange, "X-Kannel-To"),
                    header(exchange, "X-Kannel-DLR-Url"),
                    new String(body, UTF_8));
        }

        private static String header(HttpExchange exchange, String name) {
            String value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value.strip();
        }
    }

    private void waitForTurn() {
        synchronized (turned) {
            while (fault == Fault.HANGS) {
                try {
                    turned.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> settings() {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return keys.settings(here, door);
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public void turn(Fault to) {
        synchronized (turned) {
            fault = to;
            turned.notifyAll();
        }
    }

    @Override
    public List<Received> received() {
        return kept.all();
    }

    @Override
    public void onReceived(Consumer<Received> listener) {
        kept.onReceived(listener);
    }

    @Override
    public Optional<String> say(String from, String text) {
        return shape.handIn(keys.signed(door), new KannelShape.Sent(from, text, kept.storyTime()));
    }

    @Override
    public void close() {
        turn(Fault.REFUSES);
        server.stop(0);
        threads.shutdownNow();
    }
}
