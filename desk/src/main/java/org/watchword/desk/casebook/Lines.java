package org.watchword.desk.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Flaw;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.WrittenBy;
import org.watchword.desk.vault.Unattended;
import org.watchword.desk.watch.timer.TimerId;
import org.watchword.desk.watch.timer.TimerRing;
import org.watchword.desk.web.Visit;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryType;

/// Entries as lines of a timeline.
record Lines(Visit visit, Tools tools, Team.Names names) {
    /// What it holds is shown by its own pages.
    private static final EntryType ENVELOPE = new EntryType("envelope");

    /// When an entry was written; of one that was erased, when that was done.
    static Optional<Instant> at(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Whole whole -> Optional.of(whole.entry().at());
            case ReadEntry.Erased erased -> Optional.of(erased.by().entry().at());
            case ReadEntry.Shut _ -> Optional.empty();
        };
    }

    /// A page of them. What one says of another is shown where that stands on the same page.
    List<CaseView.Line> of(List<Timeline.Line> page) {
        return page.stream().map(line -> of(line, page)).toList();
    }

    /// One for itself.
    CaseView.Line of(OwnCompartment compartment, ReadEntry entry) {
        return of(new Timeline.Line(compartment, entry), List.of());
    }

    private CaseView.Line of(Timeline.Line line, List<Timeline.Line> page) {
        OwnCompartment compartment = line.compartment();
        ReadEntry entry = line.entry();
        var said = said(line, page);
        return new CaseView.Line(
                entry.number(),
                tools.name(compartment, visit.words()),
                at(entry),
                by(entry),
                how(entry),
                said.says(),
                said.text(),
                said.wrong(),
                mayErase(entry) ? path(tools.addresses(), compartment, entry.number()) : "");
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

    private Said said(Timeline.Line line, List<Timeline.Line> page) {
        return switch (line.entry()) {
            case ReadEntry.Shut(_, _, Flaw why) -> Said.wrong(Told.of(why));
            case ReadEntry.Erased _ -> Said.sentence(Sentence.of("casebook.entry.is-erased"));
            case ReadEntry.Whole whole ->
                    switch (Saying.in(whole.entry())) {
                        case Saying.Heard.NotCanonicalBody _ ->
                                Said.wrong(Sentence.of("casebook.entry.not-canonical"));
                        case Saying.Heard.OtherType(EntryType type) -> other(type);
                        case Saying.Heard.Said(Saying what) -> said(what, line, page);
                    };
        };
    }

    private Said said(Saying what, Timeline.Line line, List<Timeline.Line> page) {
        return switch (what) {
            case Saying.Note(String text) -> new Said(Optional.empty(), text, false);
            case Saying.CompartmentOpened(String name, String codeName) ->
                    Said.sentence(
                            new Sentence(
                                    "casebook.entry.opened",
                                    Map.of(
                                            "compartment",
                                            tools.vocabulary().say(name, visit.words()),
                                            "name",
                                            codeName)));
            case Saying.Reminder reminder ->
                    new Said(
                            Optional.of(when("casebook.entry.reminder", reminder.at())),
                            reminder.text(),
                            false);
            case Saying.ReminderEnded(Octets timer) ->
                    set(timer, line.compartment(), page)
                            .map(Lines::ended)
                            .orElseGet(() -> ended(tools.reminders().rings(new TimerId(timer))));
        };
    }

    private Sentence when(String key, List<Instant> at) {
        String when =
                at.stream().map(visit.times()::dayAndMinute).collect(Collectors.joining("; "));
        return Sentence.of(key, "when", when);
    }

    /// A reminder that stands in a compartment, on the same page.
    private static Optional<Saying.Reminder> set(
            Octets timer, OwnCompartment where, List<Timeline.Line> page) {
        return page.stream()
                .filter(one -> one.compartment().equals(where))
                .flatMap(one -> OpenReminders.says(timer, one.entry()).stream())
                .findFirst();
    }

    private static Said ended(Saying.Reminder reminder) {
        var says = Sentence.of("casebook.entry.reminder-ended");
        return new Said(Optional.of(says), reminder.text(), false);
    }

    /// Of one that does not stand there the watch knows when it rang, for a while.
    private Said ended(List<TimerRing> rings) {
        return Said.sentence(
                rings.isEmpty()
                        ? Sentence.of("casebook.entry.reminder-ended-elsewhere")
                        : when(
                                "casebook.entry.reminder-ended-of",
                                rings.stream().map(TimerRing::at).toList()));
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
