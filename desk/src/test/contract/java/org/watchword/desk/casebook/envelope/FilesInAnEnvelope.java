package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.ADDRESS;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.FINCH;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.HERON;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.ROOK;
import static org.watchword.desk.casebook.envelope.EnvelopeDesk.SWIFT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.GlassEntry;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.slot.AccountKeys;

/// A photo and a paper in Alder's envelope, while no member of its compartment is there.
class FilesInAnEnvelope {
    private static final byte[] PHOTO = Drawn.jpeg();
    private static final byte[] PAPER = Drawn.pdf("May act for Ilya Invented.");

    @TempDir Path dir;

    private EnvelopeDesk desk;

    @BeforeEach
    void a_desk() {
        desk = EnvelopeDesk.founded(dir);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Envelope words(CodenameId who) {
        return new Envelope(who, "", ADDRESS, "", "");
    }

    private static Files files(byte[] photo, byte[] paper) {
        var files = new Files();
        files.put(Enclosed.PHOTO, photo.clone());
        files.put(Enclosed.PAPER, paper.clone());
        return files;
    }

    private void filledWithBoth(PersonId... holders) {
        desk.filled(words(desk.alder), files(PHOTO, PAPER), holders);
    }

    private static Openings.Came.Shown shown(Openings.Came came) {
        return assertInstanceOf(Openings.Came.Shown.class, came, came::toString);
    }

    private static void isHere(byte[] file, FileKind kind, Found found) {
        var here = assertInstanceOf(Found.Here.class, found, found::toString);
        assertEquals(kind, here.kind());
        assertArrayEquals(file, here.file().bytes());
    }

    private static void showsBoth(Openings.Came came) {
        isHere(PHOTO, FileKind.JPEG, shown(came).file(Enclosed.PHOTO));
        isHere(PAPER, FileKind.PDF, shown(came).file(Enclosed.PAPER));
    }

    private Openings.Came opened() {
        return desk.first(desk.alarm(desk.alder), HERON);
    }

    @Test
    void come_out_with_its_words_for_one_holder() {
        filledWithBoth(HERON, FINCH);
        showsBoth(opened());
        EnvelopeDesk.stays(Against.NOT_HELD, desk.first(desk.alarm(desk.alder), ROOK));
    }

    @Test
    void come_out_again_after_a_kill_between_the_commit_and_the_page() {
        filledWithBoth(HERON);
        var alarm = desk.alarm(desk.alder);
        showsBoth(desk.first(alarm, HERON));
        desk = desk.again(dir);
        showsBoth(desk.again(alarm, HERON));
        desk.team.clock.pass(Duration.ofMinutes(15));
        EnvelopeDesk.stays(Against.CHANGED, desk.again(alarm, HERON));
    }

    @Test
    void come_out_after_members_drew_new_halves() {
        filledWithBoth(HERON);
        showsBoth(opened());
        assertEquals(1, desk.count("glass_slot WHERE used = 1"));
        try (var keys = EnvelopeDesk.keys(SWIFT);
                var settling = desk.ledger.compartments().settling(desk.place, keys)) {
            var _ = settling.step();
        }
        assertEquals(0, desk.count("glass_slot WHERE used = 1"));
        showsBoth(opened());
    }

    @Test
    void are_the_largest_that_may_be() {
        byte[] paper = Drawn.pdf("x".repeat(2 * 1024 * 1024 - 24));
        assertEquals(2 * 1024 * 1024, paper.length);
        desk.filled(words(desk.alder), files(PHOTO, paper), HERON);
        isHere(paper, FileKind.PDF, shown(opened()).file(Enclosed.PAPER));
    }

    @Test
    void do_not_open_once_a_bit_of_one_was_turned_and_the_words_do() {
        filledWithBoth(HERON);
        desk.changes(
                "UPDATE enclosure SET sealed = CAST(substr(sealed, 1, 50) || x'00'"
                        + " || substr(sealed, 52) AS BLOB) WHERE number = 1");
        var shown = shown(opened());
        assertEquals(new Found.Spoilt(), shown.file(Enclosed.PHOTO));
        isHere(PAPER, FileKind.PDF, shown.file(Enclosed.PAPER));
        assertEquals(ADDRESS, shown.envelope().address());
    }

    @Test
    void do_not_open_in_each_others_place() {
        filledWithBoth(HERON);
        desk.changes("UPDATE enclosure SET number = 3 - number + 10");
        desk.changes("UPDATE enclosure SET number = number - 10");
        var shown = shown(opened());
        assertEquals(new Found.Spoilt(), shown.file(Enclosed.PHOTO));
        assertEquals(new Found.Spoilt(), shown.file(Enclosed.PAPER));
    }

    @Test
    void do_not_open_beside_another_envelope() {
        filledWithBoth(HERON);
        byte[] other = Drawn.png();
        desk.filled(words(desk.birch), files(other, PAPER), HERON);
        desk.changes(
                """
                UPDATE enclosure SET sealed =
                    (SELECT x.sealed FROM enclosure x
                     WHERE x.number = enclosure.number AND x.entry <> enclosure.entry)
                WHERE entry = (SELECT max(entry) FROM enclosure)\
                """);
        showsBoth(opened());
        var shown = shown(desk.first(desk.alarm(desk.birch), HERON));
        assertEquals(new Found.Spoilt(), shown.file(Enclosed.PHOTO));
    }

    @Test
    void that_were_taken_away_are_missed() {
        filledWithBoth(HERON);
        desk.changes("DELETE FROM enclosure WHERE number = 2");
        assertEquals(new Found.Spoilt(), shown(opened()).file(Enclosed.PAPER));
    }

    @Test
    void of_a_kind_that_no_envelope_takes_are_not_shown() {
        byte[] page = Drawn.text("<script>somebody's own program put this here</script>");
        desk.filled(words(desk.alder), files(PAPER, page), HERON);
        var shown = shown(opened());
        assertEquals(new Found.Spoilt(), shown.file(Enclosed.PHOTO));
        assertEquals(new Found.Spoilt(), shown.file(Enclosed.PAPER));
    }

    @Test
    void go_when_a_newer_envelope_takes_its_place() {
        filledWithBoth(HERON);
        var photo = new Files();
        photo.put(Enclosed.PHOTO, Drawn.png());
        desk.filled(words(desk.alder), photo, HERON);
        assertEquals(1, desk.count("enclosure"));
        var shown = shown(opened());
        isHere(Drawn.png(), FileKind.PNG, shown.file(Enclosed.PHOTO));
        assertEquals(new Found.None(), shown.file(Enclosed.PAPER));
    }

    @Test
    void go_when_a_member_erases_the_envelope() {
        filledWithBoth(HERON);
        GlassEntry lies =
                desk.team
                        .store
                        .read(handle ->
                                assertInstanceOf(
                                        Standing.Filled.class,
                                        desk.envelopes.filling().standing(handle, desk.alder)))
                        .entry();
        try (var keys = EnvelopeDesk.keys(ROOK);
                var open = entered(keys)) {
            assertInstanceOf(Written.Kept.class, open.erase(lies.entry()));
        }
        assertEquals(0, desk.count("enclosure"));
        EnvelopeDesk.stays(Against.NOT_HELD, opened());
    }

    private OpenCompartment entered(AccountKeys keys) {
        Entered entered = desk.ledger.compartments().enter(desk.place, keys);
        return assertInstanceOf(Entered.Open.class, entered).compartment();
    }

    @Test
    void go_with_a_codename_that_is_retired() {
        filledWithBoth(HERON);
        desk.changes("UPDATE codename SET retired_at = 1 WHERE id = " + desk.alder.value());
        var forgotten = new EnvelopesForgotten(desk.envelopes.filling());
        assertEquals(
                true,
                desk.team
                        .store
                        .writer()
                        .write(Lane.ORDINARY, turn -> forgotten.forget(turn, Instant.now())));
        assertEquals(0, desk.count("enclosure"));
    }

    @Test
    void of_an_envelope_that_cannot_be_filled_are_not_kept_and_the_older_stays_whole() {
        filledWithBoth(HERON);
        try (var keys = EnvelopeDesk.keys(SWIFT);
                var files = files(Drawn.png(), PAPER)) {
            Written came =
                    desk.envelopes
                            .filling()
                            .fill(
                                    words(desk.alder),
                                    files,
                                    desk.place,
                                    Set.of(new PersonId(99)),
                                    keys);
            assertInstanceOf(Written.Refused.class, came);
        }
        assertEquals(1, desk.count("entry"));
        assertEquals(2, desk.count("enclosure"));
        showsBoth(opened());
    }

    @Test
    void there_are_none_in_one_that_was_filled_before_there_were_any() {
        byte[] body =
                new CborWriter()
                        .array(6)
                        .number(1)
                        .number(desk.alder.value())
                        .text("")
                        .text(ADDRESS)
                        .text("")
                        .text("")
                        .written();
        try (var keys = EnvelopeDesk.keys(SWIFT);
                var open = entered(keys)) {
            var rows = new EnvelopeRows(desk.team.vault.fieldSeal());
            Written written =
                    desk.ledger
                            .glass()
                            .write(
                                    open,
                                    What.of(Envelope.TYPE, Octets.of(body)),
                                    Map.of(),
                                    Set.of(new AccountNumber(HERON.value())),
                                    (turn, entry) ->
                                            rows.put(
                                                    turn,
                                                    desk.alder,
                                                    new Lying(entry, EnvelopeDesk.START)));
            assertInstanceOf(Written.Kept.class, written);
        }
        var shown = shown(desk.first(desk.alarm(desk.alder), HERON));
        assertEquals(ADDRESS, shown.envelope().address());
        assertEquals(new Found.None(), shown.file(Enclosed.PHOTO));
    }
}
