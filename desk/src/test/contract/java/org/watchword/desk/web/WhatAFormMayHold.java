package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Secret;

/// What people type comes in whole and clean, or is refused with a sentence; what is said about
/// somebody in danger is never refused over a character.
class WhatAFormMayHold {
    private final List<Optional<String>> texts = new ArrayList<>();
    private final List<List<String>> lists = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final TestDesk desk =
            TestDesk.with(
                    Route.post("/note", new Gate.Open(), this::note),
                    Route.post("/call", new Gate.Open(), this::call),
                    Route.post("/pin", new Gate.Open(), this::pin));

    private Answer note(Visit visit) {
        texts.add(visit.form().text("a"));
        lists.add(visit.form().texts("a"));
        return Answer.goTo("/");
    }

    private Answer call(Visit visit) {
        texts.add(visit.form().cleaned("a"));
        return Answer.goTo("/");
    }

    private Answer pin(Visit visit) {
        secrets.add(visit.form().secret("a"));
        return Answer.goTo("/");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private HttpResponse<String> post(String path, String raw) {
        return desk.send(desk.post("", path, raw));
    }

    private String read(String path, String raw) {
        assertEquals(303, post(path, raw).statusCode());
        return texts.getLast().orElse("(empty)");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void isRefused(int status, String sentence, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertEquals(List.of(), texts);
    }

    @Test
    void text_comes_in_one_form() {
        assertEquals("a\nb\nc", read("/note", "a=" + escaped("  a\r\nb\rc \n")));
        assertEquals("\u00E9", read("/note", "a=" + escaped("e\u0301")));
        assertEquals("ab", read("/note", "a=" + escaped("a\u200B\uFEFFb")));
        assertEquals("1+1 = 2 & so", read("/note", "a=1%2B1+%3D+2+%26+so"));
        assertEquals("мама 🏳️‍🌈", read("/note", "a=" + escaped("мама 🏳️‍🌈")));
        assertEquals("(empty)", read("/note", "a=++&b=x"));
        assertEquals("(empty)", read("/note", ""));
        assertEquals("x", read("/note", "&&b&a=x&"));
        assertEquals("ltr\u200Ertl\u200F", read("/note", "a=" + escaped("ltr\u200Ertl\u200F")));
    }

    @Test
    void boxes_that_are_ticked_come_together() {
        assertEquals("1", read("/note", "a=1&a=&b=3&a=2"));
        assertEquals(List.of("1", "2"), lists.getLast());
    }

    @Test
    void characters_that_are_not_allowed_are_refused_with_a_sentence() {
        isRefused(400, "control character", post("/note", "a=" + escaped("a\u0000b")));
        isRefused(400, "control character", post("/note", "a=" + escaped("a\u001Bb")));
        isRefused(400, "control character", post("/note", "a=" + escaped("a\u0085b")));
        isRefused(400, "direction of text", post("/note", "a=" + escaped("a\u202Eb")));
        isRefused(400, "direction of text", post("/note", "a=" + escaped("a\u2066b")));
        isRefused(400, "direction of text", post("/note", "a=fine&b=" + escaped("\u202Eb")));
    }

    @Test
    void broken_encodings_are_refused_with_a_sentence() {
        for (String raw :
                List.of("a=%", "a=%4", "a=%zz", "a=%FF", "a=%C0%80", "a=%ED%A0%80", "a=%E2%82")) {
            isRefused(400, "arrived broken", post("/note", raw));
        }
        isRefused(400, "arrived broken", post("/note", "%zz=1"));
    }

    @Test
    void a_call_is_kept_whatever_stands_in_it() {
        assertEquals("help us", read("/call", "a=" + escaped("help\u0000\u202E us\u001B")));
        assertEquals("help  us", read("/call", "a=help+%FF%C0+us"));
        assertEquals("100% sure", read("/call", "a=100%+sure"));
        assertEquals("kept", read("/call", "a=kept&b=%00"));
    }

    @Test
    void a_secret_comes_as_the_bytes_that_were_typed() {
        assertEquals(303, post("/pin", "a=" + escaped(" p\u00E4ss \u202E")).statusCode());
        byte[] typed = " p\u00E4ss \u202E".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(typed, secrets.getLast().bytes());
        assertEquals(303, post("/pin", "").statusCode());
        assertEquals(0, secrets.getLast().length());
    }

    @Test
    void a_form_is_a_form_and_nothing_else() {
        for (String type :
                List.of(
                        "multipart/form-data; boundary=x",
                        "text/plain",
                        "application/json",
                        "application/x-www-form-urlencoded; charset=utf-16",
                        "application/x-www-form-urlencodedx")) {
            var request =
                    desk.to("/note")
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString("a=1"));
            isRefused(415, "only its own forms", desk.send(request));
        }
        var spelled =
                desk.to("/note")
                        .header("Content-Type", "Application/X-WWW-Form-Urlencoded; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString("a=1"));
        assertEquals(303, desk.send(spelled).statusCode());
    }

    @Test
    void a_form_has_a_largest_size_and_a_largest_number_of_fields() {
        String most = "a=" + "x".repeat(Limits.FORM_BYTES - 2);
        assertEquals(303, post("/note", most).statusCode());
        texts.clear();
        isRefused(413, "more text than", post("/note", most + "x"));
        assertEquals(303, post("/note", "b&".repeat(Limits.FORM_FIELDS)).statusCode());
        texts.clear();
        isRefused(400, "too many fields", post("/note", "b&".repeat(Limits.FORM_FIELDS + 1)));
    }

    @Test
    void a_size_that_is_not_announced_is_counted() {
        var parts =
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[Limits.FORM_BYTES * 3]));
        var request =
                desk.to("/note")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(parts);
        isRefused(413, "more text than", desk.send(request));
    }
}
