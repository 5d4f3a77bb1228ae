package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.basis.Limits;

/// What the network makes of a text.
class ATextCountedAsSms {
    @ParameterizedTest
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "€, 80, 1",
        "€, 81, 2",
        // Two septets stay together: 76 of them fit into 153.
        "€, 152, 2",
        "€, 153, 3",
        "я, 70, 1",
        "я, 71, 2",
        "я, 134, 2",
        "я, 135, 3",
        "\ud83d\udea8, 35, 1",
        "\ud83d\udea8, 36, 2",
        // A pair stays together: 33 of them fit into 67.
        "\ud83d\udea8, 66, 2",
        "\ud83d\udea8, 67, 3"
    })
    void it_takes_as_many_messages_as_the_network_makes_of_it(String one, int times, int parts) {
        assertEquals(parts, SmsLength.of(one.repeat(times)).parts());
    }

    @Test
    void an_empty_text_is_one_message() {
        assertEquals(new SmsLength(true, 1), SmsLength.of(""));
    }

    @Test
    void one_letter_outside_the_alphabet_makes_the_whole_text_wide() {
        assertEquals(new SmsLength(true, 1), SmsLength.of("a".repeat(160)));
        assertEquals(new SmsLength(false, 3), SmsLength.of("a".repeat(159) + "я"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "àèéìòùÄÖÑÜ§äöñüß",
                "@£$¥ΔΦΓΛΩΠΨΣΘΞ",
                "^{}\\[~]|€",
                "!\"#¤%&'()*+,-./:;<=>?¡¿_\n\r"
            })
    void the_gsm_alphabet_is_known(String text) {
        assertTrue(SmsLength.isGsm(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "ç", "“", "—", "…", "\t", "\u00a0", "ы", "\u0000", "α"})
    void what_is_not_in_it_is_known_too(String text) {
        assertFalse(SmsLength.isGsm(text));
    }

    @Test
    void typography_does_not_make_an_english_text_wide() {
        SmsText text = SmsText.of("“ALDER” – since 15:00…\u00a0It’s 5·2");
        assertEquals("\"ALDER\" - since 15:00... It's 5-2", text.text());
        assertTrue(text.length().gsm());
    }

    @Test
    void a_text_that_is_wide_anyway_keeps_its_typography() {
        assertEquals("«ДУБ» – с 15:00…", SmsText.of("«ДУБ» – с 15:00…").text());
    }

    @Test
    void what_no_phone_shows_is_left_out() {
        assertEquals("ab\ncd", SmsText.of("\u202ea\u0000b\r\nc\u2066d\ud800 ").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "€", "я", "\ud83d\udea8", "a\ud83d\udea8я€"})
    void an_endless_text_is_cut_between_characters(String one) {
        SmsText cut = SmsText.of(one.repeat(10_000));
        assertEquals(Limits.SMS_PARTS, cut.length().parts());
        assertEquals(cut, SmsText.of(cut.text()));
        assertTrue(SmsLength.of(cut.text() + one).parts() > Limits.SMS_PARTS);
    }
}
