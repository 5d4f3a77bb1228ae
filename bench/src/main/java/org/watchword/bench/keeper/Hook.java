package org.watchword.bench.keeper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A receiver on this machine to which alarms are posted.
public final class Hook implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Long> came = new CopyOnWriteArrayList<>();

    private Hook(HttpServer server) {
        this.server = server;
    }

    static Hook start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var hook = new Hook(HttpServer.create(address, 0));
            hook.server.createContext("/", hook::take);
            hook.server.setExecutor(hook.threads);
            hook.server.start();
            return hook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            came.add(System.nanoTime());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alarms");
    }

    /// Waits for the first post after that moment of the monotonic clock.
    public OptionalLong firstAfter(long nanos, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        OptionalLong first = OptionalLong.empty();
        while (first.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(2);
            first = came.stream().mapToLong(Long::longValue).filter(at -> at > nanos).findFirst();
        }
        return first;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
