package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.desk.delivery.Channel.Reply;
import org.watchword.desk.delivery.Receipt.State;
import org.watchword.desk.store.StoreUnavailable;

/// Reports and words that come to a channel's own address, real and forged.
class WhatAGatewayPosts {
    private static final String SECRET = "low-tide-at-six-15";
    private static final Reply OK = new Reply(200, "");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final HeardWords heard = new HeardWords();
    private Channel channel = open("kannel");

    @AfterEach
    void close() {
        channel.close();
    }

    private static Channel open(String gateway) {
        var settings = new TreeMap<String, String>();
        settings.put("gateway", gateway);
        settings.put("gateway-base", "http://127.0.0.1:1");
        settings.put("gateway-incoming", SECRET);
        return new SmsKind(TestGround.hash(), CLOCK).open(new ChannelId(3), settings);
    }

    private Reply post(String gateway, Posted what) {
        channel.close();
        channel = open(gateway);
        channel.start(heard);
        return channel.posted(what);
    }

    private static String basic(String secret) {
        byte[] both = ("gateway:" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static Posted report(String authorization, String id, String state) {
        return new Posted(
                false,
                Map.of("authorization", authorization),
                Map.of("id", id, "state", state),
                new byte[0]);
    }

    private static Posted word(String authorization, String type, byte[] text) {
        return new Posted(
                true,
                Map.of(
                        "authorization",
                        authorization,
                        "content-type",
                        type,
                        "x-kannel-from",
                        "9995550101",
                        "x-kannel-time",
                        "2021-02-04 12:00:40"),
                Map.of(),
                text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"1, ARRIVED", "2, LOST", "16, LOST"})
    void a_report_is_taken_under_its_id(String said, State state) {
        assertEquals(OK, post("kannel", report(basic(SECRET), "r1", said)));
        assertEquals(List.of(new Receipt("r1", state)), heard.receipts);
    }

    @ParameterizedTest
    @CsvSource({"4", "8", "32", "arrived"})
    void a_state_on_the_way_or_unknown_says_nothing(String said) {
        assertEquals(OK, post("kannel", report(basic(SECRET), "r1", said)));
        assertTrue(heard.receipts.isEmpty());
    }

    @Test
    void reports_twice_and_out_of_order_are_handed_on_as_they_come() {
        for (String said : List.of("8", "1", "1", "2", "1")) {
            assertEquals(OK, post("kannel", report(basic(SECRET), "r1", said)));
        }
        assertEquals(
                List.of(State.ARRIVED, State.ARRIVED, State.LOST, State.ARRIVED),
                heard.receipts.stream().map(Receipt::state).toList());
    }

    static Stream<Arguments> forged() {
        String bare = Base64.getEncoder().encodeToString(utf8(SECRET));
        return Stream.of(
                        Map.<String, String>of(),
                        Map.of("authorization", ""),
                        Map.of("authorization", basic("")),
                        Map.of("authorization", basic("low-tide-at-six-16")),
                        Map.of("authorization", basic(SECRET + "x")),
                        Map.of("authorization", "Basic " + bare),
                        Map.of("authorization", "Basic %%%"),
                        Map.of("authorization", "Bearer " + SECRET),
                        Map.of("authorization", SECRET),
                        Map.of("x-webhook-secret", SECRET),
                        Map.of("cookie", SECRET))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("forged")
    void without_the_secret_in_its_place_it_is_as_if_nothing_were_here(
            Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("x-kannel-from", "+9995550101");
        var query =
                Map.of("id", "r1", "state", "1", "secret", SECRET, "authorization", basic(SECRET));
        for (boolean asPost : new boolean[] {true, false}) {
            assertEquals(
                    Reply.NOTHING_HERE,
                    post("kannel", new Posted(asPost, all, query, utf8("I am fine"))));
        }
        assertTrue(heard.receipts.isEmpty());
        assertTrue(heard.words.isEmpty());
    }

    @Test
    void before_it_listens_it_is_as_if_nothing_were_here() {
        assertEquals(Reply.NOTHING_HERE, channel.posted(report(basic(SECRET), "r1", "1")));
    }

    @Test
    void a_word_comes_in_with_its_sender_and_an_id_that_a_second_try_has_too() {
        var what = word(basic(SECRET), "text/plain; charset=\"UTF-8\"", utf8("Беру 123456"));
        assertEquals(OK, post("kannel", what));
        assertEquals(OK, post("kannel", what));
        var word = heard.words.getFirst();
        assertEquals(Optional.of("+9995550101"), word.sender());
        assertEquals("Беру 123456", word.text());
        assertEquals(Instant.EPOCH, word.receivedAt());
        assertEquals(word.gatewayId(), heard.words.getLast().gatewayId());
        assertTrue(word.gatewayId().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=\"UTF-16BE\", UTF-16BE",
        "text/plain;charset=utf-8, UTF-8",
        "text/plain; charset=windows-1251, windows-1251",
        "text/plain; charset=KOI8-R, KOI8-R",
        "text/plain, UTF-8",
        "text/plain; charset=nonsense-9, UTF-8",
        "text/plain; charset=\"\u0000\", UTF-8"
    })
    void a_word_is_read_in_the_letters_it_was_written_in(String type, String charset) {
        post("kannel", word(basic(SECRET), type, "Беру 12".getBytes(Charset.forName(charset))));
        assertEquals("Беру 12", heard.words.getFirst().text());
    }

    @Test
    void a_word_in_a_wrong_charset_is_kept_as_far_as_it_can_be_read() {
        byte[] cyrillic = "Беру 123456".getBytes(Charset.forName("windows-1251"));
        assertEquals(
                OK, post("kannel", word(basic(SECRET), "text/plain; charset=UTF-8", cyrillic)));
        assertTrue(heard.words.getFirst().text().endsWith(" 123456"));
    }

    @ParameterizedTest
    @MethodSource("wild")
    void whatever_stands_in_a_word_is_kept_within_bounds(String text, String kept) {
        assertEquals(OK, post("kannel", word(basic(SECRET), "text/plain", utf8(text))));
        assertEquals(kept, heard.words.getFirst().text());
    }

    static Stream<Arguments> wild() {
        return Stream.of(
                Arguments.of("x".repeat(10_000), "x".repeat(4_000)),
                Arguments.of("\ud83d\udea8a".repeat(4_000), "\ud83d\udea8a".repeat(1_333)),
                Arguments.of("a\u0000b\u202ec", "abc"),
                Arguments.of("\ud83d\udea8", "\ud83d\udea8"),
                Arguments.of("<b>&amp;{to}", "<b>&amp;{to}"));
    }

    @Test
    void an_empty_word_or_one_without_a_sender_is_not_understood() {
        Reply no = new Reply(400, "");
        assertEquals(no, post("kannel", word(basic(SECRET), "text/plain", new byte[0])));
        var headers = Map.of("authorization", basic(SECRET));
        assertEquals(no, post("kannel", new Posted(true, headers, Map.of(), utf8("text"))));
        assertEquals(no, post("kannel", new Posted(false, headers, Map.of(), new byte[0])));
    }

    @Test
    void what_cannot_be_kept_is_not_answered_with_ok() {
        channel.start(
                new Inbound() {
                    @Override
                    public void keep(ChannelId id, Word word) {
                        throw new StoreUnavailable(StoreUnavailable.Cause.BUSY);
                    }

                    @Override
                    public void receipt(ChannelId id, Receipt receipt) {
                        throw new StoreUnavailable(StoreUnavailable.Cause.BUSY);
                    }
                });
        assertThrows(
                StoreUnavailable.class,
                () -> channel.posted(word(basic(SECRET), "text/plain", utf8("text"))));
        assertThrows(
                StoreUnavailable.class, () -> channel.posted(report(basic(SECRET), "r1", "1")));
    }

    @Test
    void the_form_shape_tells_reports_and_words_apart() {
        var headers =
                Map.of(
                        "authorization",
                        basic(SECRET),
                        "content-type",
                        "application/x-www-form-urlencoded");
        String report = "MessageSid=SM1&MessageStatus=delivered&To=%2B9995550101";
        String word = "MessageSid=SM2&From=%2B9995550101&Body=%D0%91%D0%B5%D1%80%D1%83+1+%26&x=%zz";
        assertEquals(OK, post("form", new Posted(true, headers, Map.of(), utf8(report))));
        assertEquals(OK, post("form", new Posted(true, headers, Map.of(), utf8(word))));
        assertEquals(List.of(new Receipt("SM1", State.ARRIVED)), heard.receipts);
        assertEquals("Беру 1 &", heard.words.getFirst().text());
        assertEquals(Optional.of("SM2"), heard.words.getFirst().gatewayId());
    }

    @Test
    void the_json_shape_shows_its_secret_in_a_header_of_its_own() {
        String report = "{\"report\":{\"id\":\"m1\",\"status\":\"expired\"}}";
        String word = "{\"message\":{\"id\":7,\"from\":\"9995550101\",\"text\":\"Беру\\u0000 1\"}}";
        var right = Map.of("x-webhook-secret", SECRET);
        assertEquals(OK, post("json", new Posted(true, right, Map.of(), utf8(report))));
        assertEquals(OK, post("json", new Posted(true, right, Map.of(), utf8(word))));
        assertEquals(List.of(new Receipt("m1", State.LOST)), heard.receipts);
        assertEquals("Беру 1", heard.words.getFirst().text());
        assertEquals(Optional.of("7"), heard.words.getFirst().gatewayId());
        var basic = Map.of("authorization", basic(SECRET));
        assertEquals(
                Reply.NOTHING_HERE, post("json", new Posted(true, basic, Map.of(), utf8(word))));
    }

    @ParameterizedTest
    @CsvSource({"form", "json"})
    void nonsense_from_one_who_knows_the_secret_is_not_understood(String gateway) {
        var headers = Map.of("authorization", basic(SECRET), "x-webhook-secret", SECRET);
        for (String body : List.of("", "{", "[[[[", "a=b&&=&%", "\u0000", "{\"message\":7}")) {
            assertEquals(
                    new Reply(400, ""),
                    post(gateway, new Posted(true, headers, Map.of(), utf8(body))),
                    body);
        }
    }
}
