package org.watchword.desk.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Tick;
import org.watchword.desk.basis.Ticks;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// "Before the first night": what must hold before a night is trusted to the desk. Every line is
/// looked at anew whenever somebody looks; the board shows how many are left until none is.
final class FirstNightPages implements Places.Filler {
    static final String PATH = "/first-night";

    /// How the lines' names begin, in the order in which people do them; what begins with none of
    /// these comes last.
    private static final List<String> ORDER =
            List.of("sign-in", "channels", "people", "rota", "watch", "backup", "drill");

    private final Store store;
    private final List<Ticks> rooms;

    FirstNightPages(Store store, List<Ticks> rooms) {
        this.store = store;
        this.rooms = List.copyOf(rooms);
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, new Gate.May(""), this::show));
    }

    private List<Tick> ticks() {
        return store.read(handle ->
                rooms.stream()
                        .flatMap(room -> room.now(handle).stream())
                        .sorted(Comparator.comparingInt(FirstNightPages::place))
                        .toList());
    }

    private static int place(Tick tick) {
        return (int) ORDER.stream().takeWhile(name -> !tick.id().startsWith(name)).count();
    }

    private Answer show(Visit visit) {
        var lines =
                ticks().stream()
                        .map(tick ->
                                new PeopleView.TickLine(
                                        tick.id(),
                                        tick.well(),
                                        visit.words().say(tick.says()),
                                        tick.path()))
                        .toList();
        return Answer.page(
                "accounts/first_night.jte",
                Sentence.of("accounts.first-night.title"),
                new PeopleView.FirstNight(open(lines), lines));
    }

    private static int open(List<PeopleView.TickLine> lines) {
        return (int) lines.stream().filter(line -> !line.well()).count();
    }

    @Override
    public String place() {
        return "board.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        if (!(visit.caller() instanceof Caller.Present)) {
            return Optional.empty();
        }
        int open = (int) ticks().stream().filter(tick -> !tick.well()).count();
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        new Places.Inside(
                                "accounts/first_night_board.jte",
                                new PeopleView.FirstNightLeft(open, PATH)));
    }
}
