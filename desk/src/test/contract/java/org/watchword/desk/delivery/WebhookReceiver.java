package org.watchword.desk.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Receives webhooks as `docs/formats/webhook.md` asks of a receiver, and shows them as an ntfy
/// server would.
final class WebhookReceiver implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String BEARER = "tk_needle0123456789";

    private static final long TOLERANCE_SECONDS = 300;
    private static final JsonMapper JSON = new JsonMapper();

    /// What it showed on somebody's phone.
    record Shown(String topic, String title, String message, int priority) {}

    /// A request as it came, so that it can be tried again.
    record Request(String path, String id, String timestamp, String signature, String body) {}

    final List<Shown> shown = new CopyOnWriteArrayList<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final HttpServer http;
    private final AtomicLong now;
    volatile int refuseWith;

    WebhookReceiver(long now) throws IOException {
        this.now = new AtomicLong(now);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::serve);
        http.start();
    }

    void later(long seconds) {
        now.addAndGet(seconds);
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answer(exchange, body);
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int answer(HttpExchange exchange, String body) {
        if (!("Bearer " + BEARER).equals(header(exchange, "Authorization"))) {
            return 401;
        }
        if (refuseWith != 0) {
            requests.add(request(exchange, body));
            return refuseWith;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        Request request = request(exchange, body);
        requests.add(request);
        if (!verified(request)) {
            return 400;
        }
        JsonNode message = JSON.readTree(body);
        if (known.add(request.id())) {
            shown.add(
                    new Shown(
                            message.path("topic").asString(),
                            message.path("title").asString(),
                            message.path("message").asString(),
                            message.path("priority").asInt()));
        }
        return 200;
    }

    private static Request request(HttpExchange exchange, String body) {
        return new Request(
                exchange.getRequestURI().toString(),
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /// The four steps of the document.
    private boolean verified(Request request) {
        long age = Math.abs(now.get() - Long.parseLong("0" + request.timestamp()));
        String signed = request.id() + "." + request.timestamp() + "." + request.body();
        byte[] expected = ("v1," + signature(SECRET, signed)).getBytes(StandardCharsets.US_ASCII);
        return age <= TOLERANCE_SECONDS
                && List.of(request.signature().split(" ")).stream()
                        .map(one -> one.getBytes(StandardCharsets.US_ASCII))
                        .anyMatch(one -> MessageDigest.isEqual(one, expected));
    }

    static String signature(String secret, String content) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
