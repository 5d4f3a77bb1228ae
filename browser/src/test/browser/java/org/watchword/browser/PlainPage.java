package org.watchword.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The harness itself, on a page of a few lines: what it finds must be there to be found.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainPage {
    private static final String SOUND =
            """
            <!doctype html><html lang="en"><head><title>Plain</title>
            <meta name="viewport" content="width=device-width"></head>
            <body><main><h1>Plain</h1><form method="post"><label>Word <input name="word"></label>
            <button>Send</button></form></main></body></html>
            """;
    private static final String BROKEN =
            """
            <!doctype html><html><head><title>Broken</title></head>
            <body><input name="word"><p style="width:700px;color:#bbb;background:#fff">grey</p>
            <script>document.title = 'ran'</script></body></html>
            """;

    private HttpServer server;
    private Chromium chromium;

    @BeforeAll
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/sound", SOUND, "");
        serve("/broken", BROKEN, "default-src 'none'; style-src 'unsafe-inline'");
        server.start();
        chromium = Chromium.start(Chromium.find(System.getenv()).orElseThrow());
    }

    @AfterAll
    void close() {
        chromium.close();
        server.stop(0);
    }

    @Test
    void is_found_without_fault_when_it_is_sound() {
        try (var sitting = chromium.sit(Device.phone())) {
            sitting.open(address("/sound"));
            assertEquals("", Axe.findings(sitting));
            assertEquals(360, sitting.scrollWidth());
        }
    }

    @Test
    void is_found_out_when_it_is_broken() {
        try (var sitting = chromium.sit(Device.phone())) {
            sitting.open(address("/broken"));
            assertTrue(Axe.findings(sitting).contains("html-has-lang"));
            assertTrue(Axe.findings(sitting).contains("color-contrast"));
            assertTrue(sitting.scrollWidth() > 360);
            assertFalse(sitting.complaints().isEmpty());
            assertEquals("Broken", sitting.page().title());
        }
    }

    @Test
    void counts_every_key_and_press_and_waits_as_long_as_told() {
        try (var sitting = chromium.sit(Device.phone().withoutScript())) {
            sitting.open(address("/sound"));
            sitting.slowDownBy(Duration.ofMillis(400));
            sitting.startCounting();
            sitting.type(sitting.page().getByLabel("Word"), "1234");
            long before = System.nanoTime();
            sitting.follow(sitting.page().getByText("Send"));
            assertTrue(System.nanoTime() - before > 400_000_000L);
            assertEquals(6, sitting.touches());
        }
    }

    private void serve(String path, String page, String policy) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                    if (!policy.isEmpty()) {
                        exchange.getResponseHeaders().add("Content-Security-Policy", policy);
                    }
                    byte[] body = page.getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private String address(String path) {
        return "http://demo.localhost:" + server.getAddress().getPort() + path;
    }
}
