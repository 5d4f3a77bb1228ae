package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.CodenameId;

class ACardIsMade {
    private static final Language EN = new Language("en");

    private static CardOrder order(Language language, boolean listOn, String help, String duress) {
        return new CardOrder(
                "form", new CodenameId(1), language, listOn, help, duress, new PersonId(1));
    }

    private static Card made(long seed, CardOrder order) {
        return new CardMaker(new Random(seed)).make(new CardId(1), order, _ -> false);
    }

    private static List<String> words(Card card) {
        var all = new ArrayList<>(card.listed());
        all.addAll(List.of(card.sign(), card.ok(), card.help(), card.duress()));
        return all;
    }

    @Test
    void of_words_of_which_any_two_differ_by_four_letters() {
        for (long seed = 0; seed < 20; seed++) {
            List<String> all = words(made(seed, order(EN, true, "", "")));
            assertEquals(Limits.LISTED_WORDS + 4, all.size());
            for (int i = 0; i < all.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(CardMaker.tooNear(all.get(i), all.get(j)), "seed " + seed);
                }
            }
        }
    }

    @Test
    void without_a_list_where_none_is_wanted_and_with_a_sign_of_one_word() {
        Card card = made(3, order(EN, false, "", ""));

        assertEquals(List.of(), card.listed());
        assertFalse(card.sign().contains(" "));
        assertEquals(2, card.ok().split(" ").length);
    }

    @Test
    void with_what_was_typed_and_its_own_words_far_from_that() {
        Card first = made(5, order(EN, false, "", ""));
        Card card = made(5, order(EN, true, " my  harbour ", first.help()));

        assertEquals("my harbour", card.help());
        assertEquals(first.help(), card.duress());
        assertFalse(CardMaker.tooNear(card.ok(), card.duress()));
        assertEquals(34, new HashSet<>(words(card)).size());
    }

    @Test
    void with_another_sign_as_long_as_one_is_taken() {
        var asked = new ArrayList<String>();
        Card card =
                new CardMaker(new Random(1))
                        .make(
                                new CardId(1),
                                order(EN, false, "", ""),
                                sign -> {
                                    asked.add(sign);
                                    return asked.size() < 3;
                                });

        assertTrue(asked.size() >= 3);
        assertEquals(asked.getLast(), card.sign());
    }

    @Test
    void in_its_language_or_english_where_there_is_no_list() {
        assertTrue(made(1, order(new Language("ru"), false, "", "")).ok().matches("[а-яё ]+"));
        assertTrue(made(1, order(new Language("cy"), false, "", "")).ok().matches("[a-z ]+"));
    }

    @Test
    void of_no_typed_word_that_is_too_short_or_too_long() {
        var tooShort = Optional.of(Sentence.of("word.card.too-short", "least", 5));
        var tooLong = Optional.of(Sentence.of("word.card.too-long", "most", 40));

        assertEquals(Optional.empty(), CardMaker.wrong(""));
        assertEquals(tooShort, CardMaker.wrong("ambe"));
        assertEquals(tooShort, CardMaker.wrong("a-m b.e"));
        assertEquals(Optional.empty(), CardMaker.wrong("amber"));
        assertEquals(Optional.empty(), CardMaker.wrong("x".repeat(40)));
        assertEquals(tooLong, CardMaker.wrong("x".repeat(41)));
        assertEquals(Optional.empty(), CardMaker.wrong("one two three four"));
        assertEquals(tooLong, CardMaker.wrong("one two three four five"));
    }

    @Test
    void of_a_list_that_is_long_enough_and_has_nothing_but_words() {
        var lines = new ArrayList<String>();
        for (int i = 0; lines.size() < Limits.WORDS_IN_A_LIST; i++) {
            lines.add(
                    "word"
                            + (char) ('a' + i % 26)
                            + (char) ('a' + i / 26 % 26)
                            + (char) ('a' + i / 676));
        }
        assertEquals(Limits.WORDS_IN_A_LIST, WordList.read(lines).orElseThrow().size());
        assertEquals(Optional.empty(), WordList.read(lines.subList(1, lines.size())));
        for (String wrong : List.of("four", "with blank", "digit1", "x".repeat(20))) {
            var more = new ArrayList<>(lines);
            more.add(wrong);
            assertEquals(Optional.empty(), WordList.read(more), wrong);
        }
        for (String right : List.of("right", "x".repeat(19), "", "  wordaaa  ")) {
            var more = new ArrayList<>(lines);
            more.add(right);
            assertTrue(WordList.read(more).isPresent(), right);
        }
    }
}
