package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.store.Writer.Lane;

/// Replies with a code, over a real store and couriers, with phones that are lists.
@Timeout(60)
class AnsweringByPhone {
    private static final String FINCHS = "+999 555 0001";
    private static final String HERONS = "+999 555 0002";

    @TempDir Path dir;
    private NightDesk desk;
    private PhoneLine line;

    @BeforeEach
    void found() {
        desk = NightDesk.founded(dir);
        line = new PhoneLine(desk);
        line.number(FINCH, FINCHS);
        line.number(HERON, HERONS);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private boolean isHeld(AlarmId alarm) {
        return desk.room(alarm).head().state() == OpenAlarm.State.HELD;
    }

    private Optional<AlarmRoom.Unconfirmed> unconfirmed(AlarmId alarm) {
        return desk.room(alarm).ladder().stream()
                .flatMap(step -> step.people().stream())
                .filter(person -> person.id().equals(FINCH))
                .findFirst()
                .flatMap(AlarmRoom.Person::unconfirmed);
    }

    @Test
    void a_short_text_says_whom_since_when_what_next_and_how_to_answer() {
        desk.codename("Rowan", "");
        desk.watch.logCall("f", WREN, new LoggedCall(Map.of(CallField.WHO, "rowan"), false));

        String text = line.next(FINCHS);

        assertTrue(
                text.matches(
                        "ROWAN, since 15:00\\. Open the desk, follow the plan\\. Reply [0-9]{6}, or"
                                + " open https://desk.example/a/[A-Za-z0-9_-]{22} and type"
                                + " [0-9]{2}"),
                text);
    }

    @Test
    void the_teams_own_short_wording_goes_before_the_built_in_one() {
        var own = new MessageText("s", "{who}/{since}/{next}/{answer}");
        desk.team
                .store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            desk.delivery.templates().keep(turn, "alarm-short", NightDesk.EN, own);
                            return true;
                        });
        desk.raise(WREN);

        assertTrue(line.next(FINCHS).startsWith("Somebody not yet named/15:00/Open the desk"));
    }

    @Test
    void the_code_in_a_reply_is_noted_as_unproven_and_said_back_once() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);

        assertTrue(line.says(FINCHS, code + " on my way"));

        assertFalse(isHeld(alarm));
        assertEquals(Standing.Way.REPLY, unconfirmed(alarm).orElseThrow().by());
        assertEquals(
                "Noted. You are not rung until 15:15. Open the desk to confirm.",
                line.next(FINCHS));
        assertTrue(
                desk.room(alarm).log().stream()
                        .anyMatch(said -> said.text().equals(Optional.of("on my way"))));
        assertTrue(line.says(FINCHS, code));
        assertTrue(line.next(FINCHS).startsWith("Your answer is noted already."));
        assertTrue(line.says(FINCHS, code));
        line.staysSilent(FINCHS);
    }

    @Test
    void a_colleague_who_spoke_to_the_person_makes_it_full() {
        AlarmId alarm = desk.raise(WREN);
        line.says(FINCHS, line.code(FINCHS));

        assertEquals(new Reply.OnIt(true), desk.watch.confirm(alarm, FINCH, WREN));

        assertTrue(isHeld(alarm));
        assertEquals(new Reply.NothingToConfirm(), desk.watch.confirm(alarm, FINCH, WREN));
    }

    @Test
    void it_survives_a_new_start_and_delays_no_second_time() {
        AlarmId alarm = desk.raise(WREN);
        line.says(FINCHS, line.code(FINCHS));
        Alarm before = alarm(alarm);
        desk.close();

        desk = NightDesk.again(dir, desk, Duration.ofSeconds(10));

        assertEquals(before.people(), alarm(alarm).people());
        assertTrue(alarm(alarm).clockwork().waitedOnce());
    }

    private Alarm alarm(AlarmId id) {
        return desk.team.store.read(handle -> new AlarmRows().load(handle, id)).orElseThrow();
    }

    @Test
    void a_message_without_a_code_is_not_recognised() {
        desk.raise(WREN);
        line.next(FINCHS);

        assertFalse(line.says(FINCHS, "what is going on?"));
        line.staysSilent(FINCHS);
    }

    @Test
    void a_code_from_another_address_counts_for_nothing() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);
        desk.pass(Duration.ofMinutes(2));
        line.next(HERONS);

        assertFalse(line.says(HERONS, code));

        assertTrue(unconfirmed(alarm).isEmpty());
        assertTrue(line.next(HERONS).startsWith("That code is not for you"));
        assertFalse(line.says(HERONS, code));
        line.staysSilent(HERONS);
    }

    @Test
    void an_address_that_was_not_rung_counts_for_nothing() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);
        line.number(FINCH, "+999 555 0009");

        assertFalse(line.says("+999 555 0009", code));
        assertTrue(unconfirmed(alarm).isEmpty());
    }

    @Test
    void after_five_wrong_codes_replies_count_no_more_but_a_link_does() {
        AlarmId alarm = desk.raise(WREN);
        String text = line.next(FINCHS);
        String code = PhoneLine.codeIn(text);
        for (int i = 0; i < 5; i++) {
            assertFalse(line.says(FINCHS, PhoneLine.another(code, i)));
        }
        assertTrue(line.next(FINCHS).startsWith("That is not your code"));
        assertTrue(line.next(FINCHS).startsWith("Too many wrong codes"));

        assertTrue(line.says(FINCHS, code));

        assertTrue(unconfirmed(alarm).isEmpty());
        line.staysSilent(FINCHS);
        var shown = desk.watch.answering().answer(PhoneLine.token(text), PhoneLine.digits(text));
        assertEquals(Answering.Stand.NOTED, shown.stand());
    }

    @Test
    void when_it_is_over_the_reply_says_so() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);
        desk.watch.sayEnding(alarm, HERON, Seen.VIDEO, "seen");
        desk.watch.sayEnding(alarm, WREN, Seen.FACE_TO_FACE, "seen");
        line.next(FINCHS);

        assertTrue(line.says(FINCHS, code));

        assertTrue(line.next(FINCHS).startsWith("Too late: it has been over since 15:00."));
    }

    @Test
    void when_it_was_over_on_another_day_the_reply_says_which() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);
        desk.watch.sayEnding(alarm, HERON, Seen.VIDEO, "seen");
        desk.watch.sayEnding(alarm, WREN, Seen.FACE_TO_FACE, "seen");
        line.next(FINCHS);
        desk.pass(Duration.ofDays(2));

        assertTrue(line.says(FINCHS, code));

        String said = line.next(FINCHS);
        assertTrue(said.startsWith("Too late: it has been over since 4 Feb 15:00."), said);
    }

    @Test
    void when_somebody_has_it_the_reply_says_who_and_since_when() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);
        desk.watch.acknowledge(alarm, HERON);

        line.says(FINCHS, code);

        assertTrue(line.next(FINCHS).endsWith("Heron has been on it since 15:00."));
    }

    @Test
    void two_who_share_a_number_are_told_apart_by_the_code() {
        line.number(HERON, FINCHS);
        desk.ladder(NightDesk.step(new Duty.OfPerson(FINCH), new Duty.OfPerson(HERON)));
        AlarmId alarm = desk.raise(WREN);
        desk.pass(Duration.ofMinutes(2));
        List<String> codes = line.codesOf(FINCHS, 2);

        line.says(FINCHS, codes.getLast());

        assertNotEquals(codes.getFirst(), codes.getLast());
        assertEquals(
                List.of(HERON),
                desk.watch.openAlarms().stream()
                        .filter(open -> open.id().equals(alarm))
                        .findFirst()
                        .orElseThrow()
                        .unconfirmed());
    }

    @Test
    void the_sentence_is_in_the_language_of_the_one_who_was_rung() {
        desk.team.speaks(FINCH, NightDesk.RU);
        desk.raise(WREN);

        String text = line.next(FINCHS);
        assertTrue(text.contains("Ответьте "), text);
        line.says(FINCHS, PhoneLine.codeIn(text));
        assertTrue(line.next(FINCHS).startsWith("Принято. До 15:15"));
    }

    @Test
    void the_code_stays_the_same_and_the_link_is_new_when_it_rings_again() {
        desk.raise(WREN);
        String first = line.next(FINCHS);
        desk.pass(Duration.ofMinutes(2));
        desk.pass(Duration.ofMinutes(2));
        String second = line.next(FINCHS);

        assertEquals(PhoneLine.codeIn(first), PhoneLine.codeIn(second));
        assertNotEquals(PhoneLine.token(first), PhoneLine.token(second));
        var shown = desk.watch.answering().look(PhoneLine.token(first));
        assertEquals(Answering.Stand.READY, shown.stand(), "the earlier one is good still");
    }

    @Test
    void what_stands_beside_a_code_of_an_alarm_that_is_over_stays_to_be_seen() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);
        desk.watch.sayEnding(alarm, HERON, Seen.VIDEO, "seen");
        desk.watch.sayEnding(alarm, WREN, Seen.FACE_TO_FACE, "seen");

        assertFalse(line.says(FINCHS, code + " they are at my door"));
        assertTrue(line.says(FINCHS, code));
    }

    @Test
    void what_stands_beside_a_code_after_five_wrong_ones_stays_to_be_seen() {
        desk.raise(WREN);
        String code = line.code(FINCHS);
        for (int i = 0; i < 5; i++) {
            line.says(FINCHS, PhoneLine.another(code, i));
        }

        assertFalse(line.says(FINCHS, code + " they are at my door"));
    }

    @Test
    void what_is_written_below_a_code_is_kept_with_it() {
        AlarmId alarm = desk.raise(WREN);
        String code = line.code(FINCHS);

        assertTrue(line.says(FINCHS, code + "\nthey are at my door\n> ROWAN, since 15:00"));

        assertTrue(
                desk.room(alarm).log().stream()
                        .anyMatch(said -> said.text().equals(Optional.of("they are at my door"))));
    }
}
