package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.ADDRESS;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.FINCH;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.HERON;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.LARK;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.ROOK;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.SWIFT;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.shows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.ledger.NotWritten;
import org.watchword.desk.ledger.ShutOut;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Codename;

/// Who fills envelopes, who reads them, what `check` finds, and what goes with time.
class EnvelopesOfATeam {
    @TempDir Path dir;

    private EnvelopeDesk desk;

    @BeforeEach
    void founded() {
        desk = EnvelopeDesk.founded(dir);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Optional<String> addressFor(PersonId reader) {
        try (var keys = EnvelopeDesk.keys(reader)) {
            return desk.envelopes.filling().present(desk.alder, keys).map(Envelope::address);
        }
    }

    private Written fills(PersonId by, PersonId holder) {
        var says = new Envelope(desk.alder, "", ADDRESS, "", "");
        try (var keys = EnvelopeDesk.keys(by)) {
            return desk.envelopes
                    .filling()
                    .fill(says, new Files(), desk.place, Set.of(holder), keys);
        }
    }

    private List<String> findings() {
        return desk.team.store.read(desk.envelopes::lines).stream()
                .map(line -> line.says().key())
                .toList();
    }

    @Test
    void members_of_its_compartment_read_it_and_others_do_not() {
        desk.filled(ADDRESS, HERON);
        assertEquals(Optional.of(ADDRESS), addressFor(SWIFT));
        assertEquals(Optional.of(ADDRESS), addressFor(ROOK));
        assertEquals(Optional.empty(), addressFor(HERON));
        assertEquals(Optional.empty(), addressFor(LARK));
    }

    @Test
    void only_who_reads_in_a_compartment_fills_one_there() {
        assertEquals(new Written.Shut(ShutOut.NOT_A_MEMBER), fills(HERON, HERON));
        assertEquals(new Written.Refused(NotWritten.NO_HOLDER), fills(SWIFT, new PersonId(99)));
        assertEquals(0, desk.count("envelope"));
    }

    @Test
    void one_that_cannot_be_filled_leaves_the_older_as_it_is() {
        desk.filled(ADDRESS, HERON);
        assertEquals(new Written.Refused(NotWritten.NO_HOLDER), fills(SWIFT, new PersonId(99)));
        shows(desk.first(desk.alarm(desk.alder), HERON));
    }

    @Test
    void check_finds_a_watched_codename_whose_ladder_has_no_holder_and_opens_nothing() {
        assertEquals(List.of("envelope.check.none"), findings());
        desk.filled(ADDRESS, ROOK);
        assertEquals(List.of("envelope.check.not-held"), findings());
        desk.filled(ADDRESS, HERON);
        assertEquals(List.of("envelope.check.held"), findings());
        // Finch is rung as whoever holds the role.
        desk.filled(ADDRESS, FINCH);
        assertEquals(List.of("envelope.check.held"), findings());
        EnvelopeDesk.stands(desk.ledger.members().shutOut(EnvelopeDesk.account(FINCH)));
        assertEquals(List.of("envelope.check.not-held"), findings());
        desk.changes("UPDATE envelope SET lies = x'00'");
        assertEquals(List.of("envelope.check.unreadable"), findings());
    }

    @Test
    void why_one_was_opened_is_forgotten_with_the_words_of_its_alarm() {
        desk.filled(ADDRESS, HERON);
        var alarm = desk.alarm(desk.alder);
        shows(desk.first(alarm, HERON));
        forget("envelope-reasons");
        assertEquals(1, desk.count("envelope_opening WHERE reason IS NOT NULL"));
        desk.over(alarm);
        assertTrue(oldest("envelope-reasons").isPresent());
        forget("envelope-reasons");
        assertEquals(0, desk.count("envelope_opening WHERE reason IS NOT NULL"));
        assertEquals(1, desk.count("envelope_opening"));
        assertEquals(Optional.empty(), oldest("envelope-reasons"));
    }

    @Test
    void nobody_holds_one_of_a_codename_that_was_retired() {
        desk.filled(ADDRESS, HERON);
        forget("envelopes");
        assertEquals(1, desk.count("glass_slot"));
        var retired = desk.watch.ladders().retireCodename(desk.birch);
        assertEquals(new Codename.Done(desk.birch), retired);
        forget("envelopes");
        assertEquals(1, desk.count("glass_slot"));
        desk.changes("UPDATE codename SET retired_at = 1 WHERE id = " + desk.alder.value());
        assertTrue(oldest("envelopes").isPresent());
        forget("envelopes");
        assertEquals(0, desk.count("glass_slot"));
        assertEquals(0, desk.count("envelope"));
    }

    private Forgetful kind(String kind) {
        return desk.envelopes.forgets().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Instant> oldest(String kind) {
        return desk.team.store.read(kind(kind)::oldest);
    }

    private void forget(String kind) {
        var later = desk.team.clock.instant().plusSeconds(1);
        while (desk.team
                .store
                .writer()
                .write(Lane.ORDINARY, turn -> kind(kind).forget(turn, later))) {
            // until nothing is left
        }
    }
}
