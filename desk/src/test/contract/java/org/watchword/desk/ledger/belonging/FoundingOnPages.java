package org.watchword.desk.ledger.belonging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.KnownKeys;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.membership.AccountNumber;

/// Two founders begin the list of who belongs.
class FoundingOnPages extends FourBrowsers {
    FoundingOnPages(@TempDir Path directory) {
        super(directory);
    }

    @Test
    void found_together_after_both_compared_and_see_the_fingerprint_that_both_write_down() {
        assertTrue(as("Heron").says("Has not opened case files yet"));
        var rooksPage = as("Rook");
        String rooksWords = found(WORDS, new Page(200, after(rooksPage, "id=\"own\""), ""));
        var heronSees = as("Heron");
        assertTrue(heronSees.says(rooksWords), "what Rook reads out stands on Heron's page");
        var none = browser.post("/belonging/found");
        assertEquals(422, none.status());
        assertTrue(none.says("Tick at least one founder"));
        done(browser.post("/belonging/found", "compared", found(TICK, heronSees)));
        assertTrue(page().says("The others sign on their own devices"));
        var rookSees = as("Rook");
        String seen = found(SEEN, rookSees);
        var careless = browser.post("/belonging/found/sign", "seen", seen);
        assertEquals(422, careless.status());
        assertInstanceOf(ChainStanding.NotFounded.class, ledger.standing());
        done(browser.post("/belonging/found/sign", "seen", seen, "compared", "yes"));
        assertEquals(seen, now().fingerprint().octets().hex());
        assertTrue(page().says("Nobody has it on paper yet"));
        done(browser.post("/belonging/paper", "seen", seen));
        assertTrue(page().says("One person has it on paper"));
        as("Heron");
        done(browser.post("/belonging/paper", "seen", seen));
        assertTrue(page().says("2 people have it on paper"));
        signsTheHalf(page());
        assertTrue(now().deskKey().isPresent());
    }

    @Test
    void sign_nothing_that_changed_since_they_compared() {
        as("Rook");
        var heronSees = as("Heron");
        String tick = found(TICK, heronSees);
        swap(rook, gull);
        var refused = browser.post("/belonging/found", "compared", tick);
        assertEquals(409, refused.status());
        assertTrue(refused.says("has changed since you compared"));
        assertTrue(as("Rook").says("Another key lies in the database under your name"));
        done(browser.post("/belonging/own-key"));
        assertFalse(page().says("Another key lies in the database"));
        as("Heron");
        done(browser.post("/belonging/found", "compared", tick));
    }

    /// Somebody who has the watch key writes another's keys into a row.
    private void swap(PersonId of, PersonId other) {
        as("Gull");
        var row = team.store.read(ledger.knownKeys()::all).get(new AccountNumber(other.value()));
        var theirs = assertInstanceOf(KnownKeys.Known.Here.class, row);
        ledger.knownKeys().replace(new AccountNumber(of.value()), theirs.keys());
        as("Heron");
    }

    @Test
    void put_away_what_one_of_them_finds_wrong() {
        as("Rook");
        done(browser.post("/belonging/found", "compared", found(TICK, as("Heron"))));
        String seen = found(SEEN, as("Rook"));
        done(browser.post("/belonging/found/put-away", "seen", seen));
        var late = browser.post("/belonging/found/sign", "seen", seen, "compared", "yes");
        assertEquals(409, late.status());
        assertTrue(late.says("What you saw is there no longer"));
        assertTrue(page().says("Begin the list"));
    }

    @Test
    void an_officer_founds_nothing() {
        as("Rook");
        String tick = found(TICK, as("Heron"));
        var gulls = as("Gull");
        assertFalse(gulls.says("/belonging/found"));
        var refused = browser.post("/belonging/found", "compared", tick);
        assertEquals(409, refused.status());
    }

    @Test
    void ask_for_the_passphrase_once_more_before_anything_is_signed() {
        as("Rook");
        String tick = found(TICK, as("Heron"));
        team.clock.pass(Limits.FRESH);
        var stale = browser.post("/belonging/found", "compared", tick);
        assertEquals(403, stale.status());
        assertInstanceOf(ChainStanding.NotFounded.class, ledger.standing());
        assertEquals(
                0L,
                (long)
                        team.store
                                .writer()
                                .write(
                                        Lane.ORDINARY,
                                        turn ->
                                                turn.handle()
                                                        .createQuery(
                                                                "SELECT count(*) FROM"
                                                                        + " founding_statement")
                                                        .mapTo(Long.class)
                                                        .one()));
    }
}
