package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;

class SpellingOfWords {
    @Test
    void makes_no_difference_of_case_blanks_full_stops_and_yo() {
        for (String same :
                List.of("Ёлка дом", "елка. дом", " ЕЛКА\u00a0ДОМ", "ёлкадом", "елка-дом!")) {
            assertEquals("елкадом", Spelling.joined(same), same);
        }
        assertEquals("amberfox", Spelling.joined("ＡＭＢＥＲ fox"));
    }

    /// A word that was found in a message is kept spelled, and looked up by that.
    @Test
    void of_what_is_spelled_is_the_same() {
        for (String odd :
                List.of("\u0435\u0308\u0308", "\u0451\u0323\u0308\u0308", "\u0130\u0308")) {
            String once = Spelling.joined(odd);
            assertEquals(once, Spelling.joined(once), odd);
        }
    }

    @Test
    void makes_no_difference_of_a_sigma_at_the_end_of_a_piece() {
        assertEquals(Spelling.joined("ΛΥΧΝΟΣ ΑΥΓΗ"), Spelling.joined("ΛΥΧΝΟΣΑΥΓΗ"));
    }

    @Test
    void knows_a_short_i_from_an_i_however_it_is_put_together() {
        assertEquals(Spelling.joined("чай"), Spelling.joined("чаи\u0306"));
        assertTrue(!Spelling.joined("чай").equals(Spelling.joined("чаи")));
    }

    @Test
    void counts_how_far_two_words_are_apart() {
        assertEquals(0, Spelling.distance("kitten", "kitten", 4));
        assertEquals(3, Spelling.distance("kitten", "sitting", 4));
        assertEquals(4, Spelling.distance("", "abcdef", 4));
        assertEquals(1, Spelling.distance("чай", "чаи", 4));
    }

    /// Against the plain definition, on words at random.
    @Test
    void counts_as_the_definition_says() {
        long seed = 20210204;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String a = word(random);
            String b = word(random);
            assertEquals(
                    Math.min(9, plain(a, b)), Spelling.distance(a, b, 9), seed + " " + a + " " + b);
        }
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static int plain(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int same = plain(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        return Math.min(same, 1 + Math.min(plain(a.substring(1), b), plain(a, b.substring(1))));
    }

    @Test
    void of_both_lists_leaves_two_words_with_24_bits_at_least() {
        for (String tag : List.of("en", "ru")) {
            var list = WordList.of(new Language(tag));
            assertTrue(2 * Math.log(list.size()) / Math.log(2) > 24.5, tag);
        }
    }

    @Test
    void of_a_list_that_a_team_wrote_is_checked() {
        var words = new ArrayList<String>();
        for (int i = 0; words.size() < Limits.WORDS_IN_A_LIST; i++) {
            words.add("word" + letters(i));
        }
        assertTrue(WordList.read(words).isPresent());
        assertEquals(Optional.empty(), WordList.read(words.subList(1, words.size())));
        words.set(0, words.get(1).toUpperCase(java.util.Locale.ROOT));
        assertEquals(Optional.empty(), WordList.read(words), "two that are spelled alike");
        words.set(0, "two words");
        assertEquals(Optional.empty(), WordList.read(words));
        words.set(0, "no");
        assertEquals(Optional.empty(), WordList.read(words));
    }

    private static String letters(int number) {
        return ""
                + (char) ('a' + number / 676 % 26)
                + (char) ('a' + number / 26 % 26)
                + (char) ('a' + number % 26);
    }

    /// What a check-in keeps has one length, whatever was said and in whatever letters.
    @Test
    void takes_the_same_room_whatever_was_said() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(900);
            for (int j = 0; j < length; j++) {
                text.appendCodePoint(
                        switch (random.nextInt(4)) {
                            case 0 -> 0x1F600 + random.nextInt(60);
                            case 1 -> 'а' + random.nextInt(32);
                            case 2 -> random.nextInt(32);
                            default -> 'a' + random.nextInt(26);
                        });
            }
            String packed = Said.of(Kept.atTheDoor(text.toString(), "x")).packed();
            assertEquals(
                    Limits.CHECK_IN_BYTES,
                    packed.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
            Said back = Said.unpacked(packed);
            assertTrue(back.early() && back.maybe().isEmpty());
        }
    }
}
