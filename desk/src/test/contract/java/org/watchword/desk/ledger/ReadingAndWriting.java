package org.watchword.desk.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.SealedNeedles;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryFailure;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.entry.Head;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.InboundSlot;
import org.watchword.formats.slot.SlotFailure;

/// Entries of a compartment, written and read by members, added by others.
class ReadingAndWriting {
    @TempDir Path dir;

    @Test
    void what_a_member_wrote_every_member_reads_after_a_start_too() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "the road by the river");
            circle.wrote(circle.rook, "the second house");
            try (var again = circle.again(dir)) {
                List<String> both = List.of("the road by the river", "the second house");
                assertEquals(both, again.texts(again.wren));
                assertEquals(both, again.texts(again.rook));
                var first =
                        assertInstanceOf(ReadEntry.Whole.class, again.read(again.rook).getFirst());
                assertEquals(new WrittenBy.Member(again.wrensNumber), first.by());
                assertFalse(first.unsettled());
            }
        }
    }

    @Test
    void who_is_no_member_is_served_nothing() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "the road by the river");
            assertEquals(ShutOut.NOT_A_MEMBER, circle.shut(circle.gull));
            assertEquals(ShutOut.NOT_A_MEMBER, circle.shut(circle.heron));
            assertEquals(ShutOut.NOT_IN_FORCE, circle.shut(Circle.keys(66)));
            circle.core = circle.ledger.compartments().ofANewCase();
            assertEquals(ShutOut.NO_COMPARTMENT, circle.shut(circle.wren));
        }
    }

    @Test
    void from_the_end_backwards_stand_the_same_entries() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            for (int i = 0; i < 5; i++) {
                circle.wrote(circle.rook, "note " + i);
            }
            List<ReadEntry> forth = circle.read(circle.wren);
            var last = assertInstanceOf(EntryPage.Read.class, open.before(Long.MAX_VALUE, 3));
            assertEquals(forth.subList(2, 5).reversed(), last.entries());
            assertTrue(last.more());
            long third = forth.get(2).number();
            var first = assertInstanceOf(EntryPage.Read.class, open.before(third, 3));
            assertEquals(forth.subList(0, 2).reversed(), first.entries());
            assertFalse(first.more());
            List<Long> numbers = forth.stream().map(ReadEntry::number).toList();
            assertEquals(numbers.reversed(), open.numbersBefore(Long.MAX_VALUE, 9));
            assertEquals(numbers.subList(0, 2).reversed(), open.numbersBefore(third, 9));
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.wrensNumber, circle.heron));
            assertEquals(new EntryPage.Shut(ShutOut.NOT_A_MEMBER), open.before(Long.MAX_VALUE, 3));
            assertEquals(List.of(), open.numbersBefore(Long.MAX_VALUE, 9));
        }
    }

    @Test
    void another_reading_key_beside_the_right_signature_opens_nothing() {
        try (var circle = Circle.whole(dir)) {
            var mixed =
                    new AccountKeys(
                            Circle.keys(66).reading(), circle.wren.signing(), circle.wren.own());
            assertEquals(ShutOut.KEY_SPOILT, circle.shut(mixed));
        }
    }

    @Test
    void anybody_in_force_adds_and_does_not_read() {
        try (var circle = Circle.whole(dir)) {
            circle.added(circle.gull, "a call from the mother");
            var one = assertInstanceOf(ReadEntry.Whole.class, circle.read(circle.rook).getFirst());
            assertEquals("a call from the mother", Circle.text(one));
            assertEquals(new WrittenBy.Colleague(circle.gullsNumber), one.by());
            assertTrue(one.unsettled());
            assertEquals(
                    new Written.Shut(ShutOut.NOT_IN_FORCE),
                    circle.ledger.additions().add(circle.core, Circle.note("x"), Circle.keys(66)));
        }
    }

    @Test
    void the_desk_writes_with_nobody_signed_in_what_is_on_its_list() {
        try (var circle = Circle.whole(dir)) {
            var said = Octets.of(new byte[] {7});
            for (Unattended what : Unattended.values()) {
                var _ =
                        Circle.kept(
                                circle.ledger.additions().addUnattended(circle.core, what, said));
            }
            List<WrittenBy> by = new ArrayList<>();
            for (ReadEntry one : circle.read(circle.wren)) {
                by.add(assertInstanceOf(ReadEntry.Whole.class, one).by());
            }
            List<WrittenBy> expected = new ArrayList<>();
            for (Unattended what : Unattended.values()) {
                expected.add(new WrittenBy.Desk(what));
            }
            assertEquals(expected, by);
        }
    }

    @Test
    void before_its_key_is_named_the_desk_writes_nothing() {
        try (var circle = new Circle(dir).founded().grown()) {
            assertEquals(
                    new Written.Refused(NotWritten.DESK_NOT_NAMED),
                    circle.ledger
                            .additions()
                            .addUnattended(circle.core, Unattended.ALARM, Octets.of(new byte[1])));
        }
    }

    @Test
    void an_entry_names_the_last_heads_and_the_first_one_the_beginning() {
        try (var circle = Circle.whole(dir)) {
            for (int i = 0; i < 10; i++) {
                circle.wrote(circle.wren, "note " + i);
            }
            List<ReadEntry> all = circle.read(circle.wren);
            List<Head> heads =
                    circle.store.read(handle ->
                            handle.createQuery("SELECT leaf FROM entry ORDER BY number")
                                    .map((row, _) ->
                                            Head.of(Leaf.read(row.getBytes(1)).orElseThrow()))
                                    .list());
            Entry first = ((ReadEntry.Whole) all.getFirst()).entry();
            assertEquals(List.of(Head.beginning(first.context().epoch())), first.seen().heads());
            Entry last = ((ReadEntry.Whole) all.getLast()).entry();
            assertEquals(Set.copyOf(heads.subList(1, 9)), Set.copyOf(last.seen().heads()));
        }
    }

    @Test
    void of_two_who_write_at_once_both_stay() throws Exception {
        try (var circle = Circle.whole(dir);
                var people = Executors.newFixedThreadPool(8)) {
            var together = new CountDownLatch(8);
            List<Future<EntryId>> came = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String text = "note " + i;
                AccountKeys by = i % 2 == 0 ? circle.wren : circle.rook;
                came.add(
                        people.submit(() -> {
                            together.countDown();
                            together.await();
                            return circle.wrote(by, text);
                        }));
            }
            var ids = new HashSet<EntryId>();
            for (Future<EntryId> one : came) {
                ids.add(one.get());
            }
            assertEquals(8, ids.size());
            assertEquals(8, new HashSet<>(circle.texts(circle.wren)).size());
        }
    }

    @Test
    void a_page_is_bounded_and_the_next_goes_on() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            for (int i = 0; i < 7; i++) {
                var _ = Circle.kept(open.write(Circle.note("note " + i)));
            }
            List<String> read = new ArrayList<>();
            long last = 0;
            boolean more = true;
            int pages = 0;
            while (more) {
                var page = assertInstanceOf(EntryPage.Read.class, open.after(last, 3));
                assertTrue(page.entries().size() <= 3);
                for (ReadEntry one : page.entries()) {
                    read.add(Circle.text(assertInstanceOf(ReadEntry.Whole.class, one)));
                    last = one.number();
                }
                more = page.more();
                pages++;
            }
            assertEquals(3, pages);
            assertEquals(IntStream.range(0, 7).mapToObj(i -> "note " + i).toList(), read);
        }
    }

    @Test
    void a_long_page_is_in_order_though_two_open_it() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            List<String> wrote = IntStream.range(0, 101).mapToObj(i -> "note " + i).toList();
            wrote.forEach(text -> Circle.kept(open.write(Circle.note(text))));
            assertEquals(wrote, circle.texts(circle.rook));
        }
    }

    @Test
    void what_is_too_long_is_refused() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            var huge = What.of(Circle.NOTE, Octets.of(new byte[Entry.MOST_BODY_BYTES + 1]));
            assertEquals(new Written.Refused(NotWritten.TOO_MUCH), open.write(huge));
            assertEquals(
                    new Written.Refused(NotWritten.TOO_MUCH),
                    circle.ledger.additions().add(circle.core, huge, circle.gull));
            var largest = What.of(Circle.NOTE, Octets.of(new byte[Entry.MOST_BODY_BYTES]));
            var _ = Circle.kept(open.write(largest));
        }
    }

    @Test
    void a_bit_that_was_turned_keeps_only_that_entry_shut() {
        flaw(
                new Flaw.OfEntry(EntryFailure.CIPHERTEXT_CHANGED),
                "UPDATE entry SET sealed = CAST(substr(sealed, 1, 50) || zeroblob(8)"
                        + " || substr(sealed, 59) AS BLOB) WHERE number = 2");
    }

    @Test
    void bytes_that_were_cut_off_are_told() {
        flaw(
                new Flaw.OfEntry(EntryFailure.NO_ENTRY),
                "UPDATE entry SET sealed = substr(sealed, 1, 1000) WHERE number = 2");
    }

    @Test
    void a_slot_of_another_entry_gives_nothing() {
        flaw(
                new Flaw.OfSlot(SlotFailure.NOT_FOR_THIS_KEY),
                "UPDATE entry_slot SET slot = (SELECT slot FROM entry_slot WHERE entry = 1)"
                        + " WHERE entry = 2");
    }

    @Test
    void a_slot_that_was_cut_off_is_told() {
        flaw(
                new Flaw.OfSlot(SlotFailure.NO_SLOT),
                "UPDATE entry_slot SET slot = substr(slot, 1, 40) WHERE entry = 2");
    }

    @Test
    void a_slot_that_is_missing_is_told() {
        flaw(Flaw.OfRows.NO_SLOT, "DELETE FROM entry_slot WHERE entry = 2");
    }

    @Test
    void a_slot_of_an_epoch_that_never_was_is_told() {
        flaw(Flaw.OfRows.KEY_NOT_GIVEN, "UPDATE entry_slot SET epoch = 7 WHERE entry = 2");
        flaw(Flaw.OfRows.KEY_NOT_GIVEN, "UPDATE entry_slot SET epoch = -7 WHERE entry = 2");
    }

    @Test
    void an_entry_moved_to_another_epoch_is_told() {
        flaw(
                new Flaw.OfSlot(SlotFailure.NOT_FOR_THIS_KEY),
                "UPDATE entry SET epoch = 1 WHERE number = 2");
    }

    @Test
    void an_id_that_was_changed_is_told() {
        Flaw why = new Flaw.OfSlot(SlotFailure.NOT_FOR_THIS_KEY);
        flaw(why, "UPDATE entry SET entry_id = x'00' WHERE number = 2");
        flaw(why, "UPDATE entry SET entry_id = zeroblob(40) WHERE number = 2");
    }

    @Test
    void a_leaf_that_was_changed_is_told() {
        flaw(Flaw.OfRows.LEAF_SPOILT, "UPDATE entry SET leaf = x'00' WHERE number = 2");
        flaw(
                new Flaw.OfSlot(SlotFailure.HOLDS_ANOTHER),
                "UPDATE entry SET leaf = (SELECT leaf FROM entry WHERE number = 1) WHERE number = 2");
    }

    private void flaw(Flaw why, String sql) {
        Path own = dir.resolve(Integer.toHexString(sql.hashCode()));
        assertTrue(own.toFile().mkdir());
        try (var circle = Circle.whole(own)) {
            circle.wrote(circle.wren, "one");
            circle.wrote(circle.wren, "two");
            circle.wrote(circle.rook, "three");
            assertEquals(1, circle.tampers(sql));
            List<ReadEntry> read = circle.read(circle.wren);
            assertEquals(why, assertInstanceOf(ReadEntry.Shut.class, read.get(1)).why());
            assertEquals(List.of("one", "three"), circle.texts(circle.wren));
        }
    }

    @Test
    void a_key_that_somebody_put_in_the_place_of_the_epochs_is_not_used() {
        try (var circle = Circle.whole(dir)) {
            assertTrue(circle.tampers("UPDATE epoch_slot SET slot = zeroblob(1169)") > 0);
            assertEquals(ShutOut.KEY_SPOILT, circle.shut(circle.wren));
        }
    }

    @Test
    void what_somebody_signed_whose_key_was_never_in_force_is_not_shown() {
        try (var circle = Circle.whole(dir)) {
            planted(circle, Circle.keys(66), Circle.NOTE);
            assertEquals(
                    Flaw.OfRows.UNKNOWN_AUTHOR,
                    assertInstanceOf(ReadEntry.Shut.class, circle.read(circle.wren).getFirst())
                            .why());
        }
    }

    @Test
    void what_the_desks_key_signed_and_is_not_on_its_list_is_not_shown() {
        try (var circle = new Circle(dir).founded().grown()) {
            // Two name a key that signs whatever its holder likes.
            AccountKeys loose = Circle.keys(77);
            var names = new Statement.DeskKey(AuthorKey.of(loose.signing()));
            var signed =
                    circle.now()
                            .next(names, Circle.AT)
                            .signedBy(circle.heron.signing())
                            .andBy(circle.rook.signing())
                            .andBy(loose.signing());
            Circle.stands(circle.ledger.members().takes(signed));
            planted(circle, loose, Circle.NOTE);
            planted(circle, loose, Unattended.ALARM.type());
            List<ReadEntry> read = circle.read(circle.wren);
            assertEquals(
                    Flaw.OfRows.NOT_FOR_THE_DESK,
                    assertInstanceOf(ReadEntry.Shut.class, read.getFirst()).why());
            assertEquals(
                    new WrittenBy.Desk(Unattended.ALARM),
                    assertInstanceOf(ReadEntry.Whole.class, read.getLast()).by());
        }
    }

    /// Somebody who writes rows adds an entry by the public key.
    private static void planted(Circle circle, AccountKeys by, EntryType type) {
        var to = circle.now().epoch(circle.core).orElseThrow();
        var writer =
                new EntryWriter(
                        new Ledger.Ground(circle.store, circle.vault, circle.clock, circle.random),
                        new Chain(circle.store, new ChainRows(circle.vault.fieldSeal())),
                        new SlotRows(circle.vault.keyedHash()));
        var context = writer.fresh(to.epoch());
        var entry =
                new Entry(
                        context,
                        type,
                        AuthorKey.of(by.signing()),
                        Circle.AT,
                        writer.seen(circle.core, to.epoch()),
                        Octets.of(new byte[1]),
                        List.of());
        var sealed = new EntrySealer(circle.random).seal(entry, by.signing());
        byte[] slot = InboundSlot.seal(sealed.key(), context, to, circle.random);
        var fresh =
                new EntryRows.Fresh(
                        context.entry(),
                        to.epoch().number(),
                        sealed.entry(),
                        sealed.leaf(),
                        new EntryRows.SlotRow(to.epoch().number(), true, Octets.of(slot)));
        var _ =
                circle.store
                        .writer()
                        .write(Lane.ORDINARY, turn -> writer.kept(turn, circle.core, fresh));
    }

    @Test
    void somebody_shut_out_reads_and_adds_no_more_and_what_he_wrote_stays() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.rook, "the second house");
            circle.says(new Statement.Suspended(circle.rooksNumber), circle.heron);
            assertEquals(ShutOut.NOT_IN_FORCE, circle.shut(circle.rook));
            assertEquals(
                    new Written.Shut(ShutOut.NOT_IN_FORCE),
                    circle.ledger.additions().add(circle.core, Circle.note("x"), circle.rook));
            assertEquals(List.of("the second house"), circle.texts(circle.wren));
        }
    }

    @Test
    void somebody_removed_while_reading_is_served_nothing_more() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "the road by the river");
            try (var open = circle.entered(circle.rook)) {
                assertInstanceOf(EntryPage.Read.class, open.after(0, 10));
                Circle.stands(
                        circle.ledger
                                .compartments()
                                .remove(circle.core, circle.rooksNumber, circle.heron));
                assertEquals(new EntryPage.Shut(ShutOut.NOT_A_MEMBER), open.after(0, 10));
                assertEquals(
                        new Written.Shut(ShutOut.NOT_A_MEMBER), open.write(Circle.note("late")));
            }
        }
    }

    @Test
    void an_erased_entry_opens_for_nobody_and_says_who_erased_it() {
        try (var circle = Circle.whole(dir)) {
            EntryId gone = circle.wrote(circle.wren, "the road by the river");
            circle.wrote(circle.wren, "the second house");
            byte[] leaf = leaf(circle, 1);
            try (var open = circle.entered(circle.rook)) {
                var _ = Circle.kept(open.erase(gone));
                assertEquals(new Written.Refused(NotWritten.ERASED_ALREADY), open.erase(gone));
            }
            List<ReadEntry> read = circle.read(circle.wren);
            var erased = assertInstanceOf(ReadEntry.Erased.class, read.getFirst());
            assertEquals(gone, erased.id());
            assertEquals(new WrittenBy.Member(circle.rooksNumber), erased.by().by());
            assertEquals(0, circle.count("entry_slot WHERE entry = 1"));
            assertEquals(0, circle.count("entry WHERE number = 1 AND length(sealed) > 0"));
            assertArrayEquals(leaf, leaf(circle, 1));
        }
    }

    private static byte[] leaf(Circle circle, long number) {
        return circle.store.read(handle ->
                handle.createQuery("SELECT leaf FROM entry WHERE number = :number")
                        .bind("number", number)
                        .map((row, _) -> row.getBytes(1))
                        .one());
    }

    @Test
    void what_says_that_another_was_erased_stays_and_what_is_not_there_is_not_erased() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            EntryId gone = circle.wrote(circle.wren, "the road by the river");
            EntryId says = Circle.kept(open.erase(gone));
            assertEquals(new Written.Refused(NotWritten.SAYS_ERASED), open.erase(says));
            assertEquals(
                    new Written.Refused(NotWritten.NO_SUCH_ENTRY),
                    open.erase(new EntryId(Octets.of(new byte[16]))));
        }
    }

    @Test
    void a_row_marked_as_erased_without_an_entry_that_says_so_is_told() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "one");
            circle.wrote(circle.wren, "two");
            assertEquals(1, circle.tampers("UPDATE entry SET erased_by = 2 WHERE number = 1"));
            assertEquals(
                    Flaw.OfRows.ERASED_BY_NOBODY,
                    assertInstanceOf(ReadEntry.Shut.class, circle.read(circle.wren).getFirst())
                            .why());
        }
    }

    @Test
    void a_colleague_who_does_not_read_there_erases_nothing_by_saying_so() {
        try (var circle = Circle.whole(dir)) {
            EntryId id = circle.wrote(circle.wren, "one");
            var says = new Erasure(id, Head.of(Leaf.read(leaf(circle, 1)).orElseThrow())).body();
            var _ =
                    Circle.kept(
                            circle.ledger
                                    .additions()
                                    .add(circle.core, What.of(Erasure.TYPE, says), circle.gull));
            assertEquals(1, circle.tampers("UPDATE entry SET erased_by = 2 WHERE number = 1"));
            assertInstanceOf(ReadEntry.Shut.class, circle.read(circle.wren).getFirst());
        }
    }

    @Test
    void no_file_of_the_desk_shows_what_was_written_or_who_reads_where() throws Exception {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "needle-by-the-river");
            circle.added(circle.gull, "needle-by-the-river");
            List<byte[]> needles =
                    List.of(
                            "needle-by-the-river".getBytes(UTF_8),
                            AuthorKey.of(circle.wren.signing()).octets().bytes(),
                            circle.core.ofCase().octets().bytes());
            try (var files = Files.list(dir)) {
                for (Path file : files.toList()) {
                    String content = new String(Files.readAllBytes(file), ISO_8859_1);
                    for (byte[] needle : needles) {
                        for (String form : forms(needle)) {
                            assertFalse(content.contains(form), file.toString());
                        }
                    }
                }
            }
        }
    }

    /// As it is, and within a base64 text, wherever in it it begins.
    private static List<String> forms(byte[] needle) {
        List<String> forms = new ArrayList<>(List.of(new String(needle, ISO_8859_1)));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + needle.length];
            System.arraycopy(needle, 0, shifted, shift, needle.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The letters at both ends hold bits of what stands beside it.
            forms.add(text.substring(4, text.length() - 4));
        }
        return forms;
    }

    @Test
    void what_was_erased_lies_in_no_file_once_the_log_is_folded() throws Exception {
        SealedNeedles needles;
        try (var circle = Circle.whole(dir)) {
            EntryId gone = circle.wrote(circle.wren, "the road by the river");
            needles = SealedNeedles.of(circle.store, List.of("entry.sealed", "entry_slot.slot"));
            assertEquals(2, needles.count());
            assertEquals(2, needles.foundIn(dir));
            try (var open = circle.entered(circle.wren)) {
                var _ = Circle.kept(open.erase(gone));
            }
        }
        try (var engine = new SqliteEngine(dir.resolve("desk.db"));
                var writer = engine.openWriter()) {
            assertTrue(engine.tidy(writer));
        }
        assertEquals(0, needles.foundIn(dir));
    }

    @Test
    void compartments_of_one_case_are_opened_by_who_reads_in_it_already() {
        try (var circle = Circle.whole(dir)) {
            CaseCompartment second = circle.ledger.compartments().beside(circle.core.ofCase());
            Set<AccountNumber> none = Set.of();
            Circle.refused(
                    MembershipFailure.NOT_A_MEMBER,
                    circle.ledger.compartments().open(second, none, circle.gull));
            Circle.stands(circle.ledger.compartments().open(second, none, circle.rook));
            var standing = circle.ledger.compartments().standing(second).orElseThrow();
            assertTrue(standing.red());
            assertFalse(circle.ledger.compartments().standing(circle.core).orElseThrow().red());
        }
    }
}
