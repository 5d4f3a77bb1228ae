package org.watchword.desk.ledger.belonging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;

/// Heron and Rook read in a compartment, into which Gull adds from outside.
class SettlingOnPages extends FourBrowsers {
    private static final int NOTES = 3;
    private static final int MANY = 250;
    private static final What NOTE =
            What.of(new EntryType("note"), Octets.of(new byte[] {'h', 'i'}));

    private CaseCompartment core;

    SettlingOnPages(@TempDir Path directory) {
        super(directory);
        core = ledger.compartments().ofANewCase();
    }

    @BeforeEach
    void opened() {
        founded();
        gullIsIn();
        var rooks = Set.of(new AccountNumber(rook.value()));
        doing(
                "Heron",
                heron,
                keys ->
                        assertInstanceOf(
                                Appended.Stands.class,
                                ledger.compartments().open(core, rooks, keys)));
        doing(
                "Gull",
                gull,
                keys -> {
                    for (int i = 0; i < NOTES; i++) {
                        assertInstanceOf(
                                Written.Kept.class, ledger.additions().add(core, NOTE, keys));
                    }
                });
    }

    @Test
    void looking_changes_nothing_and_a_press_settles_what_came_from_outside() {
        assertTrue(as("Rook").says("0 of 3 done"));
        assertTrue(page().says("0 of 3 done"), "a page that is only looked at settles nothing");
        assertTrue(page().says("Reads in 1 compartment"));
        done(browser.post("/belonging/settle"));
        assertFalse(page().says("of 3 done"));
    }

    @Test
    void says_nothing_of_it_to_who_does_not_read_there() {
        assertFalse(as("Gull").says("of 3 done"));
        done(browser.post("/belonging/settle"));
        assertTrue(as("Rook").says("0 of 3 done"));
    }

    @Test
    void a_removal_shows_as_pending_until_a_member_moved_every_slot() {
        as("Rook");
        done(browser.post("/belonging/settle"));
        as("Heron");
        assertFalse(page().says("Re-key pending"));
        done(browser.post("/belonging/" + rook.value() + "/remove"));
        assertEquals(
                Set.of(new AccountNumber(heron.value())),
                now().compartment(core).orElseThrow().members());
        assertTrue(page().says("Re-key pending"));
        done(browser.post("/belonging/settle"));
        assertFalse(page().says("Re-key pending"));
        assertFalse(as("Rook").says("Re-key pending"));
    }

    private void manyCame() {
        doing(
                "Gull",
                gull,
                keys -> {
                    for (int i = 0; i < MANY; i++) {
                        assertInstanceOf(
                                Written.Kept.class, ledger.additions().add(core, NOTE, keys));
                    }
                });
    }

    @Test
    void what_is_too_much_for_a_press_a_job_does_while_the_page_leads_to_it() {
        manyCame();
        as("Rook");
        done(browser.post("/belonging/settle"));
        assertTrue(page().says("200 of 253 done"), page().text());
        assertTrue(page().says("A job does it"));
        assertFalse(page().says("/belonging/settle"));
        assertTrue(as("Heron").says("A job does it"), "it does the same for her");
        var _ = team.pace.round();
        assertTrue(browser.get("/jobs").says("Rook, since"));
        assertTrue(browser.get("/jobs").says("253 of 253 done"));
        var _ = team.pace.round();
        assertFalse(page().says("of 253 done"));
        as("Rook");
        assertTrue(browser.get("/jobs").says("everything is sealed anew"));
    }

    @Test
    void a_job_gets_no_further_than_its_owner_once_he_is_shut_out_or_removed() {
        manyCame();
        as("Rook");
        done(browser.post("/belonging/settle"));
        as("Heron");
        done(browser.post("/belonging/" + rook.value() + "/shut-out"));
        assertTrue(team.pace.round().isEmpty(), "its keys went with his sessions");
        assertTrue(page().says("200 of 253 done"));
        manyCame();
        as("Heron");
        done(browser.post("/belonging/settle"));
        assertTrue(page().says("A job does it"));
        done(browser.post("/belonging/" + rook.value() + "/remove"));
        var _ = team.pace.round();
        assertTrue(browser.get("/jobs").says("its key changed once more"));
        assertTrue(page().says("Re-key pending"));
    }

    @Test
    void a_press_asks_for_the_passphrase_when_it_was_given_long_ago() {
        as("Rook");
        team.clock.pass(Limits.FRESH);
        var asked = browser.post("/belonging/settle");
        assertEquals(403, asked.status());
        assertTrue(page().says("0 of 3 done"));
    }

    @Test
    void nobody_is_removed_who_reads_nowhere() {
        as("Heron");
        var refused = browser.post("/belonging/" + gull.value() + "/remove");
        assertEquals(409, refused.status());
        assertTrue(refused.says("no longer anything to do"));
    }
}
