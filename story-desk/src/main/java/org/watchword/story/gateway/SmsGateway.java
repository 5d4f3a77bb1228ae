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

/// An SMS gateway in this process that speaks Kannel's `sendsms` over HTTP: it takes texts, reports
/// that they arrived, hands in what people send, and misbehaves when told to.
public final class SmsGateway implements Gateway {
    private static final String PATH = "/cgi-bin/sendsms";
    private static final int ACCEPTED = 202;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    /// Bit of `dlr-mask`: the text reached the telephone.
    private static final int DELIVERED = 1;

    private final String name;
    private final Kept kept;
    private final Keys keys;
    private final KannelShape shape = new KannelShape();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Object turned = new Object();
    private volatile Optional<DeskDoor> at = Optional.empty();
    private volatile Fault fault = Fault.NONE;

    /// What the gateway and the desk know each other by.
    ///
    /// @param password what the desk shows when it sends
    /// @param secret what the gateway shows when it posts
    public record Keys(String user, String password, String secret) {
        /// What a desk is told of a gateway at this address.
        Map<String, String> settings(URI address) {
            return Map.of();
        }

        /// Where to post, with what it is admitted by.
        URI door(DeskDoor door) {
            String address =
                    door.address().toString().replace("://", "://" + user + ":" + secret + "@");
            return URI.create(address);
        }

        @Override
        public String toString() {
            return "keys";
        }
    }

    private SmsGateway(String name, MailGateway.Clocks clocks, Keys keys, HttpServer server) {
        this.name = name;
        this.kept = new Kept(clocks);
        this.keys = keys;
        this.server = server;
    }

    /// Starts a gateway on a free port of this machine.
    public static SmsGateway start(String name, MailGateway.Clocks clocks, Keys keys) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var gateway = new SmsGateway(name, clocks, keys, HttpServer.create(address, 0));
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
            Map<String, String> given = Parameters.of(exchange);
            switch (fault) {
                case HANGS -> waitForTurn();
                case REFUSES -> say(exchange, UNAVAILABLE, "3: Temporal failure, try again later.");
                case GARBLES -> say(exchange, 200, "<html>\u0001 999 what? \uD83C\uDF2A");
                case NONE, SWALLOWS -> take(exchange, given);
            }
        }
    }

    private void take(HttpExchange exchange, Map<String, String> given) throws IOException {
        if (!keys.password().equals(given.get("password"))) {
            say(exchange, FORBIDDEN, "Authorization failed for sendsms");
            return;
        }
        boolean swallows = fault == Fault.SWALLOWS;
        String to = given.getOrDefault("to", "");
        String text = given.getOrDefault("text", "");
        kept.take(name, new Kept.Message(to, "", text, KannelShape.raw(given)), swallows);
        say(exchange, ACCEPTED, "0: Accepted for delivery");
        boolean reports = (mask(given) & DELIVERED) != 0;
        if (reports && !swallows) {
            threads.execute(() -> shape.report(given.getOrDefault("dlr-url", ""), DELIVERED));
        }
    }

    private static int mask(Map<String, String> given) {
        String mask = given.getOrDefault("dlr-mask", "0");
        return mask.matches("\\d{1,4}") ? Integer.parseInt(mask) : 0;
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
        return keys.settings(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @Override
    public void reaches(DeskDoor door) {
        at = Optional.of(door);
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
        return at.map(door -> shape.handIn(keys.door(door), from, text))
                .orElse(Optional.of("no desk"));
    }

    @Override
    public void close() {
        turn(Fault.REFUSES);
        server.stop(0);
        threads.shutdownNow();
    }
}
