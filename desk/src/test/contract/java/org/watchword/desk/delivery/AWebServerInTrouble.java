package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a server that speaks HTTP does, the channel answers with a reason and in time.
@Timeout(60)
class AWebServerInTrouble {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Outgoing MESSAGE =
            new Outgoing("quay-4711", "Subject", "Text", "alarm-1/1", false);

    @TempDir static Path dir;
    private static TestTls tls;

    @BeforeAll
    static void makeKey() {
        tls = TestTls.forHost(dir, "localhost");
    }

    private static Map<String, String> settings(String receiver) {
        var settings = new TreeMap<String, String>();
        settings.put("receiver", receiver);
        settings.put("signing-secret", WebhookReceiver.SECRET);
        return settings;
    }

    private static Channel channel(Map<String, String> settings) {
        var kind =
                new WebhookKind(
                        TestGround.hash(), TestGround.vault().signer(), new TestGround.HandClock());
        assertEquals(Map.of(), kind.wrongWith(settings));
        return kind.open(new ChannelId(1), settings);
    }

    private static Channel channel(String receiver) {
        return channel(settings(receiver));
    }

    @ParameterizedTest
    @CsvSource({
        "hang, NO_ANSWER",
        "drip, NO_ANSWER",
        "drop, HUNG_UP",
        "flood, GARBLED",
        "220 mail.example ESMTP\\r\\n, GARBLED",
        "HTTP/1.1 999999 what\\r\\n\\r\\n, GARBLED",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\nhalf, HUNG_UP",
    })
    void once_it_was_asked_nobody_can_be_sure(String says, Reason why) throws Exception {
        try (var server = new FaultyWebServer(null, says);
                Channel channel = channel("http://127.0.0.1:" + server.port())) {
            long before = System.nanoTime();
            assertEquals(new Channel.Unsure(why), channel.send(MESSAGE));
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(took.compareTo(Duration.ofSeconds(11)) < 0, took.toString());
            assertEquals(1, server.heard.size());
        }
    }

    @Test
    void a_server_that_is_not_there_is_found_out_at_once() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Channel channel = channel("http://127.0.0.1:" + free)) {
            assertEquals(new Channel.Refused(Reason.NOT_REACHED, true), channel.send(MESSAGE));
            assertEquals(new Channel.Trouble(Reason.NOT_REACHED), channel.probe());
        }
        try (Channel channel = channel("https://nowhere.invalid")) {
            assertEquals(new Channel.Refused(Reason.NOT_REACHED, true), channel.send(MESSAGE));
        }
    }

    @Test
    void encrypted_it_is_believed_only_with_its_own_certificate() throws Exception {
        try (var server = new FaultyWebServer(tls.context(), OK)) {
            Map<String, String> settings = settings("https://localhost:" + server.port());
            settings.put("trust", tls.pem());
            try (Channel channel = channel(settings)) {
                assertInstanceOf(Channel.Sent.class, channel.send(MESSAGE));
            }
            settings.put("trust", "");
            try (Channel channel = channel(settings)) {
                assertEquals(new Channel.Refused(Reason.NOT_TRUSTED, true), channel.send(MESSAGE));
            }
            settings.put("trust", TestTls.forHost(dir, "other.example").pem());
            try (Channel channel = channel(settings)) {
                assertEquals(new Channel.Trouble(Reason.NOT_TRUSTED), channel.probe());
            }
            assertEquals(1, server.heard.size());
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_believed() throws Exception {
        var other = TestTls.forHost(dir, "other.example");
        try (var server = new FaultyWebServer(other.context(), OK)) {
            Map<String, String> settings = settings("https://localhost:" + server.port());
            settings.put("trust", other.pem());
            try (Channel channel = channel(settings)) {
                assertEquals(new Channel.Refused(Reason.NOT_TRUSTED, true), channel.send(MESSAGE));
            }
        }
    }

    @Test
    void a_server_without_encryption_hears_nothing_that_was_meant_to_be_encrypted()
            throws Exception {
        try (var server = new FaultyWebServer(null, OK);
                Channel channel = channel("https://localhost:" + server.port())) {
            assertInstanceOf(Channel.Refused.class, channel.send(MESSAGE));
            assertTrue(
                    server.heard.stream().noneMatch(head -> head.contains("webhook")),
                    server.heard.toString());
        }
    }

    @Test
    void through_a_proxy_the_name_is_looked_up_there_and_not_here() throws Exception {
        try (var proxy = new FaultyWebServer(null, "HTTP/1.1 502 no\r\n\r\n")) {
            Map<String, String> settings = settings("https://hidden.invalid");
            settings.put("proxy", "127.0.0.1:" + proxy.port());
            try (Channel channel = channel(settings)) {
                assertEquals(new Channel.Refused(Reason.NOT_REACHED, true), channel.send(MESSAGE));
            }
            String asked = proxy.heard.getFirst();
            assertTrue(asked.startsWith("CONNECT hidden.invalid:443 HTTP/1.1\r\n"), asked);
        }
    }
}
