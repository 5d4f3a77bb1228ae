package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The signed webhook against a receiver that believes nothing it cannot verify.
class ByWebhook extends ChannelContract {
    private final TestGround.HandClock clock = new TestGround.HandClock();
    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws Exception {
        receiver = new WebhookReceiver(clock.instant().getEpochSecond());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("receiver", receiver.address());
        settings.put("signing-secret", WebhookReceiver.SECRET);
        settings.put("bearer", WebhookReceiver.BEARER);
        return settings;
    }

    private WebhookKind kind() {
        return new WebhookKind(TestGround.hash(), TestGround.vault().signer(), clock);
    }

    @Override
    Channel channel() {
        return kind().open(new ChannelId(1), settings());
    }

    @Override
    String address() {
        return "quay-4711";
    }

    @Test
    void a_message_shows_on_its_topic_at_the_highest_priority() {
        String text = "ДУБ, с 15:00.\n\"Ответ\" 123456 \ud83d\udea8";
        channel().send(new Outgoing(address(), "Тревога", text, "alarm-1/1", false));
        assertEquals(
                List.of(new WebhookReceiver.Shown(address(), "Тревога", text, 5)), receiver.shown);
    }

    @Test
    void the_address_carries_no_topic_and_the_headers_no_key() {
        channel().send(message("alarm-77/1", "Text"));
        var request = receiver.requests.getFirst();
        assertEquals("/", request.path());
        assertFalse(request.toString().contains("alarm-77"), request.toString());
        assertTrue(request.id().matches("msg_[0-9a-f]{32}"), request.id());
    }

    @Test
    void a_try_again_keeps_its_name_and_shows_once() {
        channel().send(message("alarm-2/1", "Text"));
        clock.forward(Duration.ofSeconds(5));
        receiver.later(5);
        channel().send(new Outgoing(address(), "S", "Sent again: Text", "alarm-2/1", true));
        assertEquals(1, receiver.shown.size());
        var first = receiver.requests.getFirst();
        var again = receiver.requests.getLast();
        assertEquals(first.id(), again.id());
        assertNotEquals(first.timestamp(), again.timestamp());
        assertNotEquals(first.signature(), again.signature());
    }

    @Test
    void what_somebody_recorded_and_plays_again_shows_nothing() throws Exception {
        channel().send(message("alarm-3/1", "Text"));
        assertEquals(1, receiver.shown.size());
        var recorded = receiver.requests.getFirst();
        replay(recorded, recorded.body());
        assertEquals(1, receiver.shown.size(), "the same once more");
        assertEquals(400, replay(recorded, recorded.body().replace("Text", "Other")));
        receiver.later(301);
        assertEquals(400, replay(recorded, recorded.body()));
        assertEquals(1, receiver.shown.size());
    }

    private int replay(WebhookReceiver.Request recorded, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(receiver.address()))
                                    .header("Authorization", "Bearer " + WebhookReceiver.BEARER)
                                    .header("webhook-id", recorded.id())
                                    .header("webhook-timestamp", recorded.timestamp())
                                    .header("webhook-signature", recorded.signature())
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void another_secret_is_not_believed() {
        Map<String, String> settings = settings();
        settings.put("signing-secret", "whsec_" + "QUFB".repeat(8));
        var channel = kind().open(new ChannelId(1), settings);
        assertEquals(
                new Channel.Refused(Reason.REFUSED, true),
                channel.send(message("alarm-4/1", "Text")));
        assertEquals(List.of(), receiver.shown);
    }

    @Test
    void without_its_access_token_it_says_so() {
        Map<String, String> settings = settings();
        settings.put("bearer", "tk_another");
        var channel = kind().open(new ChannelId(1), settings);
        assertEquals(new Channel.Trouble(Reason.SIGN_IN_REFUSED), channel.probe());
        assertEquals(
                new Channel.Refused(Reason.SIGN_IN_REFUSED, true),
                channel.send(message("alarm-5/1", "Text")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED, false",
        "403, SIGN_IN_REFUSED, false",
        "404, REFUSED, false",
        "413, REFUSED, false",
        "429, BUSY, false",
        "500, BUSY, true",
        "502, BUSY, true",
        "503, BUSY, false",
        "307, REFUSED, false",
        "301, REFUSED, false"
    })
    void only_a_yes_is_a_yes(int status, Reason why, boolean mayBeOut) {
        receiver.refuseWith = status;
        assertEquals(
                mayBeOut ? new Channel.Unsure(why) : new Channel.Refused(why, true),
                channel().send(message("alarm-6/1", "Text")));
        assertEquals(1, receiver.requests.size(), "it was followed elsewhere, or tried again");
    }

    @Test
    void the_published_vector_is_met() {
        byte[] signature =
                TestGround.vault()
                        .signer()
                        .sign(
                                WebhookSettings.Key.of(WebhookReceiver.SECRET)
                                        .orElseThrow()
                                        .bytes(),
                                ("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330."
                                                + "{\"test\": 2432232314}")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                java.util.Base64.getEncoder().encodeToString(signature));
    }

    @Test
    void an_address_that_is_no_topic_is_refused_when_it_is_typed() {
        assertInstanceOf(ChannelKind.Kept.class, kind().address(" quay-4711 "));
        for (String wrong : List.of("", "a b", "a/b", "тема", "x".repeat(65), "a\nb")) {
            assertInstanceOf(ChannelKind.NotOne.class, kind().address(wrong), wrong);
        }
    }
}
