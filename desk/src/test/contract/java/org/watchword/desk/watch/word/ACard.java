package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.watch.CodenameId;

class ACard {
    @TempDir Path dir;
    private WordDesk desk;
    private CodenameId alder;

    @BeforeEach
    void found() {
        desk = WordDesk.founded(dir);
        alder = desk.codename("Alder");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CardOrder order(String form, String help, String duress) {
        return new CardOrder(form, alder, WordDesk.RU, true, help, duress, WordDesk.SWIFT);
    }

    @Test
    void asked_for_by_the_same_form_twice_is_made_once() {
        Card card = desk.card(order("a", "", ""));
        var again =
                assertInstanceOf(
                        Cards.MadeBefore.class, desk.words.cards().make(order("a", "", "")));
        assertEquals(card.id(), again.id());
        desk.door(card.sign(), card.ok());
        assertEquals(List.of("ok 1 door"), desk.heard.all);
    }

    @Test
    void has_words_any_two_of_which_differ_by_four_letters() {
        Card card = desk.card(order("a", "зимний сад", "поздний чай"));
        var all = new ArrayList<>(card.listed());
        all.addAll(List.of(card.ok(), card.help(), card.duress()));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(!CardMaker.tooNear(all.get(i), all.get(j)), "two words are too near");
            }
        }
    }

    @Test
    void is_refused_when_two_chosen_words_are_too_near_or_one_is_no_word() {
        assertEquals("duress", refused(order("a", "зимний сад", "Зимние сады")));
        assertEquals("duress", refused(order("b", "зимний сад", "ЗИМНИЙ. САД")));
        assertEquals("help", refused(order("c", "да", "")));
        assertEquals("help", refused(order("d", "один два три четыре пять", "")));
        assertEquals("duress", refused(order("e", "", "ж".repeat(41))));
        assertEquals("help", refused(order("f", "!!!???...", "")));
    }

    private String refused(CardOrder order) {
        return assertInstanceOf(Cards.Refused.class, desk.words.cards().make(order)).field();
    }

    @Test
    void that_is_refused_leaves_the_one_in_force_alone() {
        Card card = desk.card(order("a", "", ""));
        refused(order("b", "да", ""));
        desk.door(card.sign(), card.help());
        assertEquals(List.of("help 1 door"), desk.heard.all);
    }

    @Test
    void burned_leaves_no_word_behind() {
        desk.card(order("a", "", ""));
        assertTrue(desk.words.cards().burn(alder, WordDesk.SWIFT));
        assertEquals(0, PastTheDesk.count(desk.team.store, "card_word"));
        assertTrue(!desk.words.cards().burn(alder, WordDesk.SWIFT));
    }

    @Test
    void has_a_call_sign_that_no_other_card_in_force_has() {
        var signs = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            signs.add(desk.card(desk.codename("Name " + i)).sign());
        }
        assertEquals(40, signs.stream().distinct().count());
    }
}
