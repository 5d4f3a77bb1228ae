package org.watchword.desk.watch.silence;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.People;
import org.watchword.desk.store.Store;
import org.watchword.desk.watch.Ladders;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The pages of watches, for whoever puts the desk together.
public final class SilencePages {
    static final String PATH = "/watches";
    static final Gate SEES = new Gate.May(Capability.ANSWER);
    static final Gate PLANS = new Gate.Freshly(Capability.LADDERS);

    private final Tools tools;

    public SilencePages(
            Watches watches, Store store, People people, Ladders ladders, WatchChanges changes) {
        this.tools = new Tools(watches, store, people, ladders, changes);
    }

    public List<Route> routes() {
        return Stream.of(
                        new WatchListPage(tools).routes(),
                        new PlanPage(tools).routes(),
                        new OneWatchPage(tools).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// What is due soon, on the board.
    public List<Places.Filler> fillers() {
        return List.of(new DueSoon(tools));
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(new Frame.MenuItem("silence.menu", PATH, Capability.ANSWER));
    }

    /// What these pages work with.
    record Tools(
            Watches watches, Store store, People people, Ladders ladders, WatchChanges changes) {
        PlanInWords plans(Visit visit) {
            return store.read(handle -> watches.inWords(handle, visit.words(), visit.times()));
        }

        SilenceView.Row row(OneWatch watch, PlanInWords plans, Visit visit) {
            var state = new StateInWords(visit.words(), visit.times(), visit.now());
            return new SilenceView.Row(
                    watch.id().value(),
                    watch.plan().label(),
                    watch.plan().drill(),
                    plans.who(watch.plan()),
                    state.of(watch));
        }

        /// @throws Route.NotHere when there is none at this address
        OneWatch watch(Visit visit) {
            var id = new WatchId(visit.number("id"));
            return store.read((Handle handle) -> watches.rows().load(handle, id))
                    .filter(one -> !one.isForgotten())
                    .orElseThrow(Route.NotHere::new);
        }
    }

    static String path(WatchId id) {
        return PATH + "/" + id.value();
    }

    static Answer goTo(WatchId id) {
        return Answer.goTo(path(id));
    }

    /// The edition that a form was typed over; one that no watch has where it is none.
    static long seen(Visit visit) {
        return visit.form()
                .line("seen")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
