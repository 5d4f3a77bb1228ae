package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Limits;
import org.watchword.formats.cipher.Octets;

/// Files that people choose come in as they are, beside what was typed; what could be read in two
/// ways, or did not arrive whole, is refused with a sentence.
class WhatAFormWithFilesMayHold {
    private static final int MOST = 100_000;
    private static final String B = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    private final List<String> texts = new ArrayList<>();
    private final List<Optional<Octets>> files = new ArrayList<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final TestDesk desk =
            TestDesk.with(
                    Route.uploading("/file", new Gate.Open(), MOST, this::file),
                    Route.post("/note", new Gate.Open(), visit -> Answer.goTo("/")));

    private Answer file(Visit visit) {
        texts.addAll(visit.form().texts("a"));
        Optional<Upload> came = visit.form().file("f");
        came.ifPresent(uploads::add);
        files.add(
                came.flatMap(one ->
                        one instanceof Upload.Whole whole
                                ? Optional.of(Octets.of(whole.bytes()))
                                : Optional.empty()));
        return Answer.goTo("/");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// As a browser writes it.
    private static byte[] form(byte[] file) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(ascii(part("a", "typed")));
        all.writeBytes(ascii(head("f", "; filename=\"C:\\me and \\\"you\\\".jpg\"")));
        all.writeBytes(file);
        all.writeBytes(ascii("\r\n--" + B + "--\r\n"));
        return all.toByteArray();
    }

    private static String part(String name, String text) {
        return head(name, "") + text + "\r\n";
    }

    private static String head(String name, String more) {
        return "--"
                + B
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\""
                + more
                + "\r\n\r\n";
    }

    private static String end() {
        return "--" + B + "--\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(byte[] body) {
        return post("multipart/form-data; boundary=" + B, body);
    }

    private HttpResponse<String> post(String type, byte[] body) {
        return desk.send(
                desk.to("/file")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private void isRefused(int status, String sentence, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertEquals(List.of(), files);
    }

    private void isMalformed(String body) {
        isRefused(400, "only its own forms", post(ascii(body)));
    }

    private void isBrokenOff(String body) {
        isRefused(400, "did not arrive whole", post(ascii(body)));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    @Test
    void a_file_comes_as_it_is_beside_what_was_typed() {
        byte[] almost = ascii("x\r\n--" + B.substring(1) + "\r\r\n--\r\n-" + B + "\0\r\n");
        for (byte[] file : List.of(noise(1), noise(16 * 1024 - 3), noise(MOST), almost)) {
            assertEquals(303, post(form(file)).statusCode());
            assertArrayEquals(file, files.getLast().orElseThrow().bytes());
            assertEquals("typed", texts.getLast());
        }
    }

    @Test
    void its_bytes_turn_to_zero_when_the_request_ends() {
        assertEquals(303, post(form(noise(5_000))).statusCode());
        var whole = assertInstanceOf(Upload.Whole.class, uploads.getLast());
        assertArrayEquals(new byte[5_000], whole.bytes());
    }

    @Test
    void a_file_that_is_too_large_leaves_what_was_typed() {
        for (int length : List.of(MOST + 1, 3 * 1024 * 1024)) {
            assertEquals(303, post(form(noise(length))).statusCode());
            assertInstanceOf(Upload.TooLarge.class, uploads.getLast());
            assertEquals("typed", texts.getLast());
        }
    }

    @Test
    void a_form_far_beyond_all_limits_is_refused_before_it_came_and_while_it_comes() {
        var endless =
                BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(form(noise(Limits.UPLOAD_BYTES))));
        var request =
                desk.to("/file")
                        .header("Content-Type", "multipart/form-data; boundary=" + B)
                        .POST(endless);
        isRefused(413, "more than the desk takes", desk.send(request));
        var announced =
                Wire.send(
                        desk.port(),
                        "POST /file HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type:"
                                + " multipart/form-data; boundary=x\r\nContent-Length: "
                                + (Limits.UPLOAD_BYTES + 1)
                                + "\r\n\r\n--x");
        assertEquals(413, announced.status());
    }

    @Test
    void where_no_file_was_chosen_there_is_none_and_an_empty_one_is_one() {
        String none = "; filename=\"\"\r\nContent-Type: application/octet-stream";
        String body = part("a", "typed") + head("f", none) + "\r\n" + end();
        assertEquals(303, post(ascii(body)).statusCode());
        assertEquals(List.of(), uploads);
        String empty = head("f", "; filename=\"empty.png\"") + "\r\n" + end();
        assertEquals(303, post(ascii(empty)).statusCode());
        assertEquals(Octets.of(new byte[0]), files.getLast().orElseThrow());
    }

    @Test
    void boxes_that_are_ticked_come_together_and_lines_as_from_any_form() {
        String body = part("a", "1") + part("b", "x") + part("a", " ж\r\nд ") + end();
        assertEquals(303, post(ascii(body)).statusCode());
        assertEquals(List.of("1", "ж\nд"), texts);
    }

    @Test
    void a_form_without_files_comes_as_every_other_does() {
        assertEquals(303, desk.send(desk.post("", "/file", "a=plain")).statusCode());
        assertEquals(List.of("plain"), texts);
    }

    @Test
    void the_boundary_may_be_quoted_and_is_of_few_letters() {
        byte[] body =
                ascii("--a b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--a b--");
        assertEquals(303, post("Multipart/Form-Data; Boundary=\"a b\"", body).statusCode());
        assertEquals(List.of("x"), texts);
        files.clear();
        for (String type :
                List.of(
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "multipart/form-data; boundary=\"\"",
                        "multipart/form-data; boundary=a b",
                        "multipart/form-data; boundary=x; boundary=y",
                        "multipart/form-data; charset=utf-8; boundary=x",
                        "multipart/form-data; boundary=" + "x".repeat(71),
                        "multipart/mixed; boundary=x",
                        "multipart/form-data-x; boundary=x")) {
            isRefused(415, "only its own forms", post(type, body));
        }
    }

    @Test
    void what_two_readers_could_read_in_two_ways_is_refused() {
        String typed = part("a", "typed");
        isBrokenOff("a preamble\r\n" + typed + end());
        isBrokenOff(typed + end() + "an epilogue");
        isBrokenOff("--" + B + " \r\n" + typed.substring(typed.indexOf("Content")) + end());
        isBrokenOff(typed.replace("\r\n", "\n") + end());
        isBrokenOff(part("a", "x\r\n--" + B + "y") + end());
        String file = head("f", "; filename=\"x\"") + "1\r\n";
        isMalformed(file + file + end());
        isMalformed(file + part("f", "x") + end());
        isMalformed(part("f", "x") + file + end());
        isMalformed("--" + B + "\r\n\r\nno head\r\n\r\n" + end());
        isMalformed("--" + B + "\r\nContent-Type: text/plain\r\n\r\nno name\r\n" + end());
        isMalformed(head("a", "; name=\"b\"") + "x\r\n" + end());
        isMalformed(head("a\" b=\"", "") + "x\r\n" + end());
        isMalformed(head("a", "\r\n folded: x") + "x\r\n" + end());
        isMalformed(head("a", "\nX-Other: y") + "x\r\n" + end());
        isMalformed(head("a", "\r\nContent-Disposition: form-data; name=\"b\"") + "\r\n" + end());
        isMalformed(head("a", "\r\nContent-Transfer-Encoding: base64") + "eA==\r\n" + end());
        isMalformed(head("x".repeat(61), "") + "x\r\n" + end());
        isMalformed(head("a", "\r\nX-Long: " + "x".repeat(5_000)) + "x\r\n" + end());
    }

    @Test
    void what_was_cut_off_is_refused_wherever_that_was() {
        byte[] whole = form(noise(200));
        // Without its last line end it is as whole as with it.
        for (int length = 0; length < whole.length - 2; length += 7) {
            isRefused(400, "did not arrive whole", post(Arrays.copyOf(whole, length)));
        }
        assertEquals(303, post(Arrays.copyOf(whole, whole.length - 2)).statusCode());
    }

    @Test
    void texts_and_fields_have_their_limits() {
        isRefused(
                413,
                "more text than",
                post(ascii(part("a", "x".repeat(Limits.SESSION_FORM_BYTES + 1)) + end())));
        String many = part("b", "").repeat(Limits.FORM_FIELDS);
        assertEquals(303, post(ascii(many + end())).statusCode());
        files.clear();
        isRefused(400, "too many fields", post(ascii(many + part("b", "") + end())));
        var files = new StringBuilder();
        for (int i = 0; i <= Limits.FORM_FILES; i++) {
            files.append(head("f" + i, "; filename=\"x\"")).append("1\r\n");
        }
        isMalformed(files + end());
    }

    @Test
    void characters_that_are_not_allowed_are_refused_in_texts_and_not_in_files() {
        isRefused(400, "control character", post(ascii(part("a", "a\u0000b") + end())));
        isRefused(400, "direction of text", post(ascii(part("a", "a\u202Eb") + end())));
        byte[] broken = ascii(part("a", "a?b") + end());
        broken[new String(broken, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        isRefused(400, "arrived broken", post(broken));
    }
}
