package org.watchword.desk.partner;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// A receiver of webhooks that keeps what it was told, and when.
public final class Pigeons implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /// A message as it came.
    public record Came(String topic, String text, long nanos) {}

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final HttpServer http;

    public Pigeons() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        if (exchange.getRequestMethod().equals("POST")) {
                            var json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
                            came.add(
                                    new Came(
                                            json.path("topic").asString(),
                                            json.path("message").asString(),
                                            System.nanoTime()));
                        }
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        http.start();
    }

    public List<Came> came() {
        return List.copyOf(came);
    }

    /// What a webhook that leads here is set to.
    public Map<String, String> settings() {
        return Map.of(
                "receiver",
                "http://127.0.0.1:" + http.getAddress().getPort(),
                "signing-secret",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
