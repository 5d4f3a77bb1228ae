package org.watchword.desk.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The jobs that run, whosever they are: somebody may ask whether case files are sealed now. Each
/// is cancelled by its owner.
final class JobPages {
    static final String PATH = "/jobs";

    private final Store store;
    private final People people;
    private final Jobs jobs;

    JobPages(Store store, People people, Jobs jobs) {
        this.store = store;
        this.people = people;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.May(""), this::show),
                Route.post(PATH + "/{id}/cancel", new Gate.May(""), this::cancel));
    }

    private Answer show(Visit visit) {
        PersonId me = visit.present().person();
        var running =
                jobs.running().stream()
                        .sorted(Comparator.comparingLong(Jobs.Job::id))
                        .map(one -> shown(one, me, visit))
                        .toList();
        var ended = jobs.ended(me).stream().map(one -> shown(one, visit)).toList();
        var title = Sentence.of("accounts.jobs.title");
        return Answer.page("accounts/jobs.jte", title, new JobView.Page(running, ended));
    }

    private JobView.Running shown(Jobs.Job job, PersonId me, Visit visit) {
        var times = visit.times();
        return new JobView.Running(
                job.id(),
                job.name(),
                store.read(handle -> people.name(handle, job.owner())).orElse("?"),
                times.dayAndMinute(job.began()),
                times.dayAndMinute(job.until()),
                job.of() == 0
                        ? Sentence.of("accounts.jobs.begins")
                        : new Sentence(
                                "accounts.jobs.progress",
                                Map.of("done", job.done(), "of", job.of())),
                job.owner().equals(me));
    }

    private static JobView.Ended shown(Jobs.Ended job, Visit visit) {
        return new JobView.Ended(job.name(), visit.times().dayAndMinute(job.at()), job.how());
    }

    /// One that ended meanwhile is as good as cancelled.
    private Answer cancel(Visit visit) {
        boolean _ = jobs.cancel(visit.present().person(), visit.number("id"));
        return Answer.goTo(PATH);
    }
}
