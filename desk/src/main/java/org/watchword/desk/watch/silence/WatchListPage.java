package org.watchword.desk.watch.silence;

import java.util.List;
import java.util.function.Predicate;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// All watches: is anybody late?
record WatchListPage(SilencePages.Tools tools) {
    private static final int ENDED_SHOWN = 10;

    List<Route> routes() {
        return List.of(Route.get(SilencePages.PATH, SilencePages.SEES, this::all));
    }

    private Answer all(Visit visit) {
        var rows = tools.watches().rows();
        var going = tools.store().read(handle -> rows.going(handle, Limits.WATCHES_LISTED));
        var ended = tools.store().read(handle -> rows.ended(handle, ENDED_SHOWN));
        Predicate<OneWatch> isDraft = watch -> watch.phase() instanceof Draft;
        var view =
                new SilenceView.All(
                        rows(going.stream().filter(isDraft.negate()).toList(), visit),
                        rows(going.stream().filter(isDraft).toList(), visit),
                        rows(ended, visit),
                        going.size() == Limits.WATCHES_LISTED,
                        visit.present().may().contains(Capability.LADDERS));
        return Answer.page("watch/silence/watches.jte", Sentence.of("silence.title"), view);
    }

    private List<SilenceView.Row> rows(List<OneWatch> watches, Visit visit) {
        var plans = tools.plans(visit);
        return watches.stream().map(watch -> tools.row(watch, plans, visit)).toList();
    }
}
