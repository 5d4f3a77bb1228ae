package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.watch.CodenameId;

class AWordAtTheDoor {
    @TempDir Path dir;
    private WordDesk desk;
    private CodenameId alder;
    private Card card;

    @BeforeEach
    void found() {
        desk = WordDesk.founded(dir);
        alder = desk.codename("Alder");
        card = desk.card(alder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void means_what_the_card_says() {
        desk.door(card.sign(), card.ok());
        desk.door(card.sign(), card.help());
        desk.door(card.sign(), card.duress());
        assertEquals(List.of("ok 1 door", "help 1 door", "duress 1 door"), desk.heard.all);
    }

    @Test
    void is_known_in_any_case_with_any_blanks_and_full_stops_and_in_either_field() {
        String shouted = card.ok().toUpperCase(Locale.ROOT).replace(" ", ". ");
        desk.door(card.sign() + ".", " " + shouted + " ");
        desk.door("", card.sign() + " " + card.ok().replace(" ", ""));
        desk.door(card.sign() + " " + card.ok(), "");
        assertEquals(3, desk.heard.all.size());
    }

    @Test
    void that_is_forced_beats_every_other_in_the_same_text() {
        desk.door(
                card.sign(),
                "all fine, " + card.ok() + ", no " + card.help() + " " + card.duress());
        desk.door(card.sign(), card.ok() + " " + card.help() + " " + card.duress());
        desk.door(card.sign(), card.ok() + " " + card.help());
        assertEquals("duress 1 door", desk.heard.all.get(1));
        assertEquals("help 1 door", desk.heard.all.get(2));
    }

    @Test
    void without_its_call_sign_is_nobodys() {
        desk.door("", card.ok());
        desk.door("somebody", card.duress());
        assertEquals(List.of(), desk.heard.all);
        assertEquals(2, unread());
    }

    @Test
    void that_nobody_knows_stands_on_the_board_and_changes_nothing() {
        desk.door(card.sign(), "bluebird window");
        assertEquals(List.of(), desk.heard.all);
        assertEquals(1, unread());
        assertEquals(List.of(), desk.told);
    }

    @Test
    void that_is_empty_leaves_nothing_to_read() {
        desk.door("", "");
        desk.door(" . ", "\u0000\u202e");
        assertEquals(0, unread());
    }

    @Test
    void after_five_wrong_ones_proves_nothing_until_the_hour_is_over() {
        for (int i = 0; i < 5; i++) {
            desk.door(card.sign(), "wrong word " + i);
        }
        desk.door(card.sign(), card.ok());
        desk.door(card.sign(), card.help());
        desk.door(card.sign(), card.duress());
        desk.clock().pass(Duration.ofMinutes(61));
        desk.door(card.sign(), card.ok());
        assertEquals(
                List.of("contact 1 door", "help 1 door", "duress 1 door", "ok 1 door"),
                desk.heard.all);
        assertEquals(List.of("word.told.wrong-words {who=Alder}"), desk.told);
    }

    @Test
    void of_a_burned_card_is_dead_and_so_is_its_call_sign() {
        Card next = desk.card(alder);
        desk.door(card.sign(), card.ok());
        desk.door(card.sign(), card.duress());
        assertEquals(List.of(), desk.heard.all);
        desk.door(next.sign(), next.ok());
        assertEquals(List.of("ok 1 door"), desk.heard.all);
    }

    @Test
    void kept_by_an_earlier_run_is_understood_at_the_start() {
        desk.close();
        desk = new WordDesk(dir, WordDesk.START.plusSeconds(60));
        desk.words.door().take(card.sign(), card.help());
        assertEquals(List.of(), desk.heard.all);
        desk.words.checkIns().start(desk.heard);
        org.watchword.desk.basis.Patience.await(desk.words.checkIns()::isIdle, () -> "words wait");
        assertEquals(List.of("help 1 door"), desk.heard.all);
    }

    @Test
    void is_one_row_of_one_size_before_and_after_it_is_understood() {
        for (String word :
                List.of(card.ok(), card.help(), card.duress(), "x", "", "ж".repeat(4000))) {
            desk.words.door().take(card.sign(), word);
        }
        org.watchword.desk.basis.Patience.await(desk.words.checkIns()::isIdle, () -> "words wait");
        List<String> sizes =
                desk.team.store.read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT DISTINCT length(said) || ' ' || length(meant)
                                            || ' ' || length(about_hash) FROM check_in\
                                        """)
                                .mapTo(String.class)
                                .list());
        assertEquals(1, sizes.size(), sizes.toString());
        assertTrue(desk.heard.all.size() == 3);
    }

    private int unread() {
        return desk.team.store.read(desk.words.rows()::countUnread);
    }
}
