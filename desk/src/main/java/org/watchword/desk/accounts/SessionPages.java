package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.accounts.SessionRows.Row;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The devices on which somebody is signed in, and where his case files are open: shut them, end a
/// session, lock everything, sign out.
final class SessionPages {
    static final String PATH = "/sessions";

    private final Sessions sessions;
    private final Jobs jobs;

    SessionPages(Sessions sessions, Jobs jobs) {
        this.sessions = sessions;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.May(""), this::show),
                Route.post(PATH + "/{id}/end", new Gate.May(""), this::end),
                Route.post(PATH + "/{id}/shut", new Gate.May(""), this::shut),
                Route.post("/lock", new Gate.Session(), this::lock),
                Route.post("/sign-out", new Gate.Session(), this::signOut));
    }

    private Answer show(Visit visit) {
        var present = visit.present();
        long here = sessions.of(present.formToken()).map(Row::id).orElse(0L);
        var devices =
                sessions.listOf(present.person()).reversed().stream()
                        .map(row -> device(row, here, visit))
                        .toList();
        var title = Sentence.of("accounts.sessions.title");
        var view =
                new DoorView.Sessions(
                        devices.stream().filter(DoorView.Device::here).toList(),
                        devices.stream().filter(device -> !device.here()).toList(),
                        jobs.running().stream()
                                .filter(job -> job.owner().equals(present.person()))
                                .count());
        return Answer.page("accounts/sessions.jte", title, view);
    }

    private DoorView.Device device(Row row, long here, Visit visit) {
        var times = visit.times();
        return new DoorView.Device(
                row.id(),
                times.dayAndMinute(row.started()),
                times.dayAndMinute(row.deliberate()),
                times.dayAndMinute(row.ends()),
                row.isLocked(visit.now()),
                row.id() == here,
                sessions.filesOpenUntil(row.id()).map(times::dayAndMinute).orElse(""));
    }

    private Answer end(Visit visit) {
        sessions.end(visit.present().person(), visit.number("id"));
        return Answer.goTo(PATH);
    }

    private Answer shut(Visit visit) {
        sessions.shutFiles(visit.present().person(), visit.number("id"));
        return Answer.goTo(PATH);
    }

    private Answer lock(Visit visit) {
        PersonId person =
                switch (visit.caller()) {
                    case Caller.Nobody _ -> throw new IllegalStateException("no session");
                    case Caller.Locked locked -> locked.person();
                    case Caller.Present present -> present.person();
                };
        sessions.lockAll(person);
        return Answer.goTo(Doors.UNLOCK);
    }

    private Answer signOut(Visit visit) {
        SignInPages.token(visit.caller()).ifPresent(sessions::end);
        return new Answer.SignedOut(Doors.SIGN_IN);
    }
}
