package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.story.gateway.TelegramAgainstItsServer.TOKEN;
import static org.watchword.story.gateway.TelegramAgainstItsServer.settings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Posted;
import org.watchword.desk.delivery.Receipt;
import org.watchword.desk.delivery.TelegramKind;
import org.watchword.desk.store.StoreUnavailable;

/// What is posted to a Telegram channel that is set to have its news posted.
@Timeout(60)
class TelegramPosted {
    private static final String HEADER = "x-telegram-bot-api-secret-token";
    private static final String SECRET = "s3cret-needle_0123456789abcd";
    private static final String UPDATE =
            """
            {"update_id":7,"message":{"message_id":3,"date":1612440040,"text":"123456",
            "chat":{"id":5550101,"type":"private"},"from":{"id":5550101,"is_bot":false}}}\
            """;

    private TelegramServer server;
    private Channel channel;
    private final List<Inbound.Word> words = new ArrayList<>();
    private boolean diskFull;

    private final class Kept implements Inbound {
        @Override
        public void keep(ChannelId channel, Word word) {
            if (diskFull) {
                throw new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL);
            }
            words.add(word);
        }

        @Override
        public void receipt(ChannelId channel, Receipt receipt) {}
    }

    @BeforeEach
    void start() {
        server =
                TelegramServer.start(
                        "telegram-1",
                        TOKEN,
                        new MailGateway.Clocks(
                                InstantSource.system(), InstantSource.fixed(Instant.EPOCH)));
        var set = new HashMap<>(settings(server));
        set.put("bot-way", "webhook");
        // Nobody listens there: this test brings what Telegram would.
        set.put("bot-base", "http://127.0.0.1:1");
        set.put("bot-secret", SECRET);
        channel = new TelegramKind(new HandClock()).open(new ChannelId(7), set);
        channel.start(new Kept());
    }

    @AfterEach
    void stop() {
        channel.close();
        server.close();
    }

    private Channel.Reply post(Map<String, String> headers, String body) {
        return channel.posted(
                new Posted(true, headers, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void with_the_right_secret_is_kept() {
        assertEquals(200, post(Map.of(HEADER, SECRET), UPDATE).status());
        assertEquals(Optional.of("5550101"), words.getFirst().sender());
        assertEquals("123456", words.getFirst().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s3cret-needle_0123456789abce", "s3cret-needle_0123456789abcd ", "s3"})
    void with_a_forged_secret_finds_nothing_there(String shown) {
        assertEquals(Channel.Reply.NOTHING_HERE, post(Map.of(HEADER, shown), UPDATE));
        assertTrue(words.isEmpty());
    }

    @Test
    void without_the_secret_in_its_header_finds_nothing_there() {
        assertEquals(Channel.Reply.NOTHING_HERE, post(Map.of(), UPDATE));
        assertEquals(Channel.Reply.NOTHING_HERE, post(Map.of("authorization", SECRET), UPDATE));
        byte[] body = UPDATE.getBytes(StandardCharsets.UTF_8);
        var inQuery = new Posted(true, Map.of(), Map.of(HEADER, SECRET, "secret", SECRET), body);
        assertEquals(Channel.Reply.NOTHING_HERE, channel.posted(inQuery));
        var asked = new Posted(false, Map.of(HEADER, SECRET), Map.of(), body);
        assertEquals(Channel.Reply.NOTHING_HERE, channel.posted(asked));
        assertTrue(words.isEmpty());
    }

    @Test
    void twice_has_one_name_so_that_it_is_kept_once() {
        post(Map.of(HEADER, SECRET), UPDATE);
        post(Map.of(HEADER, SECRET), UPDATE);
        assertEquals(words.getFirst().gatewayId(), words.getLast().gatewayId());
        assertTrue(words.getFirst().gatewayId().isPresent());
    }

    @Test
    void that_cannot_be_kept_is_not_taken() {
        diskFull = true;
        assertThrows(StoreUnavailable.class, () -> post(Map.of(HEADER, SECRET), UPDATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"update_id\":\"x\",\"message\":7}"})
    void that_is_no_news_is_taken_and_kept_nowhere(String body) {
        assertEquals(200, post(Map.of(HEADER, SECRET), body).status());
        assertTrue(words.isEmpty());
    }
}
