package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.watch.CodenameId;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
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
        var two = new CborWriter().array(6).number(2).number(7).text("").text("").text("").text("");
        assertEquals(Optional.empty(), read(Octets.of(two.written())));
    }

    @Test
    void tells_nothing_of_itself_where_it_is_printed() {
        assertFalse(WHOLE.toString().contains("Mill Lane"));
    }
}
