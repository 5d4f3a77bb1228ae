package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Turn;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryFailure;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.SlotFailure;

/// An entry that a holder opens together with the desk: Gull, who does not read in the compartment.
class BehindGlass {
    private static final String TEXT = "Mill Lane 7, second floor";
    private static final long ALARM = 12;

    @TempDir Path dir;

    /// Says why, and counts how often it was kept.
    private static class Reason implements GlassReason<String> {
        private int kept;

        @Override
        public long occasion() {
            return ALARM;
        }

        @Override
        public String words() {
            return "nobody answers";
        }

        @Override
        public Optional<String> kept(Turn turn, AccountNumber holder) {
            kept++;
            return Optional.empty();
        }
    }

    private static final class Never extends Reason {
        @Override
        public Optional<String> kept(Turn turn, AccountNumber holder) {
            return Optional.of("no alarm");
        }
    }

    private static GlassEntry lies(Circle circle, AccountNumber... holders) {
        return new GlassEntry(circle.core, Circle.kept(written(circle, holders)));
    }

    private static Written written(Circle circle, AccountNumber... holders) {
        try (var open = circle.entered(circle.wren)) {
            return written(circle, open, holders);
        }
    }

    private static Written written(Circle circle, OpenCompartment open, AccountNumber... holders) {
        return circle.ledger
                .glass()
                .write(open, Circle.note(TEXT), Map.of(), Set.of(holders), (_, _) -> {});
    }

    private static void drawnAnew(Circle circle) {
        circle.tampers("UPDATE glass_slot SET used = 1");
        circle.settled(circle.rook);
        assertEquals(0, used(circle));
    }

    private static GlassCame<String> open(Circle circle, GlassEntry entry, AccountKeys by) {
        return circle.ledger.glass().open(entry, by, new Reason());
    }

    private static void opens(Circle circle, GlassEntry entry, AccountKeys by) {
        GlassCame<String> came = open(circle, entry, by);
        Entry opened = assertInstanceOf(GlassCame.Opened.class, came, came::toString).entry();
        assertEquals(TEXT, new String(opened.body().bytes(), StandardCharsets.UTF_8));
    }

    private static void spoilt(Flaw flaw, GlassCame<String> came) {
        assertEquals(new GlassCame.Spoilt<String>(flaw), came);
    }

    private static byte[] half(Circle circle, String column) {
        return circle.store.read(handle ->
                handle.createQuery("SELECT " + column + " FROM glass_slot")
                        .mapTo(byte[].class)
                        .one());
    }

    private static long used(Circle circle) {
        return circle.count("glass_slot WHERE used = 1");
    }

    /// What the desk wrote of it, as Wren reads it.
    private static List<ReadEntry.Whole> said(Circle circle) {
        return circle.read(circle.wren).stream()
                .map(ReadEntry.Whole.class::cast)
                .filter(one -> one.by().equals(new WrittenBy.Desk(Unattended.GLASS_USED)))
                .toList();
    }

    @Test
    void opens_for_its_holder_with_no_member_there_and_after_a_start_as_well() {
        var circle = Circle.whole(dir);
        GlassEntry entry = lies(circle, circle.gullsNumber);
        opens(circle, entry, circle.gull);
        try (var again = circle.again(dir)) {
            opens(again, entry, again.gull);
        }
    }

    @Test
    void who_opened_it_for_what_and_why_stands_in_the_compartment() throws Exception {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            opens(circle, entry, circle.gull);
            List<ReadEntry.Whole> said = said(circle);
            assertEquals(1, said.size());
            var body = new CborReader(said.getFirst().entry().body().bytes());
            body.array(5, 5);
            assertEquals(1, body.number(1));
            assertEquals(entry.entry().octets(), Octets.of(body.bytes(16, 16)));
            assertEquals(circle.gullsNumber.number(), body.number(1_000));
            assertEquals(ALARM, body.number(1_000));
            assertEquals("nobody answers", body.text(1_000));
        }
    }

    @Test
    void nothing_comes_out_where_something_stands_against_it() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            assertEquals(
                    new GlassCame.Unsaid<>("no alarm"),
                    circle.ledger.glass().open(entry, circle.gull, new Never()));
            assertEquals(List.of(), said(circle));
            assertEquals(0, used(circle));
        }
    }

    @Test
    void nothing_comes_out_when_the_reason_cannot_be_kept() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            var fails =
                    new Reason() {
                        @Override
                        public Optional<String> kept(Turn turn, AccountNumber holder) {
                            throw new IllegalStateException("the disk");
                        }
                    };
            assertThrows(
                    IllegalStateException.class,
                    () -> circle.ledger.glass().open(entry, circle.gull, fails));
            assertEquals(List.of(), said(circle));
            assertEquals(0, used(circle));
        }
    }

    @Test
    void whoever_holds_nothing_opens_nothing_and_is_asked_for_no_reason() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            var reason = new Reason();
            assertEquals(
                    new GlassCame.NotAHolder<String>(),
                    circle.ledger.glass().open(entry, circle.heron, reason));
            assertEquals(
                    new GlassCame.Shut<String>(ShutOut.NOT_IN_FORCE),
                    circle.ledger.glass().open(entry, Circle.keys(9), reason));
            assertEquals(0, reason.kept);
        }
    }

    @Test
    void whoever_is_shut_out_holds_nothing_from_then_on() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber, circle.heronsNumber);
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            assertEquals(1, circle.count("glass_slot"));
            assertEquals(
                    new GlassCame.Shut<String>(ShutOut.NOT_IN_FORCE),
                    open(circle, entry, circle.gull));
            circle.says(new Statement.Lifted(circle.gullsNumber), circle.heron, circle.rook);
            assertEquals(new GlassCame.NotAHolder<String>(), open(circle, entry, circle.gull));
            opens(circle, entry, circle.heron);
        }
    }

    @Test
    void whoever_is_shut_out_in_the_midst_of_it_gets_nothing() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            circle.random.next(() -> circle.ledger.members().shutOut(circle.gullsNumber));
            assertEquals(
                    new GlassCame.Shut<String>(ShutOut.NOT_IN_FORCE),
                    open(circle, entry, circle.gull));
            assertEquals(List.of(), said(circle));
        }
    }

    @Test
    void a_member_who_is_removed_holds_nothing_there_any_more() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.rooksNumber, circle.gullsNumber);
            opens(circle, entry, circle.rook);
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.rooksNumber, circle.heron));
            assertEquals(new GlassCame.NotAHolder<String>(), open(circle, entry, circle.rook));
            opens(circle, entry, circle.gull);
        }
    }

    @Test
    void an_account_that_begins_anew_holds_nothing() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            circle.says(new Statement.MadeAnew(circle.gullsNumber), circle.heron, circle.rook);
            assertEquals(0, circle.count("glass_slot"));
            AccountKeys anew = Circle.keys(8);
            var shown = Circle.publicKeys(anew);
            circle.says(new Statement.Accepted(circle.gullsNumber, shown), anew);
            circle.says(new Statement.Confirmed(circle.gullsNumber, shown), circle.rook);
            assertEquals(new GlassCame.NotAHolder<String>(), open(circle, entry, anew));
        }
    }

    @Test
    void a_changed_byte_in_his_half_costs_no_reason() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            flip(circle, "holders");
            var reason = new Reason();
            spoilt(
                    new Flaw.OfSlot(SlotFailure.NOT_FOR_THIS_KEY),
                    circle.ledger.glass().open(entry, circle.gull, reason));
            assertEquals(0, reason.kept);
        }
    }

    @Test
    void a_changed_byte_in_the_desks_half_opens_nothing() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            flip(circle, "desks");
            spoilt(new Flaw.OfSlot(SlotFailure.NOT_FOR_THIS_KEY), open(circle, entry, circle.gull));
            assertEquals(1, said(circle).size());
        }
    }

    @Test
    void a_changed_byte_in_the_entry_opens_nothing() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            byte[] sealed =
                    circle.store.read(handle ->
                            handle.createQuery("SELECT sealed FROM entry")
                                    .mapTo(byte[].class)
                                    .one());
            sealed[sealed.length - 20] ^= 1;
            keeps(circle, "UPDATE entry SET sealed = ?", sealed);
            spoilt(
                    new Flaw.OfEntry(EntryFailure.CIPHERTEXT_CHANGED),
                    open(circle, entry, circle.gull));
        }
    }

    private static void flip(Circle circle, String column) {
        byte[] stored = half(circle, column);
        stored[stored.length - 1] ^= 1;
        keeps(circle, "UPDATE glass_slot SET " + column + " = ?", stored);
    }

    private static void keeps(Circle circle, String sql, byte[] bytes) {
        int _ = PastTheDesk.execute(circle.store, sql, bytes);
    }

    @Test
    void halves_of_two_holders_are_not_to_be_swapped() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber, circle.heronsNumber);
            swapped(circle, "desks");
            var not = new Flaw.OfSlot(SlotFailure.NOT_FOR_THIS_KEY);
            spoilt(not, open(circle, entry, circle.gull));
            swapped(circle, "holders");
            spoilt(not, open(circle, entry, circle.heron));
        }
    }

    private static void swapped(Circle circle, String column) {
        List<byte[]> both =
                circle.store.read(handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + column
                                                + " FROM glass_slot ORDER BY holder_hash")
                                .mapTo(byte[].class)
                                .list());
        String first = "(SELECT min(holder_hash) FROM glass_slot)";
        String sets = "UPDATE glass_slot SET " + column + " = ? WHERE holder_hash ";
        keeps(circle, sets + "= " + first, both.getLast());
        keeps(circle, sets + "<> " + first, both.getFirst());
    }

    @Test
    void each_half_alone_opens_nothing() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            byte[] desks = half(circle, "desks");
            var none = new Flaw.OfSlot(SlotFailure.OTHER_VERSION);
            circle.tampers("UPDATE glass_slot SET desks = x''");
            spoilt(none, open(circle, entry, circle.gull));
            keeps(circle, "UPDATE glass_slot SET holders = x'', desks = ?", desks);
            spoilt(none, open(circle, entry, circle.gull));
        }
    }

    @Test
    void halves_kept_from_before_are_worth_nothing_beside_new_ones() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            byte[] before = half(circle, "holders");
            drawnAnew(circle);
            keeps(circle, "UPDATE glass_slot SET holders = ?", before);
            spoilt(new Flaw.OfSlot(SlotFailure.HOLDS_ANOTHER), open(circle, entry, circle.gull));
        }
    }

    @Test
    void new_halves_are_due_after_a_use_and_a_members_sign_in_draws_them() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            circle.settled(circle.rook);
            byte[] first = half(circle, "desks");
            opens(circle, entry, circle.gull);
            assertEquals(1, used(circle));
            circle.settled(circle.rook);
            assertEquals(0, used(circle));
            assertNotEquals(Octets.of(first), Octets.of(half(circle, "desks")));
            opens(circle, entry, circle.gull);
        }
    }

    @Test
    void halves_that_are_drawn_anew_meanwhile_open_all_the_same() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            circle.random.next(() -> drawnAnew(circle));
            var reason = new Reason();
            GlassCame<String> came = circle.ledger.glass().open(entry, circle.gull, reason);
            assertInstanceOf(GlassCame.Opened.class, came, came::toString);
            assertEquals(1, reason.kept);
        }
    }

    @Test
    void halves_that_are_taken_meanwhile_open_nothing_and_cost_no_reason() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            circle.random.next(() -> circle.tampers("DELETE FROM glass_slot"));
            var reason = new Reason();
            assertEquals(
                    new GlassCame.NotAHolder<String>(),
                    circle.ledger.glass().open(entry, circle.gull, reason));
            assertEquals(0, reason.kept);
        }
    }

    @Test
    void only_those_who_were_named_hold_it() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.heronsNumber, circle.wrensNumber);
            assertEquals(
                    Set.of(circle.heronsNumber, circle.wrensNumber),
                    circle.store.read(handle -> circle.ledger.glass().holders(handle, entry)));
            assertEquals(new GlassCame.NotAHolder<String>(), open(circle, entry, circle.gull));
        }
    }

    @Test
    void an_erased_entry_opens_for_no_holder() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            try (var open = circle.entered(circle.rook)) {
                Circle.kept(open.erase(entry.entry()));
            }
            assertEquals(0, circle.count("glass_slot"));
            assertEquals(new GlassCame.NotAHolder<String>(), open(circle, entry, circle.gull));
        }
    }

    @Test
    void nobody_writes_it_who_ceased_to_read_there_nor_for_somebody_not_in_force() {
        try (var circle = Circle.whole(dir)) {
            assertEquals(
                    new Written.Refused(NotWritten.NO_HOLDER),
                    written(circle, circle.gullsNumber, new AccountNumber(77)));
            try (var open = circle.entered(circle.rook)) {
                Circle.stands(
                        circle.ledger
                                .compartments()
                                .remove(circle.core, circle.rooksNumber, circle.heron));
                assertEquals(
                        new Written.Shut(ShutOut.NOT_A_MEMBER),
                        written(circle, open, circle.rooksNumber));
            }
            nothingIsKept(circle);
        }
    }

    private static void nothingIsKept(Circle circle) {
        assertEquals(0, circle.count("glass_slot"));
        assertEquals(0, circle.count("entry"));
        assertEquals(0, circle.count("enclosure"));
    }

    @Test
    void nothing_lies_behind_glass_before_the_desk_could_say_that_it_was_opened() {
        try (var circle = new Circle(dir).founded().grown()) {
            assertEquals(
                    new Written.Refused(NotWritten.DESK_NOT_NAMED),
                    written(circle, circle.gullsNumber));
            nothingIsKept(circle);
        }
    }

    @Test
    void it_and_its_files_are_kept_with_what_is_to_stand_with_it_or_not_at_all() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            var file = Map.of(1, circle.ledger.enclosures().seal(new byte[9]).bytes());
            var gull = Set.of(circle.gullsNumber);
            BiConsumer<Turn, GlassEntry> fails =
                    (_, _) -> {
                        throw new IllegalStateException("killed");
                    };
            assertThrows(
                    IllegalStateException.class,
                    () -> circle.ledger.glass().write(open, Circle.note(TEXT), file, gull, fails));
            nothingIsKept(circle);
        }
    }

    @Test
    void a_holder_who_begins_anew_while_it_is_written_cannot_be_one() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            circle.random.next(() ->
                    circle.says(
                            new Statement.MadeAnew(circle.gullsNumber), circle.heron, circle.rook));
            assertEquals(
                    new Written.Refused(NotWritten.NO_HOLDER),
                    written(circle, open, circle.gullsNumber));
            nothingIsKept(circle);
        }
    }

    @Test
    void it_opens_in_a_later_epoch_too() {
        try (var circle = Circle.whole(dir)) {
            GlassEntry entry = lies(circle, circle.gullsNumber);
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.rooksNumber, circle.heron));
            circle.settled(circle.wren);
            opens(circle, entry, circle.gull);
        }
    }
}
