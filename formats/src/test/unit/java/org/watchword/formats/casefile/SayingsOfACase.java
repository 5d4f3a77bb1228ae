package org.watchword.formats.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.watchword.formats.casefile.Saying.CompartmentOpened;
import org.watchword.formats.casefile.Saying.Heard;
import org.watchword.formats.casefile.Saying.Note;
import org.watchword.formats.casefile.Saying.Reminder;
import org.watchword.formats.casefile.Saying.ReminderEnded;
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

/// What the entries of a case say, and what is none of it.
class SayingsOfACase {
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([0-9a-f]+)` \\|$");
    private static final List<Saying> EXAMPLES =
            List.of(
                    new CompartmentOpened("core", "GULL"),
                    new Note("Нет вестей."),
                    new Reminder(timer(7), List.of(at(0), at(3_600_000)), "Ask the lawyer."),
                    new ReminderEnded(timer(7)));

    private static Octets timer(int each) {
        byte[] timer = new byte[Reminder.TIMER_BYTES];
        Arrays.fill(timer, (byte) each);
        return Octets.of(timer);
    }

    private static Instant at(long after) {
        return Instant.parse("2026-12-03T09:00:00Z").plusMillis(after);
    }

    private static Entry entry(EntryType type, byte[] body) {
        var epoch =
                new Epoch(
                        new OrganisationId(Octets.of(new byte[16])),
                        new CaseId(Octets.of(new byte[16])),
                        new CompartmentId(Octets.of(new byte[16])),
                        0);
        return new Entry(
                new EntryContext(epoch, new EntryId(Octets.of(new byte[16]))),
                type,
                new AuthorKey(Octets.of(new byte[32])),
                Instant.EPOCH,
                Seen.nothingIn(epoch),
                Octets.of(body),
                List.of());
    }

    private static Heard heard(EntryType type, byte[] body) {
        return Saying.in(entry(type, body));
    }

    @Test
    void come_back_as_they_were_said() {
        for (Saying one : EXAMPLES) {
            assertEquals(new Heard.Said(one), heard(one.type(), one.body().bytes()));
        }
    }

    @Test
    void are_the_bytes_that_the_page_shows() throws IOException {
        String page = Files.readString(Path.of("../docs/formats/case.md"));
        List<String> shown =
                EXAMPLE.matcher(page)
                        .results()
                        .map(row -> row.group(1) + " " + row.group(2))
                        .toList();
        assertEquals(
                EXAMPLES.stream().map(one -> one.type().word() + " " + one.body().hex()).toList(),
                shown);
    }

    @Test
    void have_one_spelling() {
        for (Saying one : EXAMPLES) {
            byte[] body = one.body().bytes();
            var random = new Random(14);
            for (int i = 0; i < 2_000; i++) {
                byte[] other = body.clone();
                other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
                if (heard(one.type(), other) instanceof Heard.Said(Saying what)) {
                    assertEquals(Octets.of(other), what.body());
                }
            }
        }
    }

    @Test
    void are_refused_when_cut_off_longer_of_another_version_or_empty() {
        byte[] note = new Note("x").body().bytes();
        for (String wrong :
                List.of(
                        "",
                        "82",
                        "8201",
                        "820161",
                        HEX.formatHex(note) + "00",
                        "82026178",
                        "820160",
                        "83016178" + "6178",
                        "82014178",
                        "8201" + "7801" + "78")) {
            assertInstanceOf(
                    Heard.NotCanonicalBody.class, heard(Note.TYPE, HEX.parseHex(wrong)), wrong);
        }
    }

    /// The instants of an example, spelled anew.
    private static String spelled(String instants) {
        String body = HEX.formatHex(EXAMPLES.get(2).body().bytes());
        String own = "82" + "1b000001a23b21ca80" + "1b000001a23b58b900";
        assertTrue(body.contains(own), body);
        return body.replace(own, instants);
    }

    @Test
    void of_a_reminder_are_refused_where_its_number_or_its_instants_are_others() {
        String first = "1b000001a23b21ca80";
        String second = "1b000001a23b58b900";
        for (String wrong :
                List.of(
                        spelled("80"),
                        spelled("82" + second + first),
                        spelled("82" + first + first),
                        spelled("85" + "00" + "01" + "02" + "03" + "04"),
                        spelled("81" + "1b0000e677d21fdc00"),
                        HEX.formatHex(EXAMPLES.get(2).body().bytes())
                                .replace("50" + "07".repeat(16), "4f" + "07".repeat(15)))) {
            assertInstanceOf(
                    Heard.NotCanonicalBody.class, heard(Reminder.TYPE, HEX.parseHex(wrong)), wrong);
        }
        assertInstanceOf(
                Heard.Said.class,
                heard(Reminder.TYPE, HEX.parseHex(spelled("84" + "00" + "01" + "02" + "03"))));
        assertInstanceOf(
                Heard.NotCanonicalBody.class,
                heard(ReminderEnded.TYPE, HEX.parseHex("82" + "01" + "4f" + "07".repeat(15))));
    }

    @Test
    void of_a_reminder_have_one_to_four_instants_that_grow() {
        for (List<Instant> wrong :
                List.of(
                        List.<Instant>of(),
                        List.of(at(1), at(0)),
                        List.of(at(0), at(0)),
                        List.of(at(0).plusNanos(1)),
                        List.of(at(0), at(1), at(2), at(3), at(4)))) {
            assertThrows(IllegalArgumentException.class, () -> new Reminder(timer(7), wrong, "x"));
        }
    }

    @Test
    void of_another_type_are_told_apart_from_spoilt_ones() {
        var later = new EntryType("claim");
        assertEquals(new Heard.OtherType(later), heard(later, new byte[] {1, 2, 3}));
    }

    @Test
    void hold_what_they_may_and_no_more() {
        assertTrue(new Note("x".repeat(Note.MOST_BYTES)).body().length() <= Entry.MOST_BODY_BYTES);
        assertThrows(IllegalArgumentException.class, () -> new Note(""));
        assertThrows(
                IllegalArgumentException.class, () -> new Note("x".repeat(Note.MOST_BYTES + 1)));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new CompartmentOpened(
                                "core", "x".repeat(CompartmentOpened.MOST_NAME_BYTES + 1)));
    }
}
