package org.watchword.desk.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gateways of the three shapes whose files come with the program, as their makers describe them.
final class ShapedGateway implements AutoCloseable {
    static final String USER = "AC17";
    static final String SECRET = "t0ken";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();

    /// What was sent.
    final List<Taken> taken = new CopyOnWriteArrayList<>();

    /// Every address asked for.
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// A message as a gateway understood it.
    ///
    /// @param report where reports go
    record Taken(String to, String from, String text, String coding, String report) {}

    ShapedGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cgi-bin/sendsms", this::kannel);
        server.createContext("/Accounts/" + USER, this::form);
        server.createContext("/messages", this::json);
        server.createContext("/account", this::account);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void kannel(HttpExchange visit) throws IOException {
        String text = body(visit);
        if (!header(visit, "X-Kannel-Username").equals(USER)
                || !header(visit, "X-Kannel-Password").equals(SECRET)) {
            answer(visit, 403, "Authorization failed for sendsms");
            return;
        }
        if (header(visit, "X-Kannel-To").isEmpty()) {
            answer(visit, 400, "Empty receiver number not allowed, rejected");
            return;
        }
        taken.add(
                new Taken(
                        header(visit, "X-Kannel-To"),
                        header(visit, "X-Kannel-From"),
                        text,
                        header(visit, "X-Kannel-Coding"),
                        header(visit, "X-Kannel-DLR-Url")));
        answer(visit, 202, "0: Accepted for delivery");
    }

    private void form(HttpExchange visit) throws IOException {
        String body = body(visit);
        String both = USER + ":" + SECRET;
        String right =
                "Basic "
                        + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        if (!header(visit, "Authorization").equals(right)) {
            answer(visit, 401, "{\"code\":20003,\"message\":\"Authenticate\"}");
            return;
        }
        if (visit.getRequestMethod().equals("GET")) {
            answer(visit, 200, "{\"sid\":\"AC17\",\"status\":\"active\"}");
            return;
        }
        Map<String, String> fields = fields(body);
        taken.add(
                new Taken(
                        fields.getOrDefault("To", ""),
                        fields.getOrDefault("From", ""),
                        fields.getOrDefault("Body", ""),
                        "",
                        fields.getOrDefault("StatusCallback", "")));
        answer(
                visit,
                201,
                "{\"sid\":\"SM%d\",\"status\":\"queued\",\"error_code\":null}"
                        .formatted(count.incrementAndGet()));
    }

    private void json(HttpExchange visit) throws IOException {
        JsonNode body = JSON.readTree(body(visit));
        if (!signed(visit)) {
            return;
        }
        taken.add(
                new Taken(
                        body.at("/to").asString(""),
                        body.at("/from").asString(""),
                        body.at("/text").asString(""),
                        body.at("/encoding").asString(""),
                        body.at("/callback").asString("")));
        String id =
                byKey.computeIfAbsent(
                        header(visit, "Idempotency-Key"), _ -> "m" + count.incrementAndGet());
        answer(visit, 202, "{\"id\":\"%s\",\"status\":\"queued\"}".formatted(id));
    }

    private void account(HttpExchange visit) throws IOException {
        if (signed(visit)) {
            answer(visit, 200, "{}");
        }
    }

    private boolean signed(HttpExchange visit) throws IOException {
        if (header(visit, "Authorization").equals("Bearer " + SECRET)) {
            return true;
        }
        answer(visit, 401, "{\"error\":{\"code\":\"unauthorized\"}}");
        return false;
    }

    private static Map<String, String> fields(String form) {
        var fields = new TreeMap<String, String>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private String body(HttpExchange visit) throws IOException {
        asked.add(visit.getRequestMethod() + " " + visit.getRequestURI());
        return new String(visit.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String header(HttpExchange visit, String name) {
        String value = visit.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void answer(HttpExchange visit, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        visit.sendResponseHeaders(status, bytes.length);
        visit.getResponseBody().write(bytes);
        visit.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
