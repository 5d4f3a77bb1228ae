package org.watchword.desk.casebook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.ledger.Flaw;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.WrittenBy;
import org.watchword.desk.vault.Unattended;
import org.watchword.desk.web.Visit;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.entry.EntryType;

/// Entries as lines of a timeline.
final class Lines {
    /// What it holds is shown by its own pages.
    private static final EntryType ENVELOPE = new EntryType("envelope");

    private final Addresses addresses;
    private final Vocabulary vocabulary;
    private final Team.Names names;
    private final Words words;
    private final TimeWords times;

    private Lines(
            Addresses addresses,
            Vocabulary vocabulary,
            Team.Names names,
            Words words,
            TimeWords times) {
        this.addresses = addresses;
        this.vocabulary = vocabulary;
        this.names = names;
        this.words = words;
        this.times = times;
    }

    static Lines on(Visit visit, Tools tools, Team.Names names) {
        return new Lines(
                tools.addresses(), tools.vocabulary(), names, visit.words(), visit.times());
    }

    /// When an entry was written; of one that was erased, when that was done.
    static Optional<Instant> at(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Whole whole -> Optional.of(whole.entry().at());
            case ReadEntry.Erased erased -> Optional.of(erased.by().entry().at());
            case ReadEntry.Shut _ -> Optional.empty();
        };
    }

    CaseView.Line of(Timeline.Line line) {
        return of(line.compartment(), line.entry());
    }

    CaseView.Line of(OwnCompartment compartment, ReadEntry entry) {
        var said = said(entry);
        return new CaseView.Line(
                entry.number(),
                compartment.name().map(name -> vocabulary.say(name, words)).orElse(""),
                at(entry),
                by(entry),
                how(entry),
                said.says(),
                said.text(),
                said.wrong(),
                mayErase(entry) ? path(addresses, compartment, entry.number()) : "");
    }

    static String path(Addresses addresses, OwnCompartment compartment, long number) {
        return CompartmentPages.path(addresses, compartment) + "/entries/" + number;
    }

    /// What a compartment is called stays as long as it does, and so does that something was
    /// erased. An entry that does not open may be erased all the same.
    static boolean mayErase(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Erased _ -> false;
            case ReadEntry.Shut(_, _, Flaw why) -> why != Flaw.OfRows.ERASED_BY_NOBODY;
            case ReadEntry.Whole whole -> {
                EntryType type = whole.entry().type();
                yield !type.equals(Saying.CompartmentOpened.TYPE)
                        && !type.equals(Unattended.ERASED.type());
            }
        };
    }

    String by(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Whole whole -> by(whole);
            case ReadEntry.Erased erased -> by(erased.by());
            case ReadEntry.Shut _ -> "";
        };
    }

    private String by(ReadEntry.Whole whole) {
        return switch (whole.by()) {
            case WrittenBy.Member(var account) -> names.of(account);
            case WrittenBy.Colleague(var account) -> names.of(account);
            case WrittenBy.Desk _ -> "";
        };
    }

    private static Optional<Sentence> how(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Whole whole -> how(whole);
            case ReadEntry.Erased erased -> how(erased.by());
            case ReadEntry.Shut _ -> Optional.empty();
        };
    }

    private static Optional<Sentence> how(ReadEntry.Whole whole) {
        return switch (whole.by()) {
            case WrittenBy.Member _ -> Optional.empty();
            case WrittenBy.Colleague _ -> Optional.of(Sentence.of("casebook.by.colleague"));
            case WrittenBy.Desk _ -> Optional.of(Sentence.of("casebook.by.desk"));
        };
    }

    /// What an entry says, as it is shown.
    private record Said(Optional<Sentence> says, String text, boolean wrong) {
        static Said sentence(Sentence says) {
            return new Said(Optional.of(says), "", false);
        }

        static Said wrong(Sentence says) {
            return new Said(Optional.of(says), "", true);
        }
    }

    private Said said(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Shut(_, _, Flaw why) -> Said.wrong(Told.of(why));
            case ReadEntry.Erased _ -> Said.sentence(Sentence.of("casebook.entry.is-erased"));
            case ReadEntry.Whole whole -> said(whole);
        };
    }

    private Said said(ReadEntry.Whole whole) {
        return switch (Saying.in(whole.entry())) {
            case Saying.Heard.NotCanonicalBody _ ->
                    Said.wrong(Sentence.of("casebook.entry.not-canonical"));
            case Saying.Heard.Said(Saying.Note(String text)) ->
                    new Said(Optional.empty(), text, false);
            case Saying.Heard.Said(Saying.CompartmentOpened(String name, String codeName)) ->
                    Said.sentence(
                            new Sentence(
                                    "casebook.entry.opened",
                                    Map.of(
                                            "compartment",
                                            vocabulary.say(name, words),
                                            "name",
                                            codeName)));
            case Saying.Heard.Said(Saying.Reminder reminder) -> said(reminder);
            case Saying.Heard.Said(Saying.ReminderEnded _) ->
                    Said.sentence(Sentence.of("casebook.entry.reminder-ended"));
            case Saying.Heard.OtherType(EntryType type) -> other(type);
        };
    }

    private Said said(Saying.Reminder reminder) {
        String when =
                reminder.at().stream().map(times::dayAndMinute).collect(Collectors.joining("; "));
        var says = Sentence.of("casebook.entry.reminder", "when", when);
        return new Said(Optional.of(says), reminder.text(), false);
    }

    private static Said other(EntryType type) {
        if (type.equals(ENVELOPE)) {
            return Said.sentence(Sentence.of("casebook.entry.envelope"));
        }
        return Unattended.of(type)
                .map(what -> Said.sentence(Sentence.of("casebook.entry." + type.word())))
                .orElseGet(() ->
                        Said.sentence(Sentence.of("casebook.entry.other", "type", type.word())));
    }
}
