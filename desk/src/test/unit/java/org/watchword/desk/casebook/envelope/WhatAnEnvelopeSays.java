package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.watch.CodenameId;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.entry.Seen;
import org.watchword.formats.slot.AccountKeys;

class WhatAnEnvelopeSays {
    private static final Envelope WHOLE =
            new Envelope(
                    new CodenameId(7), "Илья Выдуманный", "Mill Lane 7\nsecond floor", "", "Heron");

    private static Octets sixteen() {
        return Octets.of(new byte[16]);
    }

    private static Entry entry(EntryType type, Octets body) {
        var epoch =
                new Epoch(
                        new OrganisationId(sixteen()),
                        new CaseId(sixteen()),
                        new CompartmentId(sixteen()),
                        0);
        try (var seed = Key.taking(new byte[32]);
                var keys = AccountKeys.of(seed)) {
            return new Entry(
                    new EntryContext(epoch, new EntryId(sixteen())),
                    type,
                    AuthorKey.of(keys.signing()),
                    Instant.EPOCH,
                    Seen.nothingIn(epoch),
                    body,
                    List.of());
        }
    }

    private static Optional<Envelope> read(Octets body) {
        return Envelope.in(entry(Envelope.TYPE, body));
    }

    @Test
    void is_read_as_it_was_written() {
        assertEquals(Optional.of(WHOLE), read(WHOLE.body()));
    }

    @Test
    void is_not_taken_from_an_entry_of_another_type() {
        var other = entry(new EntryType("note"), WHOLE.body());
        assertEquals(Optional.empty(), Envelope.in(other));
    }

    @Test
    void is_not_read_from_any_other_spelling() {
        byte[] body = WHOLE.body().bytes();
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        assertEquals(Optional.empty(), read(Octets.of(longer)));
        byte[] shorter = Arrays.copyOf(body, body.length - 1);
        assertEquals(Optional.empty(), read(Octets.of(shorter)));
        assertEquals(Optional.empty(), read(Octets.of(new byte[0])));
        for (int version : List.of(0, 2, 3)) {
            assertEquals(Optional.empty(), read(Octets.of(texts(6, version).written())));
        }
        assertEquals(Optional.empty(), read(Octets.of(texts(8, 1).array(0).array(0).written())));
        byte[] half = new byte[32];
        assertEquals(
                Optional.empty(),
                read(Octets.of(texts(8, 2).array(1).bytes(half).array(0).written())));
        assertEquals(
                Optional.empty(),
                read(
                        Octets.of(
                                texts(8, 2)
                                        .array(2)
                                        .bytes(half)
                                        .bytes(new byte[31])
                                        .array(0)
                                        .written())));
    }

    private static CborWriter texts(int items, int version) {
        return new CborWriter()
                .array(items)
                .number(version)
                .number(7)
                .text("")
                .text("Mill Lane 7")
                .text("")
                .text("");
    }

    @Test
    void is_read_as_it_was_written_with_one_file_or_both() {
        var photo = new Enclosure(filled(1), filled(2));
        var paper = new Enclosure(filled(3), filled(4));
        for (var files :
                List.of(
                        Map.of(Enclosed.PHOTO, photo),
                        Map.of(Enclosed.PAPER, paper),
                        Map.of(Enclosed.PHOTO, photo, Enclosed.PAPER, paper))) {
            Envelope with = WHOLE.with(files);
            assertEquals(Optional.of(with), read(with.body()));
        }
    }

    private static Octets filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Octets.of(bytes);
    }

    @Test
    void is_read_from_one_that_was_filled_before_there_were_files() {
        var says = new Envelope(new CodenameId(7), "", "Mill Lane 7", "", "");
        assertEquals(Optional.of(says), read(Octets.of(texts(6, 1).written())));
    }

    /// The example in the page on the format.
    @Test
    void is_spelled_as_the_page_on_its_format_shows() {
        var photo = new Enclosure(filled(0x11), filled(0x22));
        var says =
                new Envelope(
                        new CodenameId(7),
                        "Ilya",
                        "Mill Lane 7",
                        "",
                        "",
                        Map.of(Enclosed.PHOTO, photo));
        assertEquals(
                "88020764496c79616b4d696c6c204c616e6520376060825820"
                        + "11".repeat(32)
                        + "5820"
                        + "22".repeat(32)
                        + "80",
                says.body().hex());
    }

    @Test
    void tells_nothing_of_itself_where_it_is_printed() {
        assertFalse(WHOLE.toString().contains("Mill Lane"));
    }
}
