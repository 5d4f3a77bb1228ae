package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;

class AMessageFromSomebodyInHiding {
    private static final String ALDERS = "+999 555 0101";
    private static final String FLAT = "+999 555 0102";
    private static final String STRANGE = "+999 555 0999";
    private static final List<PersonId> NOBODY = List.of();

    @TempDir Path dir;
    private WordDesk desk;
    private ChannelId sms;
    private CodenameId alder;
    private CodenameId birch;
    private Card alders;
    private Card birchs;

    @BeforeEach
    void found() {
        desk = WordDesk.founded(dir);
        sms = desk.channel("SMS");
        alder = desk.codename("Alder");
        birch = desk.codename("Birch");
        alders = desk.card(alder);
        birchs = desk.card(birch);
        desk.contact(alder, sms, ALDERS);
        desk.contact(alder, sms, FLAT);
        desk.contact(birch, sms, FLAT);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private boolean comes(String from, String text) {
        return comes(from, text, NOBODY);
    }

    private boolean comes(String from, String text, List<PersonId> people) {
        var word =
                new Inbound.Word(
                        Optional.empty(),
                        Optional.of(from),
                        Optional.empty(),
                        text,
                        desk.clock().instant());
        boolean taken =
                desk.team
                        .store
                        .writer()
                        .write(
                                Lane.FIRST,
                                turn ->
                                        desk.words.handlers().stream()
                                                .anyMatch(h ->
                                                        h.recognises(turn, sms, word, people)));
        await(desk.words.checkIns()::isIdle, () -> "words wait");
        return taken;
    }

    @Test
    void counts_once_for_each_word_of_the_list() {
        assertTrue(comes(ALDERS, alders.listed().getFirst()));
        assertTrue(comes(ALDERS, alders.listed().getFirst()));
        assertEquals(List.of("ok 1 channel-1", "contact 1 channel-1"), desk.heard.all);
    }

    @Test
    void may_use_any_of_the_next_few_and_proves_nothing_further_down() {
        comes(ALDERS, alders.listed().get(Limits.LISTED_AHEAD - 1));
        comes(ALDERS, alders.listed().get(20));
        comes(ALDERS, alders.listed().get(Limits.LISTED_AHEAD));
        assertEquals(
                List.of("ok 1 channel-1", "contact 1 channel-1", "ok 1 channel-1"), desk.heard.all);
    }

    @Test
    void proves_nothing_by_the_standing_word_while_there_is_a_list() {
        comes(ALDERS, alders.ok());
        Card without =
                desk.card(new CardOrder("x", alder, WordDesk.EN, false, "", "", WordDesk.SWIFT));
        comes(ALDERS, without.ok());
        assertEquals(List.of("contact 1 channel-1", "ok 1 channel-1"), desk.heard.all);
    }

    @Test
    void is_forced_whatever_else_it_holds_and_wherever() {
        comes(ALDERS, "I'm fine, false alarm. " + alders.duress() + " 123456");
        comes(ALDERS, "x ".repeat(700) + alders.help() + " and more of it ".repeat(30));
        assertEquals(List.of("duress 1 channel-1", "help 1 channel-1"), desk.heard.all);
    }

    @Test
    void counts_for_an_ok_only_at_its_beginning() {
        comes(ALDERS, "one two three four five six seven eight nine " + alders.listed().get(0));
        assertEquals(List.of("contact 1 channel-1"), desk.heard.all);
    }

    @Test
    void is_told_apart_from_whoever_shares_the_number_by_its_word() {
        comes(FLAT, birchs.listed().getFirst());
        comes(FLAT, alders.listed().get(0) + " " + birchs.listed().get(1));
        assertEquals(3, desk.heard.all.size());
        assertEquals("ok 2 channel-1", desk.heard.all.getFirst());
        assertTrue(desk.heard.all.containsAll(List.of("ok 1 channel-1", "ok 2 channel-1")));
    }

    @Test
    void from_somebody_elses_number_needs_its_call_sign() {
        assertFalse(comes(STRANGE, alders.listed().getFirst()));
        assertTrue(comes(STRANGE, alders.sign() + " " + alders.listed().getFirst()));
        assertTrue(comes(ALDERS, birchs.sign() + " " + birchs.duress()));
        assertEquals(List.of("ok 1 channel-1", "duress 2 channel-1"), desk.heard.all);
    }

    @Test
    void is_answered_by_the_same_bytes_whatever_it_was() {
        comes(ALDERS, alders.listed().getFirst());
        comes(ALDERS, alders.duress());
        comes(ALDERS, alders.help());
        comes(ALDERS, "no such word");
        comes(STRANGE, "a stranger");
        assertEquals(4, answers().size());
    }

    @Test
    void is_not_answered_for_ever() {
        for (int i = 0; i < Limits.ANSWERS_PER_HOUR + 5; i++) {
            comes(ALDERS, "wrong " + i);
        }
        assertEquals(Limits.ANSWERS_PER_HOUR, answers().size());
        desk.clock().pass(Duration.ofMinutes(61));
        comes(ALDERS, "wrong");
        assertEquals(Limits.ANSWERS_PER_HOUR + 1, answers().size());
    }

    private List<String> alarms() {
        return desk.watch.openAlarms().stream()
                .map(one -> one.kind() + " " + one.firstWords().orElse(""))
                .toList();
    }

    private List<CodenameId> about() {
        return desk.watch.openAlarms().getFirst().signs().about().stream()
                .map(one -> one.who())
                .toList();
    }

    @Test
    void stands_on_the_board_alone_when_it_is_a_word_that_was_mistyped() {
        assertTrue(comes(ALDERS, "wrong word"));
        assertTrue(comes(ALDERS, alders.listed().getFirst() + "x"));
        assertEquals(List.of(), alarms());
        assertEquals(2, desk.team.store.read(desk.words.rows()::countUnread));
    }

    @Test
    void raises_an_alarm_about_that_person_when_somebody_plainly_has_something_to_say() {
        assertTrue(comes(ALDERS, "they are at the door and they are breaking it"));
        assertEquals(List.of("CALL they are at the door and they are breaking it"), alarms());
        assertEquals(List.of(alder), about());
        assertEquals(List.of(), desk.heard.all);
        assertEquals(0, desk.team.store.read(desk.words.rows()::countUnread));
    }

    @Test
    void raises_one_for_a_cry_of_one_word_in_any_language_and_spelling() {
        for (String cry : List.of("HELP!", "Помогите", "sos", "на помощь!!!", "They arrested me")) {
            comes(ALDERS, cry);
        }
        assertEquals(List.of("CALL They arrested me"), alarms(), "one alarm, the newest words");
        assertEquals(5, calls());
    }

    private long calls() {
        return PastTheDesk.count(desk.team.store, "call");
    }

    @Test
    void from_a_shared_number_is_about_everybody_who_shares_it() {
        comes(FLAT, "help");
        assertEquals(List.of(alder, birch), about());
    }

    @Test
    void from_a_strange_number_is_about_whose_call_sign_it_names() {
        assertTrue(comes(STRANGE, birchs.sign() + " help"));
        assertEquals(List.of(birch), about());
        assertFalse(comes(STRANGE, "help"), "a stranger's is for whoever takes strangers' calls");
    }

    @Test
    void is_answered_by_the_same_bytes_when_it_cries_for_help() {
        comes(ALDERS, "wrong word");
        comes(ALDERS, "help");
        assertEquals(2, answers().size());
        assertEquals(answers().getFirst(), answers().getLast());
    }

    @Test
    void at_the_quiet_door_cries_only_with_a_call_sign() {
        desk.door("no such sign", "help");
        assertEquals(List.of(), alarms());
        desk.door(alders.sign(), "помогите");
        assertEquals(List.of(alder), about());
        desk.door(alders.sign(), "wrong");
        assertEquals(1, calls());
    }

    @Test
    void that_is_a_colleagues_own_is_left_to_whom_it_is_for() {
        var colleague = List.of(new PersonId(1));
        assertFalse(comes(ALDERS, "123456", colleague));
        assertTrue(comes(ALDERS, "123456 " + alders.help(), colleague));
        assertEquals(List.of("help 1 channel-1"), desk.heard.all);
    }

    @Test
    void goes_back_to_the_number_it_came_from_and_nothing_of_it_is_left_once_forgotten() {
        comes(ALDERS, alders.help());
        assertEquals(1, count("outside_hash IS NOT NULL"));
        desk.team
                .store
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            desk.delivery.outbox().forgetOutside(turn, sms, ALDERS);
                            return true;
                        });
        assertEquals(0, count("outside_hash IS NOT NULL OR outside IS NOT NULL"));
        assertEquals(1, count("state = 'withdrawn'"));
    }

    @Test
    void a_reminder_goes_to_every_address_once() {
        boolean first = remind("watch-1/1");
        boolean again = remind("watch-1/1");
        assertTrue(first && again);
        assertEquals(2, count("concerning = 'reminder'"));
    }

    private boolean remind(String key) {
        return desk.team
                .store
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> desk.words.remind(turn, alder, key, desk.clock().instant()));
    }

    private long count(String where) {
        return PastTheDesk.count(desk.team.store, "message WHERE " + where);
    }

    /// The lengths of the sealed texts.
    private List<String> answers() {
        return desk.team.store.read(handle ->
                handle.createQuery(
                                """
                                SELECT length(text) || ' ' || length(subject) FROM message
                                WHERE concerning = 'word'\
                                """)
                        .mapTo(String.class)
                        .list());
    }
}
