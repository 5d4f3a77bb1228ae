package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.ADDRESS;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.FINCH;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.HERON;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.LARK;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.REASON;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.ROOK;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.shows;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.stays;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.casebook.envelope.OpeningRows.InAlarm;
import org.watchword.desk.store.Writer.Lane;

/// Alder's envelope, which Heron and Finch hold, while no member of its compartment is there.
class AnEnvelopeInAnAlarm {
    private static final Duration A_WHILE = Duration.ofMinutes(14);

    @TempDir Path dir;

    private EnvelopeDesk desk;
    private InAlarm alarm;

    @BeforeEach
    void an_alarm() {
        desk = EnvelopeDesk.founded(dir);
        desk.filled(ADDRESS, HERON, FINCH);
        alarm = desk.alarm(desk.alder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Openings openings() {
        return desk.envelopes.openings();
    }

    private List<Opening> kept() {
        return desk.team.store.read(handle -> openings().of(handle, alarm));
    }

    @Test
    void opens_for_one_holder_by_a_reason_that_is_kept_and_told() {
        shows(desk.first(alarm, HERON));
        assertEquals(List.of("envelope.told.opened"), desk.told());
        assertEquals(1, kept().size());
        assertEquals(HERON, kept().getFirst().by());
        assertEquals(REASON, kept().getFirst().reason());
        // The envelope, and that it was opened.
        assertEquals(2, desk.count("entry"));
    }

    @Test
    void is_shown_to_him_again_for_a_quarter_of_an_hour_and_not_after() {
        shows(desk.first(alarm, HERON));
        desk.team.clock.pass(A_WHILE);
        shows(desk.again(alarm, HERON));
        assertEquals(1, desk.count("envelope_opening WHERE shown = 2"));
        assertEquals(List.of("envelope.told.opened"), desk.told());
        desk.team.clock.pass(Duration.ofMinutes(1));
        assertInstanceOf(Step.Ask.class, desk.step(alarm, HERON));
        stays(Against.CHANGED, desk.again(alarm, HERON));
        stays(Against.SECOND_NEEDED, desk.first(alarm, HERON));
    }

    @Test
    void opens_again_after_a_kill_between_the_commit_and_the_page() {
        // What came of it is lost with the process.
        shows(desk.first(alarm, HERON));
        desk = desk.again(dir);
        assertInstanceOf(Step.Again.class, desk.step(alarm, HERON));
        shows(desk.again(alarm, HERON));
        assertEquals(1, kept().size());
    }

    @Test
    void stays_shut_for_a_second_holder_until_a_second_person_agrees() {
        shows(desk.first(alarm, HERON));
        stays(Against.SECOND_NEEDED, desk.first(alarm, FINCH));
        assertEquals(Optional.empty(), openings().ask(alarm, FINCH, "Heron's phone is dead."));
        assertInstanceOf(Step.Waits.class, desk.step(alarm, FINCH));
        stays(Against.CHANGED, desk.again(alarm, FINCH));
        long asked = kept().getLast().id();
        assertEquals(Optional.of(Against.OWN), openings().agree(alarm, asked, FINCH));
        assertEquals(Optional.empty(), openings().agree(alarm, asked, LARK));
        assertEquals(Optional.of(Against.NOTHING_ASKED), openings().agree(alarm, asked, ROOK));
        shows(desk.again(alarm, FINCH));
        assertEquals(
                List.of(
                        "envelope.told.opened",
                        "envelope.told.agreed",
                        "envelope.told.asked",
                        "envelope.told.opened"),
                desk.told());
        shows(desk.again(alarm, FINCH));
    }

    @Test
    void a_second_persons_word_lapses() {
        shows(desk.first(alarm, HERON));
        assertEquals(Optional.empty(), openings().ask(alarm, FINCH, "Heron's phone is dead."));
        assertEquals(Optional.empty(), openings().agree(alarm, kept().getLast().id(), ROOK));
        desk.team.clock.pass(Duration.ofMinutes(15));
        stays(Against.CHANGED, desk.again(alarm, FINCH));
        assertInstanceOf(Step.Ask.class, desk.step(alarm, FINCH));
    }

    @Test
    void opens_for_one_of_two_who_press_at_once() throws Exception {
        List<Openings.Came> came = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Openings.Came>> presses =
                    List.of(() -> desk.first(alarm, HERON), () -> desk.first(alarm, FINCH));
            for (var one : both.invokeAll(presses)) {
                came.add(one.get());
            }
        }
        assertEquals(1, came.stream().filter(Openings.Came.Shown.class::isInstance).count());
        assertTrue(came.contains(new Openings.Came.Not(Against.SECOND_NEEDED)), came::toString);
        assertEquals(1, desk.count("envelope_opening"));
    }

    @Test
    void stays_shut_without_an_alarm_and_in_one_about_somebody_else() {
        desk.over(alarm);
        stays(Against.NO_ALARM, desk.first(alarm, HERON));
        InAlarm other = desk.alarm(desk.birch);
        stays(Against.NO_ALARM, desk.first(new InAlarm(other.alarm(), desk.alder), HERON));
        stays(Against.NO_ENVELOPE, desk.first(other, HERON));
        assertEquals(0, desk.count("envelope_opening"));
        assertEquals(1, desk.count("entry"));
    }

    @Test
    void is_shut_with_the_end_of_the_alarm() {
        shows(desk.first(alarm, HERON));
        desk.over(alarm);
        stays(Against.NO_ALARM, desk.again(alarm, HERON));
    }

    @Test
    void opens_by_a_reason_alone_in_the_next_alarm() {
        shows(desk.first(alarm, HERON));
        desk.over(alarm);
        alarm = desk.alarm(desk.alder);
        shows(desk.first(alarm, FINCH));
    }

    @Test
    void whoever_is_not_among_its_holders_has_no_access_nor_with_anothers_keys() {
        stays(Against.NOT_HELD, desk.first(alarm, LARK));
        stays(Against.NOT_HELD, desk.first(alarm, ROOK));
        try (var herons = EnvelopeDesk.keys(HERON)) {
            stays(Against.NOT_HELD, openings().first(alarm, LARK, REASON, herons));
        }
        assertEquals(Optional.of(Against.NOT_HELD), openings().ask(alarm, LARK, REASON));
        assertEquals(0, desk.count("envelope_opening"));
    }

    @Test
    void a_holder_who_was_shut_out_has_no_access() {
        EnvelopeDesk.stands(desk.ledger.members().shutOut(EnvelopeDesk.account(HERON)));
        stays(Against.NOT_HELD, desk.first(alarm, HERON));
        shows(desk.first(alarm, FINCH));
    }

    @Test
    void a_newer_one_takes_its_place_with_its_own_holders() {
        desk.filled("Another street 1", FINCH);
        assertEquals(1, desk.count("glass_slot"));
        stays(Against.NOT_HELD, desk.first(alarm, HERON));
        var shown = assertInstanceOf(Openings.Came.Shown.class, desk.first(alarm, FINCH));
        assertEquals("Another street 1", shown.envelope().address());
    }

    @Test
    void a_row_that_somebody_changed_opens_nothing_and_says_so() {
        desk.changes("UPDATE envelope SET lies = zeroblob(length(lies))");
        stays(Against.SPOILT, desk.first(alarm, HERON));
        assertEquals(Optional.of(Against.SPOILT), openings().next(alarm, HERON).against());
    }

    @Test
    void one_of_another_codename_in_its_place_is_not_shown() {
        var rows = new EnvelopeRows(desk.team.vault.fieldSeal());
        InAlarm other = desk.alarm(desk.birch);
        desk.team
                .store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            Lying alders = rows.find(turn.handle(), desk.alder).orElseThrow();
                            rows.put(turn, desk.birch, alders);
                            return alders;
                        });
        stays(Against.SPOILT, desk.first(other, HERON));
    }

    @Test
    void is_shut_after_a_restore() {
        shows(desk.first(alarm, HERON));
        desk.team
                .store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            desk.envelopes.startAfresh(turn);
                            return 0;
                        });
        stays(Against.CHANGED, desk.again(alarm, HERON));
        stays(Against.SECOND_NEEDED, desk.first(alarm, HERON));
    }

    @Test
    void asking_for_it_has_an_end() {
        shows(desk.first(alarm, HERON));
        desk.changes(
                """
                WITH RECURSIVE n(x) AS (SELECT 100 UNION ALL SELECT x + 1 FROM n WHERE x < 160)
                INSERT INTO envelope_opening (id, alarm_id, codename_id, person_id, asked_at)
                SELECT x, %d, %d, 2, 0 FROM n\
                """
                        .formatted(alarm.alarm().value(), desk.alder.value()));
        assertEquals(Optional.of(Against.TOO_MANY), openings().ask(alarm, FINCH, REASON));
    }
}
