package org.watchword.formats.casefile;

import static org.watchword.desk.Foreign.promise;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

/// Any bytes as what an entry of a case says, behind one that chooses its type: they say nothing,
/// or are the one spelling of what was read.
public final class AnySaying {
    private static final List<EntryType> TYPES =
            List.of(
                    Saying.CompartmentOpened.TYPE,
                    Saying.Note.TYPE,
                    Saying.Reminder.TYPE,
                    Saying.ReminderEnded.TYPE,
                    new EntryType("claim"));

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0 || data.length > Entry.MOST_BODY_BYTES) {
            return;
        }
        EntryType type = TYPES.get((data[0] & 0xff) % TYPES.size());
        var body = Octets.of(Arrays.copyOfRange(data, 1, data.length));
        switch (Saying.in(entry(type, body))) {
            case Saying.Heard.Said(Saying what) -> {
                promise(what.type().equals(type), "it is of the type of its entry");
                promise(what.body().equals(body), "a saying has one spelling");
            }
            case Saying.Heard.OtherType(EntryType other) ->
                    promise(other.word().equals("claim"), "the other types are known");
            case Saying.Heard.NotCanonicalBody _ ->
                    promise(!type.word().equals("claim"), "of an unknown type nothing is read");
        }
    }

    private static Entry entry(EntryType type, Octets body) {
        Octets zeros = Octets.of(new byte[EntryId.BYTES]);
        var epoch =
                new Epoch(
                        new OrganisationId(zeros), new CaseId(zeros), new CompartmentId(zeros), 0);
        return new Entry(
                new EntryContext(epoch, new EntryId(zeros)),
                type,
                new AuthorKey(Octets.of(new byte[AuthorKey.BYTES])),
                Instant.EPOCH,
                Seen.nothingIn(epoch),
                body,
                List.of());
    }

    private AnySaying() {}
}
