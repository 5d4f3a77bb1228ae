package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Reason;
import org.watchword.desk.delivery.Receipt;
import org.watchword.desk.delivery.TelegramKind;

/// The desk's Telegram channel against a server that speaks the Bot API: what is sent.
@Timeout(60)
class TelegramAgainstItsServer {
    static final String TOKEN = "4242:AAtestToken-0123456789";
    static final String HERON = "5550101";

    private TelegramServer server;
    private Channel channel;

    @BeforeEach
    void start() {
        server =
                TelegramServer.start(
                        "telegram-1",
                        TOKEN,
                        new MailGateway.Clocks(
                                InstantSource.system(), InstantSource.fixed(Instant.EPOCH)));
        channel = new TelegramKind(new HandClock()).open(new ChannelId(7), settings(server));
    }

    @AfterEach
    void stop() {
        channel.close();
        server.close();
    }

    static Map<String, String> settings(TelegramServer server) {
        var settings = new TreeMap<String, String>();
        settings.put("bot-token", TOKEN);
        settings.put("bot-api", server.address());
        settings.put("bot-way", "polling");
        return settings;
    }

    private static Outgoing message(String to, String text) {
        return new Outgoing(to, "Subject", text, "alarm-1/1", false);
    }

    @Test
    void a_message_arrives_letter_by_letter_in_any_script() {
        String text = "ДУБ, с 15:00.\nОтветьте 123456 — \"да\" \ud83d\udea8 <b>&amp;</b>";
        assertEquals(new Channel.Sent(""), channel.send(message(HERON, text)));
        Received got = server.received().getFirst();
        assertEquals(HERON, got.to());
        assertEquals(text, got.text());
    }

    @Test
    void its_link_is_not_fetched_for_a_preview_and_it_cannot_be_passed_on() {
        channel.send(message(HERON, "http://desk.example/a/x"));
        String raw = server.received().getFirst().raw();
        assertTrue(raw.contains("\"link_preview_options\":{\"is_disabled\":true}"), raw);
        assertTrue(raw.contains("\"protect_content\":true"), raw);
        assertFalse(raw.contains("parse_mode"), raw);
    }

    @Test
    void it_promises_a_time_and_says_that_it_works() {
        assertTrue(channel.deadline().toSeconds() <= 10);
        assertInstanceOf(Channel.Alive.class, channel.probe());
    }

    @Test
    void a_token_revoked_in_the_middle_stays_visible_until_a_new_one_is_set() throws Exception {
        server.revoke();
        var refused = new Channel.Refused(Reason.SIGN_IN_REFUSED, true);
        assertEquals(refused, channel.send(message(HERON, "Text")));
        assertEquals(new Channel.Trouble(Reason.SIGN_IN_REFUSED), channel.probe());
        assertEquals(new Channel.Trouble(Reason.SIGN_IN_REFUSED), channel.probe());
        server.issue("4242:AAfresh-0123456789");
        assertEquals(refused, channel.send(message(HERON, "Text")));
        var fresh = settings(server);
        fresh.put("bot-token", server.token());
        try (Channel again = new TelegramKind(new HandClock()).open(new ChannelId(7), fresh)) {
            assertInstanceOf(Channel.Alive.class, again.probe());
            assertInstanceOf(Channel.Sent.class, again.send(message(HERON, "Text")));
        }
    }

    @Test
    void whoever_blocked_the_bot_is_not_tried_again() {
        server.blocks(5550101, true);
        assertEquals(
                new Channel.Refused(Reason.ADDRESS_REFUSED, false),
                channel.send(message(HERON, "Text")));
        assertInstanceOf(Channel.Sent.class, channel.send(message("5550102", "Text")));
    }

    @Test
    void a_wish_to_be_left_alone_is_granted_to_that_chat_only() throws Exception {
        var clock = new HandClock();
        try (Channel mine = new TelegramKind(clock).open(new ChannelId(7), settings(server))) {
            server.tooManyFor(1);
            var busy = new Channel.Refused(Reason.BUSY, true);
            assertEquals(busy, mine.send(message(HERON, "Text")));
            int called = server.called().size();
            assertEquals(busy, mine.send(message(HERON, "Text")));
            assertEquals(called, server.called().size(), "it was asked all the same");
            assertInstanceOf(Channel.Sent.class, mine.send(message("5550102", "Text")));
            clock.forward(Duration.ofSeconds(1));
            assertInstanceOf(Channel.Sent.class, mine.send(message(HERON, "Text")));
        }
    }

    @ParameterizedTest
    @CsvSource({"REFUSES, BUSY, false", "GARBLES, GARBLED, true"})
    void a_server_in_trouble_is_told_apart(Fault fault, Reason why, boolean mayBeOut) {
        server.turn(fault);
        Channel.Result expected =
                mayBeOut ? new Channel.Unsure(why) : new Channel.Refused(why, true);
        assertEquals(expected, channel.send(message(HERON, "Text")));
        assertEquals(new Channel.Trouble(why), channel.probe());
        server.turn(Fault.NONE);
        assertInstanceOf(Channel.Sent.class, channel.send(message(HERON, "Text")));
    }

    @Test
    void a_server_that_hangs_is_given_up_in_time() {
        server.turn(Fault.HANGS);
        long before = System.nanoTime();
        assertEquals(new Channel.Unsure(Reason.NO_ANSWER), channel.send(message(HERON, "Text")));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
    }

    @Test
    void a_server_that_is_not_there_certainly_took_nothing() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Map<String, String> settings = settings(server);
        settings.put("bot-api", "http://127.0.0.1:" + free);
        try (Channel nowhere = new TelegramKind(new HandClock()).open(new ChannelId(7), settings)) {
            assertEquals(
                    new Channel.Refused(Reason.NOT_REACHED, true),
                    nowhere.send(message(HERON, "Text")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "a\r\nX: y",
                "\u202e\u2066 x",
                "\ud800",
                "ё \ud83d\udea8",
                "\"}"
            })
    void whatever_it_is_given_it_answers_with_a_value(String wild) {
        assertNotNull(channel.send(new Outgoing(HERON, wild, wild, "wild", false)));
        assertEquals(
                new Channel.Refused(Reason.ADDRESS_REFUSED, false),
                channel.send(new Outgoing(wild, "Subject", "Text", "wild", false)));
    }

    @Test
    void a_text_that_is_too_long_is_cut_between_letters() {
        String text = "\ud83d\udea8".repeat(3_000);
        assertInstanceOf(Channel.Sent.class, channel.send(message(HERON, "x" + text)));
        String got = server.received().getFirst().text();
        assertEquals(4095, got.length());
        assertTrue(("x" + text).startsWith(got));
    }

    @Test
    void its_token_reaches_no_log_and_no_word_of_what_it_answers() throws Exception {
        var logged = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.TRACE);
        var said = new StringBuilder();
        try (Channel mine =
                new TelegramKind(new HandClock()).open(new ChannelId(7), settings(server))) {
            mine.start(
                    new Inbound() {
                        @Override
                        public void keep(ChannelId id, Word word) {
                            throw new IllegalStateException("a fault above");
                        }

                        @Override
                        public void receipt(ChannelId id, Receipt receipt) {}
                    });
            server.say(5550101, "text");
            for (Fault fault : List.of(Fault.GARBLES, Fault.REFUSES, Fault.NONE)) {
                server.turn(fault);
                said.append(mine.send(message(HERON, "Text"))).append(mine.probe());
            }
            server.revoke();
            said.append(mine.send(message(HERON, "Text"))).append(mine.probe()).append(mine);
        } finally {
            root.detachAppender(logged);
            root.setLevel(before);
        }
        for (ILoggingEvent event : List.copyOf(logged.list)) {
            said.append(event.getFormattedMessage());
        }
        assertFalse(said.toString().contains("AAtestToken"), said.toString());
        assertFalse(said.toString().contains(HERON), said.toString());
        assertFalse(logged.list.isEmpty(), "nothing was logged at all: nothing was looked at");
    }

    @Test
    void several_may_send_at_once() throws Exception {
        var all = new ArrayList<Callable<Channel.Result>>();
        for (int i = 0; i < 8; i++) {
            Outgoing message = message(String.valueOf(5550101 + i), "Text " + i);
            all.add(() -> channel.send(message));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(all)) {
                assertInstanceOf(Channel.Sent.class, result.get());
            }
        }
        assertEquals(8, server.received().size());
    }
}
