package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WhatSomebodyWroteHimself {
    private static final Optional<String> CODE = Optional.of("123456");

    @Test
    void a_code_counts_at_the_beginning_of_the_first_line() {
        for (String text :
                List.of(
                        "123456",
                        "  123456 on my way",
                        "\n\n123456\nsee you",
                        "code: 123456",
                        "Да, 123456!",
                        "123456.\n-- \nHeron")) {
            assertEquals(CODE, OwnWords.code(text), text);
        }
    }

    @Test
    void the_subject_of_a_reply_is_not_the_first_line() {
        for (String text :
                List.of(
                        "Re: ROWAN, since 15:00\n123456\n\n> Reply 654321",
                        "AW: ROWAN, since 15:00\n\n123 456",
                        "RE[2]: ROWAN, since 15:00\n123456",
                        "Отв: РЯБИНА, с 15:00\n123456",
                        "回复：ROWAN, since 15:00\n123456",
                        "Ответ: 123456\nИду",
                        "Re: 123456")) {
            assertEquals(CODE, OwnWords.code(text), text);
        }
        for (String text :
                List.of(
                        "Re: ROWAN, since 15:00",
                        "Re: ROWAN, since 15:00\n> 123456",
                        "Re: ROWAN\nOn Thu, 4 Feb 2021 at 15:01, Desk wrote:\n123456",
                        "Re: ROWAN\n-- \n123456",
                        "Re: ROWAN\nWho is this?\n123456",
                        "From: desk@example\n123456",
                        "Auto: ROWAN\n123456",
                        "Re: out of office\n123456")) {
            assertEquals(Optional.empty(), OwnWords.code(text), text);
        }
    }

    @Test
    void blanks_and_dashes_inside_are_left_out() {
        for (String text :
                List.of(
                        "123 456",
                        "123-456",
                        "12 34 56",
                        "1 2 3 4 5 6",
                        "123\u00a0456",
                        "123–456")) {
            assertEquals(CODE, OwnWords.code(text), text);
        }
    }

    @Test
    void the_digits_of_other_scripts_are_digits() {
        for (String text : List.of("١٢٣٤٥٦", "۱۲۳۴۵۶", "१२३४५६", "１２３４５６", "١٢٣ ٤٥٦")) {
            assertEquals(CODE, OwnWords.code(text), text);
        }
    }

    @Test
    void a_longer_number_holds_no_code() {
        for (String text :
                List.of(
                        "1234567",
                        "+999 555 0123",
                        "999-555-0123",
                        "2021-02-04 15:00",
                        "04.02.2021")) {
            assertEquals(Optional.empty(), OwnWords.code(text), text);
        }
    }

    @Test
    void a_date_before_the_code_does_not_hide_it() {
        assertEquals(CODE, OwnWords.code("04.02.2021 123456"));
    }

    @Test
    void what_was_quoted_never_counts() {
        for (String text :
                List.of(
                        "> 123456",
                        "| 123456",
                        "On Thu, 4 Feb 2021 at 15:01, Desk <desk@example> wrote:\n123456",
                        "On Thu, 4 Feb 2021 at 15:01, 123456 wrote:",
                        "чт, 4 февр. 2021 г. в 15:01, Desk пишет:\n123456",
                        "Desk писал(а):\n> 123456",
                        "-----Original Message-----\nReply 123456",
                        "From: desk@example\n123456",
                        "От: desk@example\n123456",
                        "Begin forwarded message: 123456")) {
            assertEquals(Optional.empty(), OwnWords.code(text), text);
        }
    }

    @Test
    void a_signature_never_counts() {
        assertEquals(Optional.empty(), OwnWords.code("-- \n123456"));
    }

    @Test
    void a_line_after_the_first_own_one_never_counts() {
        assertEquals(Optional.empty(), OwnWords.code("Who is this?\n123456"));
    }

    @Test
    void a_notice_about_a_holiday_that_quotes_the_whole_message_never_counts() {
        for (String text :
                List.of(
                        "I am away until Monday.\n\nROWAN, since 15:00. Reply 123456",
                        "Automatic reply: 123456",
                        "Auto-Reply 123456",
                        "Автоответ: 123456",
                        "123456 (automatic reply: out of office)",
                        "ROWAN, since 15:00. Open the desk, follow the plan. Reply 123456, or type",
                        "Your message 'ROWAN, since 15:00. Reply 123456' was received.",
                        "Reply 123456, or type 47 at https://desk.example/a/xxxxxxxxxxxxxxxxxxxxxx")) {
            assertEquals(Optional.empty(), OwnWords.code(text), text);
        }
    }

    @Test
    void what_stands_beside_the_code_is_kept_apart() {
        assertEquals("on my way", OwnWords.besides("123456 on my way", "123456"));
        assertEquals("Yes I am up", OwnWords.besides("Yes, 123 456, I am up", "123456"));
        assertEquals("", OwnWords.besides("123456.", "123456"));
        assertEquals("", OwnWords.besides("123456\n\nSent from my telephone", "123456"));
        assertEquals(
                "help", OwnWords.besides("123456\nhelp\nhttps://desk.example/a/x 12", "123456"));
    }

    @Test
    void whatever_comes_is_read_without_a_fault() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String some = "0123456789 -–.>|\n\r\u0000\u202e\u2028\ud83d\udea8\ud83d١۱ab:/";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(some.charAt(random.nextInt(some.length())));
            }
            OwnWords.code(text.toString())
                    .ifPresent(code -> assertEquals(6, code.length(), "seed " + seed));
        }
        assertEquals(Optional.empty(), OwnWords.code("9 ".repeat(5_000)));
        assertEquals(Optional.empty(), OwnWords.code("x".repeat(10_000)));
    }

    /// It is read on the thread that writes: whoever made that slow would hold up every ring.
    @Test
    @Timeout(2)
    void is_read_quickly_whatever_a_stranger_makes_of_ten_thousand_characters() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), OwnWords.code("on" + " ".repeat(9_000) + "x"));
            String dots = ".".repeat(9_900);
            assertEquals("a" + dots + "a", OwnWords.besides("123456 a" + dots + "a", "123456"));
        }
    }
}
