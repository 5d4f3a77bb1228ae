package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class TelegramServerContract {
    private static final Instant STORY = Instant.parse("2021-02-04T12:00:40Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "4242:AAtestToken-0123456789";
    private static final long HERON = 555_0101;

    private final HttpClient client = HttpClient.newHttpClient();
    private TelegramServer server;

    @BeforeEach
    void start() {
        var clocks = new MailGateway.Clocks(InstantSource.system(), InstantSource.fixed(STORY));
        server = TelegramServer.start("telegram-1", TOKEN, clocks);
    }

    @AfterEach
    void stop() {
        server.close();
        client.shutdownNow();
    }

    private JsonNode call(String method, String body) throws Exception {
        return call(method, body, Duration.ofSeconds(20));
    }

    private JsonNode call(String method, String body, Duration patience) throws Exception {
        return JSON.readTree(client.send(request(method, body, patience), text()).body());
    }

    private HttpRequest request(String method, String body, Duration patience) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/bot" + TOKEN + "/" + method))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static String message(String text) {
        return JSON.createObjectNode().put("chat_id", HERON).put("text", text).toString();
    }

    @Test
    void keeps_what_it_is_sent_with_the_storys_time() throws Exception {
        assertTrue(call("sendMessage", message("Тревога")).path("ok").asBoolean());
        Received got = server.received().getFirst();
        assertEquals(String.valueOf(HERON), got.to());
        assertEquals("Тревога", got.text());
        assertEquals(STORY, got.storyAt());
    }

    @Test
    void an_update_comes_again_until_a_later_one_is_asked_for() throws Exception {
        server.say(HERON, "one");
        server.say(HERON, "two");
        JsonNode both = call("getUpdates", "{}").path("result");
        assertEquals("one", both.get(0).path("message").path("text").asString());
        long first = both.get(0).path("update_id").asLong();
        JsonNode later = call("getUpdates", "{\"offset\":" + (first + 1) + "}").path("result");
        assertEquals(1, later.size());
        assertEquals("two", later.get(0).path("message").path("text").asString());
        assertEquals(1, server.waiting());
    }

    @Test
    void a_poll_waits_for_what_comes() throws Exception {
        CompletableFuture<HttpResponse<String>> poll =
                client.sendAsync(
                        request("getUpdates", "{\"timeout\":20}", Duration.ofSeconds(30)), text());
        server.say(HERON, "now");
        assertTrue(poll.get().body().contains("\"now\""));
    }

    @Test
    void of_two_polls_the_older_is_told_of_the_conflict() throws Exception {
        var older =
                client.sendAsync(
                        request("getUpdates", "{\"timeout\":20}", Duration.ofSeconds(30)), text());
        while (!server.called().contains("getUpdates")) {
            Thread.onSpinWait();
        }
        Thread.sleep(100);
        call("getUpdates", "{}");
        assertEquals(409, older.get().statusCode());
    }

    @Test
    void a_revoked_token_is_refused_everywhere() throws Exception {
        server.revoke();
        assertEquals(401, call("sendMessage", message("a")).path("error_code").asInt());
        assertEquals(401, call("getMe", "").path("error_code").asInt());
        assertEquals(List.of(), server.received());
        server.issue(TOKEN);
        assertTrue(call("getMe", "").path("ok").asBoolean());
    }

    @Test
    void whoever_blocked_the_bot_gets_nothing() throws Exception {
        server.blocks(HERON, true);
        assertEquals(403, call("sendMessage", message("a")).path("error_code").asInt());
        server.blocks(HERON, false);
        assertTrue(call("sendMessage", message("a")).path("ok").asBoolean());
    }

    @Test
    void refuses_swallows_hangs_and_garbles_when_told_to() throws Exception {
        server.turn(Fault.REFUSES);
        assertEquals(503, call("sendMessage", message("a")).path("error_code").asInt());
        server.turn(Fault.SWALLOWS);
        assertTrue(call("sendMessage", message("b")).path("ok").asBoolean());
        assertTrue(server.received().getFirst().swallowed());
        server.turn(Fault.HANGS);
        assertThrows(
                HttpTimeoutException.class,
                () -> call("sendMessage", message("c"), Duration.ofMillis(500)));
        server.turn(Fault.GARBLES);
        assertThrows(
                tools.jackson.core.JacksonException.class, () -> call("sendMessage", message("d")));
        assertEquals(1, server.received().size());
    }

    @Test
    void a_poll_is_cut_off_by_a_fault() throws Exception {
        var poll =
                client.sendAsync(
                        request("getUpdates", "{\"timeout\":20}", Duration.ofSeconds(30)), text());
        while (!server.called().contains("getUpdates")) {
            Thread.onSpinWait();
        }
        Thread.sleep(100);
        server.turn(Fault.REFUSES);
        var broken = assertThrows(Exception.class, poll::get);
        assertTrue(broken.getCause() instanceof IOException, broken.toString());
    }
}
