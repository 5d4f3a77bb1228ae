package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The real kannel as tests and stories hold it.
@Tag("kannel")
@EnabledIf("org.watchword.story.gateway.Kannel#isHere")
class KannelContract {
    private static final Instant STORY = Instant.parse("2021-02-04T12:00:40Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LONG_RUSSIAN =
            "ДУБ звал в 15:00, нажмите «Беру на себя». ".repeat(5);
    private static final String LONG_ENGLISH =
            "ALDER called at 15:00 [from €]\nOpen it. ".repeat(8);

    private static final Path FAKE_SMSC = Path.of("/usr/lib/kannel/test/fakesmsc");

    @TempDir Path directory;
    private final List<Handed> handed = new CopyOnWriteArrayList<>();
    private HttpServer desk;
    private Kannel kannel;

    /// What kannel brought to the desk.
    private record Handed(String line, String secret, String sender, String text) {}

    @BeforeEach
    void start() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/in/1", this::take);
        desk.start();
        var clocks = new MailGateway.Clocks(InstantSource.system(), InstantSource.fixed(STORY));
        kannel = Kannel.prepare("sms-1", clocks, directory.resolve("kannel"));
        kannel.handsIn(new Kannel.Incoming(door(), "kannel", "low-tide"));
        kannel.start();
    }

    @AfterEach
    void stop() {
        kannel.close();
        desk.stop(0);
    }

    private URI door() {
        return URI.create("http://127.0.0.1:" + desk.getAddress().getPort() + "/in/1");
    }

    private void take(HttpExchange visit) throws IOException {
        byte[] body = visit.getRequestBody().readAllBytes();
        var headers = visit.getRequestHeaders();
        String type = headers.getOrDefault("Content-Type", List.of("")).getFirst();
        Charset charset =
                type.contains("UTF-16BE") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        handed.add(
                new Handed(
                        visit.getRequestMethod() + " " + visit.getRequestURI(),
                        headers.getOrDefault("Authorization", List.of("")).getFirst(),
                        headers.getOrDefault("X-Kannel-From", List.of("")).getFirst(),
                        new String(body, charset)));
        visit.sendResponseHeaders(200, -1);
        visit.close();
    }

    private int send(String text) throws IOException, InterruptedException {
        boolean unicode =
                !StandardCharsets.ISO_8859_1.newEncoder().canEncode(text.replace("€", ""));
        HttpRequest request =
                HttpRequest.newBuilder(kannel.address().resolve("/cgi-bin/sendsms"))
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .header("X-Kannel-Username", Kannel.USER)
                        .header("X-Kannel-Password", Kannel.PASSWORD)
                        .header("X-Kannel-From", "+9995550")
                        .header("X-Kannel-To", "+9995550101")
                        .header("X-Kannel-Coding", unicode ? "2" : "0")
                        .header("X-Kannel-DLR-Mask", "3")
                        .header(
                                "X-Kannel-DLR-Url",
                                "http://kannel:low-tide@127.0.0.1:%d/in/1?ref=r7&state=%%d"
                                        .formatted(desk.getAddress().getPort()))
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen in time");
            Kannel.pause();
        }
    }

    @Test
    void what_is_handed_over_reaches_the_network_whole_in_any_script() throws Exception {
        for (String text :
                List.of("Short one", LONG_ENGLISH, LONG_RUSSIAN, "Тревога \ud83d\udea8")) {
            assertEquals(202, send(text));
        }
        until(() -> kannel.received().size() == 4);
        assertEquals(
                List.of("Short one", LONG_ENGLISH, LONG_RUSSIAN, "Тревога \ud83d\udea8"),
                kannel.received().stream().map(Received::text).toList());
        assertEquals("+9995550101", kannel.received().getFirst().to());
        assertEquals(STORY, kannel.received().getFirst().storyAt());
    }

    @Test
    void arrival_is_reported_by_get_with_the_secret_in_a_header() throws Exception {
        send(LONG_RUSSIAN);
        until(() -> !handed.isEmpty());
        assertEquals(
                new Handed("GET /in/1?ref=r7&state=1", "Basic a2FubmVsOmxvdy10aWRl", "", ""),
                handed.getFirst());
    }

    @Test
    void what_a_phone_sends_is_handed_in_by_post_with_the_secret_in_a_header() {
        kannel.inject("+9995550102", "Беру 123456\nскоро буду");
        until(() -> !handed.isEmpty());
        assertEquals(
                new Handed(
                        "POST /in/1",
                        "Basic a2FubmVsOmxvdy10aWRl",
                        "+9995550102",
                        "Беру 123456\nскоро буду"),
                handed.getFirst());
    }

    @Test
    void stopped_it_refuses_connections_and_comes_back_on_the_same_address() throws Exception {
        URI before = kannel.address();
        kannel.stop();
        assertFalse(kannel.isRunning());
        assertThrows(ConnectException.class, () -> send("Nobody there"));
        kannel.start();
        assertEquals(before, kannel.address());
        assertEquals(202, send("There again"));
        until(() -> kannel.received().size() == 1);
        assertEquals("There again", kannel.received().getFirst().text());
    }

    @Test
    void without_a_network_it_takes_messages_and_reports_nothing_until_it_is_back()
            throws Exception {
        kannel.network(false);
        // One may still slip into the line that has just gone.
        send("first");
        send("second");
        assertEquals(202, send("third"));
        assertTrue(kannel.received().isEmpty());
        kannel.network(true);
        until(() -> kannel.received().stream().anyMatch(one -> one.text().equals("third")));
    }

    @Test
    @EnabledIf("fakesmscIsHere")
    void the_network_may_be_debians_own_too() throws Exception {
        kannel.network(false);
        Path wrote = directory.resolve("fakesmsc.log");
        Process network =
                new ProcessBuilder(
                                FAKE_SMSC.toString(),
                                "-H",
                                "127.0.0.1",
                                "-r",
                                String.valueOf(kannel.networkPort()),
                                "-m",
                                "1",
                                "+9995550102 +9995550 text On my way")
                        .redirectErrorStream(true)
                        .redirectOutput(wrote.toFile())
                        .start();
        try {
            until(() -> handed.stream().anyMatch(one -> one.text().equals("On my way")));
            assertEquals(202, send("Short one"));
            String line = "<+9995550 +9995550101 text Short one>";
            until(() -> read(wrote).contains(line));
        } finally {
            network.destroyForcibly().waitFor();
        }
    }

    static boolean fakesmscIsHere() {
        return Files.isExecutable(FAKE_SMSC);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_of_it_runs_when_it_is_closed() {
        long before = ProcessHandle.current().descendants().count();
        kannel.close();
        assertTrue(before >= 2);
        assertEquals(0, ProcessHandle.current().descendants().count());
    }
}
