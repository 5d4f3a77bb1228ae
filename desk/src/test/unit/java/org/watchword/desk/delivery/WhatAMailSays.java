package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatAMailSays {
    private static MailHeard heard(String raw) {
        return MailHeard.of(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MailHeard heard(String head, byte[] body) {
        byte[] first = (head + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return MailHeard.of(all);
    }

    @Test
    void is_its_subject_and_its_first_plain_text() {
        var mail =
                heard(
                        """
                        From: heron@quay.example
                        Subject: =?utf-8?B?0KLRgNC10LLQvtCz0LA=?=
                        Content-Type: multipart/mixed; boundary=x

                        --x
                        Content-Type: multipart/alternative; boundary=y

                        --y
                        Content-Type: text/html

                        <p>html</p>
                        --y
                        Content-Type: text/plain; charset=utf-8

                        Беру на себя 123456
                        --y--
                        --x
                        Content-Type: text/plain
                        Content-Disposition: attachment; filename=a.txt

                        attached
                        --x--
                        """);
        assertEquals("Тревога\nБеру на себя 123456", mail.text().replace("\r", ""));
        assertFalse(mail.automatic());
    }

    @Test
    void is_the_words_of_its_page_when_there_is_no_plain_text() {
        var mail =
                heard(
                        """
                        From: heron@quay.example
                        Content-Type: text/html; charset=utf-8

                        <html><head><title>t</title><style>p{}</style></head>
                        <body><!-- > no --><p>1 &lt; 2 &amp; &#1076;&#x430;<br>123<b>456</b></p>
                        <script>alert("no")</script><img src="https://spy.example/x.png"></body>
                        """);
        assertEquals("1 < 2 & да\n123456", mail.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"koi8-r", "windows-1251", "iso-8859-5", "utf-8", "utf-16"})
    void is_read_in_the_letters_it_names(String charset) {
        String text = "Тревога: дуб";
        assertEquals(
                text,
                heard(
                                "From: a@quay.example\nContent-Type: text/plain; charset="
                                        + charset,
                                text.getBytes(Charset.forName(charset)))
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ascii", "x-unknown", "\"\"", "utf-8; charset=koi8-r", "../../etc"})
    void in_utf8_is_read_whatever_it_claims(String charset) {
        var mail =
                heard(
                        "From: a@quay.example\nContent-Type: text/plain; charset=" + charset,
                        "да 123456".getBytes(StandardCharsets.UTF_8));
        assertTrue(mail.text().contains("123456"), mail.text());
    }

    @Test
    void with_a_broken_encoding_still_says_what_came_before_the_break() {
        var mail =
                heard(
                        """
                        From: a@quay.example
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: no-such-thing

                        123456
                        """);
        assertEquals("123456", mail.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heron <Heron@Quay.example>|heron@quay.example",
                "heron@quay.example|heron@quay.example",
                "a@quay.example, b@quay.example|",
                "team: a@quay.example;|",
                "not an address|",
                "<>|",
                "\"a@quay.example\" <b@quay.example>|b@quay.example"
            })
    void comes_from_exactly_one_or_from_nobody(String from, String sender) {
        String written = from.replace("\\n", "\n");
        assertEquals(Optional.ofNullable(sender), heard("From: " + written + "\n\ntext").sender());
    }

    @Test
    void that_names_its_sender_twice_comes_from_nobody() {
        var twice = "From: a@quay.example\nSubject: x\nFrom: heron@quay.example\n\n123456";
        assertEquals(Optional.empty(), heard(twice).sender());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (vacation)",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "Precedence: Junk",
                "X-Autoreply: yes",
                "X-Autorespond: x",
                "Return-Path: <>",
                "From: Mail Delivery System <MAILER-DAEMON@quay.example>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x"
            })
    void of_a_machine_is_no_word_of_a_person(String header) {
        assertTrue(heard(header + "\nFrom: heron@quay.example\n\n123456").automatic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Precedence: first-class", "X-Mailer: x"})
    void of_a_person_is_one(String header) {
        assertFalse(heard(header + "\nFrom: heron@quay.example\n\n123456").automatic());
    }

    /// The mail library itself stumbles over such an encoding.
    @Test
    void that_breaks_its_reader_still_says_what_can_be_read() {
        var mail =
                heard(
                        """
                        From: heron@quay.example
                        Subject: help
                        Content-Transfer-Encoding: uuencode

                        begin 64
                        begin 644 4 f
                        #86)C
                        end
                        """);
        assertEquals(Optional.of("heron@quay.example"), mail.sender());
        assertTrue(mail.text().startsWith("help"), mail.text());
    }

    /// It continues a header that never began.
    @Test
    void without_a_head_that_can_be_read_is_all_of_it() {
        var mail = heard(" \n help\n\nnow");
        assertEquals(Optional.empty(), mail.sender());
        assertTrue(mail.text().contains("help"), mail.text());
    }

    @Test
    @Timeout(20)
    void is_read_in_time_whatever_it_is() {
        var random = new Random(4711);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            assertNotNull(MailHeard.of(noise).text());
        }
        long before = System.nanoTime();
        for (String one : new String[] {"<", "<script", "&", "<!--", "<a "}) {
            assertNotNull(HtmlText.of(one.repeat(256 * 1024 / one.length())));
        }
        String deep = "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(2_000);
        assertNotNull(heard(deep).text());
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
    }
}
