package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever an SMS gateway does, the channel answers with a reason and in time, and tells what
/// certainly did not go out from what may have.
@Timeout(60)
class AnSmsGatewayInTrouble {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Outgoing MESSAGE =
            new Outgoing("+9995550101", "Subject", "Text", "alarm-1/1", false);

    @TempDir static Path dir;

    private static Map<String, String> settings(String gateway, String base) {
        var settings = new TreeMap<String, String>();
        settings.put("gateway", gateway);
        settings.put("gateway-base", base);
        settings.put("gateway-user", "desk");
        settings.put("gateway-secret", "secret");
        settings.put("gateway-incoming", "low-tide-at-six-15");
        return settings;
    }

    private static Channel open(Map<String, String> settings) {
        var kind = new SmsKind(TestGround.hash(), CLOCK);
        assertEquals(Map.of(), kind.wrongWith(settings));
        return kind.open(new ChannelId(3), settings);
    }

    /// One that gives up sooner.
    private static Channel impatient(Map<String, String> settings) {
        return new SmsChannel(
                new ChannelId(3), SmsSettings.of(settings), TestGround.hash(), CLOCK, SOON);
    }

    private static String http(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static Channel.Result sent(String gateway, String says) throws IOException {
        try (var server = new FaultyWebServer(null, says);
                Channel channel = open(settings(gateway, http(server.port())))) {
            return channel.send(MESSAGE);
        }
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, Authorization failed for sendsms, SIGN_IN_REFUSED, true",
        "400 Bad, Number(s) has/have been denied by white- and/or black-lists., ADDRESS_REFUSED, false",
        "400 Bad, 'Empty receiver number not allowed, rejected', ADDRESS_REFUSED, false",
        "400 Bad, Unknown, REFUSED, true",
        "503 Unavailable, 'Temporal failure, try again later.', BUSY, true",
        "429 Slow down, '', BUSY, true",
        "404 Not found, '', REFUSED, true",
        "302 Found, '', GARBLED, true",
        "401 Who, '', SIGN_IN_REFUSED, true"
    })
    void refuses_and_that_is_certain(String status, String body, Reason why, boolean again)
            throws IOException {
        assertEquals(new Channel.Refused(why, again), sent("kannel", answer(status, body)));
    }

    @ParameterizedTest
    @CsvSource({
        "200 Fine, 0: Accepted for delivery",
        "500 Broken, ''",
        "502 Bad gateway, <html>",
        "204 Nothing, ''"
    })
    void says_what_its_file_does_not_know_and_may_have_taken_it(String status, String body)
            throws IOException {
        assertEquals(new Channel.Unsure(Reason.GARBLED), sent("kannel", answer(status, body)));
    }

    @ParameterizedTest
    @CsvSource({"form", "json"})
    void answers_nonsense_in_place_of_json_and_may_have_taken_it(String gateway)
            throws IOException {
        for (String body : new String[] {"", "<html>OK</html>", "[]", "{\"sid\":{}}", "null"}) {
            assertInstanceOf(Channel.Unsure.class, sent(gateway, answer("200 Fine", body)), body);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form|{\"sid\":\"S1\",\"status\":\"failed\",\"error_code\":30008}|REFUSED|false",
                "form|{\"sid\":\"S1\",\"status\":\"failed\",\"error_code\":21211}|ADDRESS_REFUSED|false",
                "form|{\"sid\":\"S1\",\"status\":\"queued\",\"error_code\":\"30001\"}|REFUSED|false",
                "json|{\"id\":\"m1\",\"error\":{\"code\":\"invalid_number\"}}|ADDRESS_REFUSED|false",
                "json|{\"error\":{\"code\":\"no_credit\"}}|REFUSED|false",
                "json|{\"error\":{\"code\":\"rate_limited\"}}|BUSY|true"
            })
    void says_200_with_an_error_inside_which_is_a_refusal(
            String gateway, String body, Reason why, boolean again) throws IOException {
        assertEquals(new Channel.Refused(why, again), sent(gateway, answer("200 OK", body)));
    }

    @ParameterizedTest
    @CsvSource({"hang, NO_ANSWER", "drip, NO_ANSWER"})
    void never_ends_and_is_given_up_in_time(String says, Reason why) throws IOException {
        try (var server = new FaultyWebServer(null, says);
                Channel channel = impatient(settings("kannel", http(server.port())))) {
            assertEquals(new Channel.Unsure(why), channel.send(MESSAGE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "drop, HUNG_UP",
        "'HTTP/1.1 202 Fine\r\nContent-Length: 100\r\n\r\n0: Acc', HUNG_UP",
        "flood, GARBLED",
        "'220 smtp.example ESMTP\r\n', GARBLED",
        "'\u0000\u0001\u0002\r\n\r\n', GARBLED"
    })
    void breaks_off_or_speaks_another_language_and_may_have_taken_it(String says, Reason why)
            throws IOException {
        assertEquals(new Channel.Unsure(why), sent("kannel", says));
    }

    @Test
    void sends_elsewhere_and_nobody_goes_there() throws IOException {
        try (var other = new FaultyWebServer(null, answer("202 Fine", "taken"))) {
            String there =
                    "HTTP/1.1 307 Elsewhere\r\nLocation: %s/cgi-bin/sendsms\r\n"
                            .formatted(http(other.port()));
            var result = sent("kannel", there + "Content-Length: 0\r\n\r\n");
            assertEquals(new Channel.Refused(Reason.GARBLED, true), result);
            assertTrue(other.heard.isEmpty());
        }
    }

    @Test
    void is_not_there() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (Channel channel = open(settings("kannel", http(port)))) {
            assertEquals(new Channel.Refused(Reason.NOT_REACHED, true), channel.send(MESSAGE));
            assertEquals(new Channel.Trouble(Reason.NOT_REACHED), channel.probe());
        }
    }

    @Test
    void shows_a_certificate_of_somebody_else_or_none() throws IOException {
        TestTls tls = TestTls.forHost(dir, "localhost");
        String fine = answer("202 Fine", "0: Accepted for delivery");
        try (var right = new FaultyWebServer(tls.context(), fine);
                var none = new FaultyWebServer(null, fine)) {
            var settings = settings("kannel", "https://localhost:" + right.port());
            var refused = new Channel.Refused(Reason.NOT_TRUSTED, true);
            assertEquals(refused, sent(settings));
            settings.put("trust", TestTls.forHost(dir, "other.example").pem());
            assertEquals(refused, sent(settings));
            settings.put("trust", tls.pem());
            assertInstanceOf(Channel.Sent.class, sent(settings));
            settings.put("gateway-base", "https://127.0.0.1:" + right.port());
            assertEquals(refused, sent(settings));
            settings.put("gateway-base", "https://localhost:" + none.port());
            assertInstanceOf(Channel.Refused.class, sent(settings));
            assertEquals(1, right.heard.size());
        }
    }

    private static Channel.Result sent(Map<String, String> settings) {
        try (Channel channel = open(settings)) {
            return channel.send(MESSAGE);
        }
    }

    @Test
    void whose_file_names_no_question_is_asked_whether_it_speaks_at_all() throws IOException {
        String file = SmsSettings.ready("kannel").replaceAll("(?s)\nprobe:.*?\nproof:", "\nproof:");
        for (String says : new String[] {answer("404 Not found", ""), "hang"}) {
            try (var server = new FaultyWebServer(null, says)) {
                Map<String, String> own = settings("own", http(server.port()));
                own.put("gateway-file", file);
                try (Channel channel = says.equals("hang") ? impatient(own) : open(own)) {
                    assertEquals(
                            says.equals("hang")
                                    ? new Channel.Trouble(Reason.NO_ANSWER)
                                    : new Channel.Alive(),
                            channel.probe());
                    assertTrue(server.heard.getFirst().startsWith("HEAD / "));
                }
            }
        }
    }
}
