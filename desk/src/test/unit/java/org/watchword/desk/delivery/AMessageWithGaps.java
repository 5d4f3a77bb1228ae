package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.MessageText.Gap;

class AMessageWithGaps {
    private static final String ALL = "{again} {who} since {since}. {next} {answer}";
    private static final Map<Gap, String> VALUES =
            Map.of(
                    Gap.WHO, "OAK",
                    Gap.SINCE, "15:00",
                    Gap.NEXT, "Open the desk.",
                    Gap.ANSWER, "Press I'm on it.");

    private static MessageText good(String subject, String text) {
        return assertInstanceOf(MessageText.Good.class, MessageText.check(subject, text)).text();
    }

    private static String wrong(String subject, String text) {
        return assertInstanceOf(MessageText.Wrong.class, MessageText.check(subject, text))
                .why()
                .key();
    }

    @Test
    void says_everything_it_must_and_nothing_of_a_repeat_the_first_time() {
        var filled = good("{who}", ALL).fill(VALUES).labelled("");
        assertEquals("OAK", filled.subject());
        assertEquals("OAK since 15:00. Open the desk. Press I'm on it.", filled.text());
    }

    @Test
    void a_label_left_out_leaves_no_line_behind_what_was_put_before_it() {
        var filled = good("{who}", "{again}\n{who} {since} {next} {answer}").fill(VALUES);
        var before = new MessageText.Filled(filled.subject(), "Drill. " + filled.text());
        assertEquals(
                "Drill. OAK 15:00 Open the desk. Press I'm on it.", before.labelled("").text());
        assertEquals(
                "Drill. Again:\nOAK 15:00 Open the desk. Press I'm on it.",
                before.labelled("Again:").text());
    }

    @Test
    void is_labelled_where_the_team_put_the_gap() {
        var filled = good("{again} {who}", "{who} {since} {next} {answer} ({again})").fill(VALUES);
        var again = filled.labelled("Sent again:");
        assertEquals("Sent again: OAK", again.subject());
        assertTrue(again.text().endsWith("(Sent again:)"), again.text());
    }

    @Test
    void without_a_gap_for_it_the_label_comes_first() {
        var again = new MessageText.Filled("Test", "A test.").labelled("Sent again:");
        assertEquals("Sent again:\nA test.", again.text());
    }

    @ParameterizedTest
    @EnumSource(Gap.class)
    void is_refused_when_a_gap_is_missing(Gap gap) {
        String text = ALL.replace("{" + gap.word() + "}", "");
        var why = assertInstanceOf(MessageText.Wrong.class, MessageText.check("{who}", text)).why();
        assertEquals("delivery.template.missing-gap", why.key());
        assertEquals("{" + gap.word() + "}", why.gaps().get("gap"));
    }

    @Test
    void is_refused_when_a_gap_is_none_of_ours() {
        assertEquals("delivery.template.unknown-gap", wrong("{who}", ALL + " {name}"));
        assertEquals("delivery.template.unknown-gap", wrong("{what}", ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nBcc: b@example.org", "a\u0000b", "a\u2028b"})
    void is_refused_when_its_subject_is_not_one_line(String subject) {
        assertEquals("delivery.template.subject-lines", wrong(subject, ALL));
    }

    @Test
    void is_refused_when_it_is_too_long_or_empty() {
        assertEquals(
                "delivery.template.subject-long",
                wrong("x".repeat(Limits.SUBJECT_CHARACTERS + 1), ALL));
        assertEquals(
                "delivery.template.long", wrong("x", ALL + "x".repeat(Limits.TEMPLATE_CHARACTERS)));
        assertEquals("delivery.template.empty", wrong(" ", ALL));
        assertEquals("delivery.template.empty", wrong("x", "\n"));
    }

    @Test
    void a_value_that_looks_like_a_gap_stays_what_it_is() {
        var values =
                Map.of(
                        Gap.WHO, "{since}{again}",
                        Gap.SINCE, "$1\\",
                        Gap.NEXT, "n\u001a",
                        Gap.ANSWER, "a");
        var filled = good("{who}", ALL).fill(values).labelled("AGAIN");
        assertEquals("{since}{again}", filled.subject());
        assertEquals("AGAIN {since}{again} since $1\\. n  a", filled.text());
    }

    @Test
    void a_value_of_two_lines_never_makes_a_subject_of_two_lines() {
        var values = Map.of(Gap.WHO, "OAK\r\nBcc: x@example.org");
        var filled = good("{who}", ALL).fill(values).labelled("");
        assertFalse(filled.subject().contains("\r") || filled.subject().contains("\n"));
    }
}
