package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Posted;
import org.watchword.desk.delivery.Reason;
import org.watchword.desk.delivery.Receipt;
import org.watchword.desk.delivery.SmsKind;

/// The desk's SMS channel over the real kannel, both ways, on nothing but the settings an operator
/// would type.
@Tag("kannel")
@EnabledIf("org.watchword.story.gateway.Kannel#isHere")
class SmsOverKannel {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2021-02-04T12:00:40Z"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SECRET = "low-tide-at-six-15";
    private static final String ENGLISH = "ALDER, since 15:00.\nOpen the desk – “I'm on it” [1/2] ";
    private static final String RUSSIAN =
            "ДУБ, с 15:00. Откройте пульт: «Беру на себя» \ud83d\udea8 ";

    @TempDir static Path directory;
    private static HttpServer desk;
    private static Kannel kannel;
    private static final List<String> lines = new CopyOnWriteArrayList<>();
    private static final List<Channel> open = new CopyOnWriteArrayList<>();
    private final Heard heard = new Heard();
    private Channel channel;

    /// What the channel handed in.
    private static final class Heard implements Inbound {
        private final List<Word> words = new CopyOnWriteArrayList<>();
        private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

        @Override
        public void keep(ChannelId id, Word word) {
            words.add(word);
        }

        @Override
        public void receipt(ChannelId id, Receipt receipt) {
            receipts.add(receipt);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/in/7", SmsOverKannel::hand);
        desk.start();
        var clocks = new MailGateway.Clocks(InstantSource.system(), CLOCK);
        kannel = Kannel.prepare("sms-1", clocks, directory.resolve("kannel"));
        kannel.handsIn(new Kannel.Incoming(URI.create(address() + "/in/7"), "gateway", SECRET));
        kannel.start();
    }

    @AfterAll
    static void stop() {
        kannel.close();
        desk.stop(0);
    }

    @BeforeEach
    void open() {
        channel = with(settings());
        open.add(channel);
        channel.start(heard);
    }

    @AfterEach
    void close() {
        open.remove(channel);
        channel.close();
    }

    private static String address() {
        return "http://127.0.0.1:" + desk.getAddress().getPort();
    }

    private static Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("gateway", "kannel");
        settings.put("gateway-base", kannel.address().toString());
        settings.put("gateway-user", Kannel.USER);
        settings.put("gateway-secret", Kannel.PASSWORD);
        settings.put("gateway-sender", "+9995550");
        settings.put("gateway-desk", address());
        settings.put("gateway-incoming", SECRET);
        return settings;
    }

    private static Channel with(Map<String, String> settings) {
        var kind = new SmsKind(hash(), CLOCK);
        assertEquals(Map.of(), kind.wrongWith(settings));
        return kind.open(new ChannelId(7), settings);
    }

    private static KeyedHash hash() {
        return (domain, value) -> {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(domain.getBytes(StandardCharsets.UTF_8));
                return digest.digest(value);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /// What the desk's door does: everything as it came, to the channel.
    private static void hand(HttpExchange visit) throws IOException {
        var headers = new TreeMap<String, String>();
        visit.getRequestHeaders()
                .forEach((name, values) -> headers.put(lower(name), values.getFirst()));
        var query = new TreeMap<String, String>();
        String raw = visit.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
        }
        lines.add(visit.getRequestMethod() + " " + visit.getRequestURI());
        var reply =
                open.getLast()
                        .posted(
                                new Posted(
                                        visit.getRequestMethod().equals("POST"),
                                        headers,
                                        query,
                                        visit.getRequestBody().readAllBytes()));
        visit.sendResponseHeaders(reply.status(), -1);
        visit.close();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Channel.Result send(String to, String text, String key) {
        return channel.send(new Outgoing(to, "Subject", text, key, false));
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen in time");
            Kannel.pause();
        }
    }

    private static Received got(String to) {
        until(() -> kannel.received().stream().anyMatch(one -> one.to().equals(to)));
        return kannel.received().stream().filter(one -> one.to().equals(to)).findFirst().get();
    }

    @Test
    void a_text_arrives_letter_by_letter_whatever_its_script_and_length() {
        send("+9995550101", ENGLISH, "alarm-1/1");
        send("+9995550102", RUSSIAN, "alarm-1/2");
        send("+9995550103", RUSSIAN.repeat(3), "alarm-1/3");
        send("+9995550104", ENGLISH.repeat(4), "alarm-1/4");
        // What the GSM alphabet does not have is written in it where only a typographer could tell.
        String plain = "ALDER, since 15:00.\nOpen the desk - \"I'm on it\" [1/2] ";
        assertEquals(plain.strip(), got("+9995550101").text());
        assertEquals(RUSSIAN.strip(), got("+9995550102").text());
        assertEquals(RUSSIAN.repeat(3).strip(), got("+9995550103").text());
        assertEquals(plain.repeat(4).strip(), got("+9995550104").text());
    }

    @Test
    void its_arrival_is_reported_under_the_id_that_sending_gave() {
        var sent =
                assertInstanceOf(
                        Channel.Sent.class, send("+9995550105", RUSSIAN.repeat(3), "alarm-2/1"));
        until(() -> heard.receipts.size() == 1);
        assertEquals(
                new Receipt(sent.gatewayId(), Receipt.State.ARRIVED), heard.receipts.getFirst());
    }

    @Test
    void what_a_phone_sends_comes_in_under_its_number() {
        kannel.inject("009995550106", "Беру 123456\nскоро буду");
        until(() -> heard.words.size() == 1);
        assertEquals("+9995550106", heard.words.getFirst().sender().orElseThrow());
        assertEquals("Беру 123456\nскоро буду", heard.words.getFirst().text());
    }

    @Test
    void no_address_holds_a_secret_a_number_or_the_key() {
        send("+9995550107", "Text", "alarm-31/7/4/2");
        kannel.inject("+9995550107", "Word");
        until(() -> heard.receipts.size() == 1 && heard.words.size() == 1);
        for (String line : lines) {
            assertTrue(line.matches("POST /in/7|GET /in/7\\?id=[0-9a-f]{32}&state=[0-9]+"), line);
        }
    }

    @Test
    void it_is_asked_without_sending_and_knows_a_wrong_password() {
        int before = kannel.received().size();
        assertInstanceOf(Channel.Alive.class, channel.probe());
        Map<String, String> wrong = settings();
        wrong.put("gateway-secret", "wrong");
        try (Channel other = with(wrong)) {
            assertEquals(new Channel.Trouble(Reason.SIGN_IN_REFUSED), other.probe());
            assertEquals(
                    new Channel.Refused(Reason.SIGN_IN_REFUSED, true),
                    other.send(new Outgoing("+9995550108", "", "Text", "alarm-3/1", false)));
        }
        assertEquals(before, kannel.received().size());
    }

    @Test
    void stopped_it_is_not_reached_and_started_again_it_takes_messages() {
        kannel.stop();
        assertEquals(new Channel.Trouble(Reason.NOT_REACHED), channel.probe());
        assertEquals(
                new Channel.Refused(Reason.NOT_REACHED, true),
                send("+9995550109", "Text", "alarm-4/1"));
        kannel.start();
        assertInstanceOf(Channel.Alive.class, channel.probe());
        assertInstanceOf(Channel.Sent.class, send("+9995550109", "Text", "alarm-4/1"));
        assertFalse(got("+9995550109").text().isEmpty());
    }
}
