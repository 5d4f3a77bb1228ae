package org.watchword.desk.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a typed text may hold, and what is left of one that may not.
class TypedText {
    private static void has(CleanText.Problem problem, String text) {
        assertEquals(Optional.of(problem), CleanText.problem(text));
    }

    @Test
    void is_never_cut_within_a_character() {
        assertEquals("ab", CleanText.beginning("ab\ud83d\ude00", 3));
        assertEquals("ab\ud83d\ude00", CleanText.beginning("ab\ud83d\ude00", 4));
        assertEquals("ab", CleanText.beginning("ab", 3));
    }

    @Test
    void words_line_breaks_tabs_and_pictures_are_fine() {
        for (String text :
                List.of("", "a b", "a\nb\r\nc\td", "Ёлка", "\u05E9\u05DC\u05D5\u05DD", "🏳️‍🌈")) {
            assertEquals(Optional.empty(), CleanText.problem(text));
        }
    }

    @Test
    void control_characters_are_found() {
        for (char c : new char[] {0, 1, 8, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F}) {
            has(CleanText.Problem.CONTROL, "a" + c + "b");
        }
    }

    @Test
    void characters_that_turn_the_direction_are_found() {
        for (char c = '\u202A'; c <= '\u202E'; c++) {
            has(CleanText.Problem.DIRECTION, "a" + c);
        }
        for (char c = '\u2066'; c <= '\u2069'; c++) {
            has(CleanText.Problem.DIRECTION, c + "a");
        }
    }

    @Test
    void half_a_character_is_found() {
        has(CleanText.Problem.ENCODING, "a\uD83C");
        has(CleanText.Problem.ENCODING, "\uDFF3a");
    }

    @Test
    void a_normal_text_has_one_kind_of_line_break_and_no_blank_ends() {
        assertEquals("a\nb\nc\nd", CleanText.normalised(" a\r\nb\rc\u2028d\n "));
        assertEquals("\u0439", CleanText.normalised("\u0438\u0306"));
        assertEquals("ab", CleanText.normalised("\uFEFFa\u200Bb"));
        assertEquals("", CleanText.normalised(" \u200B \r\n"));
    }

    @Test
    void a_cleaned_text_keeps_all_that_may_be_kept() {
        assertEquals("help us", CleanText.cleaned("he\u0000lp\u202E us\u001B\uD83C"));
        assertEquals("", CleanText.cleaned("\u0000\u202E"));
    }

    @Test
    void a_cleaned_text_has_no_problem_left() {
        var random = new java.util.Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            String cleaned = CleanText.cleaned(text.toString());
            assertEquals(Optional.empty(), CleanText.problem(cleaned));
            assertEquals(cleaned, CleanText.cleaned(cleaned));
        }
    }
}
