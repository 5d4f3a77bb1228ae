package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.HERON;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.PastTheDesk;

/// A note that somebody types for a long time, while things change around him.
class SomebodyTyping {
    private static final String TEXT = "At nine he called & said: <the blue door>";
    private static final String SHOWN =
            ">At nine he called &amp; said: &lt;the blue door&gt;</textarea>";

    private final Quay quay;

    SomebodyTyping(@TempDir Path directory) {
        quay = new Quay(directory);
    }

    @AfterEach
    void close() {
        quay.close();
    }

    @Test
    void whose_session_ended_meanwhile_gets_his_text_back_and_nothing_is_written() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        String core = quay.choice(tern, "Core");
        long before = entries();
        quay.team.clock.pass(CaseLimits.FILES_UNUSED);
        var back = quay.browser.post(tern + "/notes", "compartment", core, "text", TEXT);
        assertEquals(403, back.status());
        assertTrue(back.says(SHOWN), back.text());
        assertTrue(back.says("It is kept nowhere"));
        assertEquals(before, entries());
    }

    private long entries() {
        return PastTheDesk.count(quay.team.store, "entry");
    }

    @Test
    void who_was_taken_out_of_the_case_meanwhile_gets_his_text_back() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        String core = quay.choice(tern, "Core");
        quay.removed(quay.place(WREN), WREN, HERON);
        var back = quay.browser.post(tern + "/notes", "compartment", core, "text", TEXT);
        assertEquals(409, back.status());
        assertTrue(back.says("You no longer read in this case"));
        assertTrue(back.says(SHOWN), back.text());
        assertEquals(404, quay.browser.post(tern + "/notes", "compartment", core).status());
    }

    @Test
    void who_was_taken_out_of_that_compartment_meanwhile_keeps_his_text_in_the_form() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "legal", GULL);
        String core = quay.choice(tern, "Core");
        quay.removed(quay.place(ROOK), WREN, HERON);
        var back = quay.browser.post(tern + "/notes", "compartment", core, "text", TEXT);
        assertEquals(422, back.status());
        assertTrue(back.says("You no longer read in that compartment"), back.text());
        assertTrue(back.says(SHOWN), back.text());
        String legal = quay.choice(tern, "Legal");
        assertEquals(
                tern,
                quay.browser.post(tern + "/notes", "compartment", legal, "text", TEXT).location());
    }

    @Test
    void who_is_taken_out_while_his_page_is_made_is_shown_nothing_of_it() {
        quay.opened(WREN, "TERN", ROOK);
        try (var keys = Quay.keys(WREN);
                var reading = new Reading(quay.ledger, Quay.number(WREN), keys)) {
            var of = reading.cases(Long.MAX_VALUE).cases().getFirst();
            var sources = reading.sources(of);
            assertEquals(1, Timeline.before(sources, Long.MAX_VALUE, 9).lines().size());
            assertTrue(reading.reads(quay.place(WREN)));
            var place = quay.place(WREN);
            quay.removed(place, WREN, HERON);
            assertEquals(0, Timeline.before(sources, Long.MAX_VALUE, 9).lines().size());
            assertFalse(reading.reads(place));
        }
    }

    @Test
    void who_pasted_a_character_that_is_not_allowed_loses_nothing_else() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the first line\nthe blue\u202e\u0007 door");
        assertTrue(
                quay.browser.get(tern).says(">the first line\nthe blue door</p>"),
                quay.browser.get(tern).text());
    }

    @Test
    void who_wrote_too_much_keeps_it_and_is_told_how_much_fits() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        String much = "ж".repeat(CaseLimits.NOTE_CHARACTERS + 1);
        var back = quay.writes(WREN, tern, "Core", much);
        assertEquals(422, back.status());
        assertTrue(back.says("At most 50,000 characters fit"));
        assertTrue(back.says(much));
        String most = "ж".repeat(CaseLimits.NOTE_CHARACTERS);
        assertEquals(tern, quay.writes(WREN, tern, "Core", most).location());
        assertTrue(quay.browser.get(tern).says(most));
        assertEquals(422, quay.writes(WREN, tern, "Core", " ").status());
    }
}
