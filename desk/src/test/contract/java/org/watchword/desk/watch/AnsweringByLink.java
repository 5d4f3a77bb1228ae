package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Answering.Stand;

/// The link in a message, as people and as programs use it that open whatever they find.
@Timeout(60)
class AnsweringByLink {
    private static final String FINCHS = "+999 555 0001";

    @TempDir Path dir;
    private NightDesk desk;
    private AlarmId alarm;
    private String token;
    private String digits;

    @BeforeEach
    void found() {
        desk = NightDesk.founded(dir);
        var line = new PhoneLine(desk);
        line.number(FINCH, FINCHS);
        alarm = desk.raise(WREN);
        String text = line.next(FINCHS);
        token = PhoneLine.token(text);
        digits = PhoneLine.digits(text);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Stand look() {
        return desk.watch.answering().look(token).stand();
    }

    private Stand answer(String typed) {
        return desk.watch.answering().answer(token, typed).stand();
    }

    private List<PersonId> unconfirmed() {
        return desk.room(alarm).head().unconfirmed();
    }

    private String another(int nth) {
        return String.format(Locale.ROOT, "%02d", (Integer.parseInt(digits) + 1 + nth) % 100);
    }

    @Test
    void looked_at_a_hundred_times_it_changes_nothing() {
        Alarm before = kept();
        for (int i = 0; i < 100; i++) {
            assertEquals(Stand.READY, look());
        }
        assertEquals(before, kept());
    }

    private Alarm kept() {
        return desk.team.store.read(handle -> new AlarmRows().load(handle, alarm)).orElseThrow();
    }

    @Test
    void counts_with_the_two_digits_of_its_message() {
        assertEquals(Stand.NOTED, answer(" " + digits + " "));

        assertEquals(List.of(FINCH), unconfirmed());
        assertFalse(desk.room(alarm).head().state() == OpenAlarm.State.HELD);
        assertEquals(Stand.NOTED, look());
        assertTrue(desk.log(alarm).contains(LogKind.UNPROVEN_LINK));
    }

    @Test
    void takes_the_digits_of_another_script() {
        String arabic =
                digits.chars()
                        .mapToObj(c -> String.valueOf((char) ('٠' + c - '0')))
                        .reduce("", String::concat);

        assertEquals(Stand.NOTED, answer(arabic));
    }

    @Test
    void an_empty_form_neither_counts_nor_spends_a_try() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Stand.NOT_DIGITS, answer(i % 2 == 0 ? "" : "submit"));
        }
        assertEquals(Stand.NOTED, answer(digits));
    }

    @Test
    void is_dead_after_five_wrong_digits_and_says_so() {
        for (int i = 0; i < 4; i++) {
            assertEquals(Stand.WRONG, answer(another(i)));
        }
        assertEquals(Stand.DEAD, answer(another(4)));
        assertEquals(Stand.DEAD, answer(digits));
        assertEquals(Stand.DEAD, look());
        assertEquals(List.of(), unconfirmed());
    }

    @Test
    void is_good_for_half_an_hour() {
        desk.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertEquals(Stand.READY, look());

        desk.pass(Duration.ofSeconds(1));

        assertEquals(Stand.EXPIRED, answer(digits));
        assertEquals(List.of(), unconfirmed());
    }

    @Test
    void says_that_it_is_over() {
        desk.watch.sayEnding(alarm, HERON, Seen.VIDEO, "seen");
        desk.watch.sayEnding(alarm, WREN, Seen.FACE_TO_FACE, "seen");

        assertEquals(Stand.OVER, answer(digits));
    }

    @Test
    void says_that_its_owner_is_on_it_already() {
        desk.watch.acknowledge(alarm, FINCH);

        assertEquals(Stand.ON_IT, answer(digits));
        assertEquals(Stand.ON_IT, look());
    }

    @Test
    void once_used_it_does_not_count_again_when_it_ran_out() {
        answer(digits);
        desk.pass(Duration.ofMinutes(16));

        assertEquals(Stand.USED, answer(digits), "rung again since");
        assertEquals(List.of(), unconfirmed());
    }

    @Test
    void an_unknown_one_and_no_link_at_all_look_the_same() {
        for (String other : List.of("x".repeat(22), "x", "../etc", "ё", token + "x")) {
            assertEquals(Answering.Shown.UNKNOWN, desk.watch.answering().look(other), other);
            assertEquals(
                    Answering.Shown.UNKNOWN, desk.watch.answering().answer(other, digits), other);
        }
    }

    @Test
    void nothing_of_it_lies_readable() {
        List<String> kept =
                desk.team.store.read(handle ->
                        handle.createQuery("SELECT * FROM answer_link").mapToMap().list().stream()
                                .flatMap(row -> row.values().stream())
                                .map(AnsweringByLink::asText)
                                .toList());
        assertTrue(kept.size() > 0);
        assertTrue(kept.stream().noneMatch(field -> field.contains(token)));
    }

    private static String asText(Object field) {
        return field instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : String.valueOf(field);
    }
}
