package org.watchword.desk.casebook;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.casebook.reminder.Pointer;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.timer.TimerId;
import org.watchword.desk.web.CaseFiles;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Beside an alarm that reminds of something: the way to the case, for who reads there and has case
/// files open. Nobody else learns more than that it is something.
final class ReminderBeside implements Places.Filler {
    private final Tools tools;

    ReminderBeside(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String place() {
        return "alarm.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        if (!visit.caller().mayDo(Capability.ANSWER)) {
            return Optional.empty();
        }
        String here = visit.frame().here();
        List<TimerId> timers = AlarmId.at(here).map(tools.reminders()::rangAs).orElseGet(List::of);
        if (timers.isEmpty()) {
            return Optional.empty();
        }
        CaseView.Beside view =
                visit.present().files() instanceof CaseFiles.Open
                        ? tools.reading(visit, reading -> beside(reading, timers))
                        : shut(here);
        return Optional.of(new Places.Inside("casebook/alarm_beside.jte", view));
    }

    private CaseView.Beside beside(Reading reading, List<TimerId> timers) {
        List<Optional<Pointer>> all = timers.stream().map(tools.reminders()::of).toList();
        List<Pointer> open = all.stream().flatMap(Optional::stream).toList();
        List<Pointer> his =
                open.stream().filter(one -> reading.reads(one.entry().place())).toList();
        List<CaseView.Link> cases =
                his.stream()
                        .map(one -> one.entry().place().ofCase())
                        .distinct()
                        .flatMap(id -> reading.one(id).map(this::link).stream())
                        .toList();
        return new CaseView.Beside("", cases, his.size() < open.size(), open.size() < all.size());
    }

    private static CaseView.Beside shut(String here) {
        return new CaseView.Beside(Doors.with(Doors.FILES, here), List.of(), false, false);
    }

    private CaseView.Link link(OneCase of) {
        return new CaseView.Link(tools.path(of), of.codeName().orElse(""));
    }
}
