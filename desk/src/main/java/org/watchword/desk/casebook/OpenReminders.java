package org.watchword.desk.casebook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.casebook.reminder.Pointer;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.timer.TimerRing;
import org.watchword.desk.watch.timer.TimerText;
import org.watchword.desk.web.Visit;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.cipher.Octets;

/// The reminders of a case that nobody has ended, as far as one member reads them. That one is due
/// the watch knows; what for stands in its entry, which is opened here.
record OpenReminders(Tools tools, Reading reading, Visit visit) {
    /// Those that ring next first.
    List<CaseView.Reminder> of(OneCase of) {
        Lines lines = new Lines(visit, tools, tools.team().names());
        return tools.reminders().of(of.id()).stream()
                .flatMap(one -> shown(of, one, lines).stream())
                .sorted(Comparator.comparing(OpenReminders::next))
                .toList();
    }

    private static Instant next(CaseView.Reminder one) {
        return one.rings().stream()
                .filter(CaseView.Ring::toCome)
                .map(CaseView.Ring::at)
                .findFirst()
                .orElse(Instant.MIN);
    }

    private Optional<CaseView.Reminder> shown(OneCase of, Pointer pointer, Lines lines) {
        Optional<OwnCompartment> where =
                of.compartments().stream()
                        .filter(one -> one.place().equals(pointer.entry().place()))
                        .findFirst();
        return where.flatMap(one -> entry(pointer).map(entry -> shown(one, pointer, entry, lines)));
    }

    /// Empty when it was erased, or he reads there no more.
    private Optional<ReadEntry> entry(Pointer pointer) {
        return reading.enter(pointer.entry().place()) instanceof Entered.Open(OpenCompartment open)
                ? open.one(pointer.entry().entry())
                : Optional.empty();
    }

    private CaseView.Reminder shown(
            OwnCompartment where, Pointer pointer, ReadEntry entry, Lines lines) {
        List<TimerRing> rings = tools.reminders().rings(pointer.timer());
        Optional<Saying.Reminder> says = says(pointer.timer().octets(), entry);
        return new CaseView.Reminder(
                tools.name(where, visit.words()),
                says.map(Saying.Reminder::text).orElse(""),
                says.isPresent() ? Optional.empty() : Optional.of(wrong(entry)),
                lines.by(entry),
                rings.stream().findFirst().flatMap(this::ladder).orElse(""),
                rings.stream().findFirst().map(TimerRing::text).map(TimerText::says),
                Stream.concat(
                                rings.stream().map(OpenReminders::ring),
                                says.stream().flatMap(one -> forgotten(one, rings)))
                        .sorted(Comparator.comparing(CaseView.Ring::at))
                        .toList(),
                ReminderPages.end(tools, pointer));
    }

    /// An entry that speaks of another timer is not what this one is for.
    static Optional<Saying.Reminder> says(Octets timer, ReadEntry entry) {
        return entry instanceof ReadEntry.Whole whole
                        && Saying.in(whole.entry())
                                instanceof Saying.Heard.Said(Saying.Reminder reminder)
                        && reminder.timer().equals(timer)
                ? Optional.of(reminder)
                : Optional.empty();
    }

    private static Sentence wrong(ReadEntry entry) {
        return entry instanceof ReadEntry.Shut shut
                ? Told.of(shut.why())
                : Sentence.of("casebook.reminder.another");
    }

    private Optional<String> ladder(TimerRing ring) {
        return tools.reminders().ladders().stream()
                .filter(one -> one.id().equals(ring.ladder()))
                .map(Ladder::label)
                .findFirst();
    }

    private static CaseView.Ring ring(TimerRing one) {
        return new CaseView.Ring(
                one.at(), one.rang().isEmpty(), one.rang().map(AlarmId::value).orElse(0L));
    }

    /// What rang so long ago that its alarm has lost its words.
    private static Stream<CaseView.Ring> forgotten(Saying.Reminder says, List<TimerRing> rings) {
        var known = rings.stream().map(TimerRing::at).collect(Collectors.toSet());
        return says.at().stream()
                .filter(at -> !known.contains(at))
                .map(at -> new CaseView.Ring(at, false, 0));
    }
}
