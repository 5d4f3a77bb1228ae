package org.watchword.formats.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryType;

/// What an entry of a case says. Texts are taken as they are: whoever shows them trusts no
/// character of them.
public sealed interface Saying {
    /// The version of every body here.
    int VERSION = 1;

    /// The type of the entry that says it.
    EntryType type();

    /// The body of that entry.
    Octets body();

    /// A compartment was opened. Each says what its case is called, because whoever reads in one
    /// may read in no other of that case.
    ///
    /// @param name of the compartment: a word of the vocabulary such as `core`, or a team's own
    /// @param codeName of the case
    record CompartmentOpened(String name, String codeName) implements Saying {
        public static final EntryType TYPE = new EntryType("compartment-opened");

        /// Bytes of each of both names, in UTF-8.
        public static final int MOST_NAME_BYTES = 400;

        private static final int ITEMS = 3;

        public CompartmentOpened {
            fits(name, MOST_NAME_BYTES);
            fits(codeName, MOST_NAME_BYTES);
        }

        @Override
        public EntryType type() {
            return TYPE;
        }

        @Override
        public Octets body() {
            return Octets.of(
                    new CborWriter()
                            .array(ITEMS)
                            .number(VERSION)
                            .text(name)
                            .text(codeName)
                            .written());
        }

        private static Saying read(CborReader from) throws NotCanonical {
            begins(from, ITEMS);
            return new CompartmentOpened(some(from, MOST_NAME_BYTES), some(from, MOST_NAME_BYTES));
        }
    }

    /// What somebody wrote down.
    record Note(String text) implements Saying {
        public static final EntryType TYPE = new EntryType("note");

        /// Bytes of it, in UTF-8.
        public static final int MOST_BYTES = 1_000_000;

        private static final int ITEMS = 2;

        public Note {
            fits(text, MOST_BYTES);
        }

        @Override
        public EntryType type() {
            return TYPE;
        }

        @Override
        public Octets body() {
            return Octets.of(new CborWriter().array(ITEMS).number(VERSION).text(text).written());
        }

        private static Saying read(CborReader from) throws NotCanonical {
            begins(from, ITEMS);
            return new Note(some(from, MOST_BYTES));
        }
    }

    /// Somebody is to be reminded. When, and by which number, a desk keeps outside too; what of, it
    /// does not.
    ///
    /// @param timer {@link #TIMER_BYTES} random bytes, the number of this reminder and of no other
    /// @param at when it rings: 1 to {@link #MOST_INSTANTS}, growing, each as an author can tell it
    /// @param text what of
    record Reminder(Octets timer, List<Instant> at, String text) implements Saying {
        public static final EntryType TYPE = new EntryType("reminder");

        public static final int TIMER_BYTES = 16;
        public static final int MOST_INSTANTS = 4;

        /// Bytes of the text, in UTF-8.
        public static final int MOST_BYTES = 10_000;

        private static final int ITEMS = 4;

        public Reminder {
            at = List.copyOf(at);
            timer.exactly(TIMER_BYTES);
            fits(text, MOST_BYTES);
            if (at.isEmpty() || at.size() > MOST_INSTANTS || !grow(at)) {
                throw new IllegalArgumentException("1 to 4 instants, growing");
            }
        }

        private static boolean grow(List<Instant> at) {
            return at.stream().allMatch(Entry::isTime)
                    && at.equals(at.stream().distinct().sorted().toList());
        }

        @Override
        public EntryType type() {
            return TYPE;
        }

        @Override
        public Octets body() {
            var to = new CborWriter().array(ITEMS).number(VERSION).bytes(timer.bytes());
            to.array(at.size());
            at.forEach(one -> to.number(one.toEpochMilli()));
            return Octets.of(to.text(text).written());
        }

        private static Saying read(CborReader from) throws NotCanonical {
            begins(from, ITEMS);
            Octets timer = timer(from);
            var at = new ArrayList<Instant>();
            for (int i = from.array(1, MOST_INSTANTS); i > 0; i--) {
                at.add(Instant.ofEpochMilli(from.number(Entry.MOST_MILLIS)));
            }
            if (!grow(at)) {
                throw new NotCanonical("instants that do not grow");
            }
            return new Reminder(timer, at, some(from, MOST_BYTES));
        }

        private static Octets timer(CborReader from) throws NotCanonical {
            return Octets.of(from.bytes(TIMER_BYTES, TIMER_BYTES));
        }
    }

    /// What a reminder was for is done, or needs no reminder any more.
    ///
    /// @param timer of that reminder, which stands in the same compartment
    record ReminderEnded(Octets timer) implements Saying {
        public static final EntryType TYPE = new EntryType("reminder-ended");

        private static final int ITEMS = 2;

        public ReminderEnded {
            timer.exactly(Reminder.TIMER_BYTES);
        }

        @Override
        public EntryType type() {
            return TYPE;
        }

        @Override
        public Octets body() {
            return Octets.of(
                    new CborWriter().array(ITEMS).number(VERSION).bytes(timer.bytes()).written());
        }

        private static Saying read(CborReader from) throws NotCanonical {
            begins(from, ITEMS);
            return new ReminderEnded(Reminder.timer(from));
        }
    }

    /// What came of reading a body.
    sealed interface Heard {
        record Said(Saying what) implements Heard {}

        /// Of a type that is known here, and not in its spelling.
        record NotCanonicalBody() implements Heard {}

        /// Of a type that this version does not know.
        record OtherType(EntryType type) implements Heard {}
    }

    /// Reads the body of an entry that was opened and verified.
    static Heard in(Entry entry) {
        var from = new CborReader(entry.body().bytes());
        try {
            if (entry.type().equals(CompartmentOpened.TYPE)) {
                return whole(from, CompartmentOpened.read(from));
            }
            if (entry.type().equals(Note.TYPE)) {
                return whole(from, Note.read(from));
            }
            if (entry.type().equals(Reminder.TYPE)) {
                return whole(from, Reminder.read(from));
            }
            if (entry.type().equals(ReminderEnded.TYPE)) {
                return whole(from, ReminderEnded.read(from));
            }
            return new Heard.OtherType(entry.type());
        } catch (NotCanonical e) {
            return new Heard.NotCanonicalBody();
        }
    }

    private static Heard whole(CborReader from, Saying what) throws NotCanonical {
        from.end();
        return new Heard.Said(what);
    }

    private static void begins(CborReader from, int items) throws NotCanonical {
        from.array(items, items);
        if (from.number(VERSION) != VERSION) {
            throw new NotCanonical("another version");
        }
    }

    private static String some(CborReader from, int most) throws NotCanonical {
        String text = from.text(most);
        if (text.isEmpty()) {
            throw new NotCanonical("an empty text");
        }
        return text;
    }

    /// @throws IllegalArgumentException when a text is empty or too long
    private static void fits(String text, int most) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > most) {
            throw new IllegalArgumentException("a text of 1 to " + most + " bytes");
        }
    }
}
