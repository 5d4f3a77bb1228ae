package org.watchword.desk.changes;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// What waits for a second person: a page, and while there is any, a line on the board.
public final class ChangePages implements Places.Filler {
    /// Where whoever asked for a change is led.
    public static final String PATH = "/changes";

    /// What one must be allowed: whoever is rung at night may say that a change is right.
    private static final String ANSWER = "answer";

    private final Store store;
    private final Changes changes;
    private final BiFunction<Handle, PersonId, Optional<String>> names;

    public ChangePages(
            Store store, Changes changes, BiFunction<Handle, PersonId, Optional<String>> names) {
        this.store = store;
        this.changes = changes;
        this.names = names;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.May(""), this::show),
                Route.post(PATH + "/{id}/agree", new Gate.Freshly(ANSWER), this::agree),
                Route.post(PATH + "/{id}/withdraw", new Gate.Freshly(""), this::withdraw));
    }

    private Answer show(Visit visit) {
        PersonId me = visit.present().person();
        List<ChangesView.One> waiting =
                store.read(handle ->
                        changes.waiting(handle, visit.words()).stream()
                                .map(one ->
                                        new ChangesView.One(
                                                one.id(),
                                                one.says(),
                                                names.apply(handle, one.by()).orElse("?"),
                                                one.askedAt(),
                                                one.due(),
                                                one.by().equals(me)))
                                .toList());
        return Answer.page(
                "changes/changes.jte", Sentence.of("changes.title"), new ChangesView.All(waiting));
    }

    private Answer agree(Visit visit) {
        return answered(visit, changes::agree);
    }

    private Answer withdraw(Visit visit) {
        return answered(visit, changes::withdraw);
    }

    @FunctionalInterface
    private interface Act {
        Changes.Settled in(Turn turn, long id, PersonId by);
    }

    private Answer answered(Visit visit, Act act) {
        long id = visit.number("id");
        PersonId by = visit.present().person();
        return switch (store.writer().write(Lane.ORDINARY, turn -> act.in(turn, id, by))) {
            case DONE -> Answer.goTo(PATH);
            case OWN -> Answer.refused(Sentence.of("changes.own"), PATH);
            case NOT_NOW -> Answer.refused(Sentence.of("changes.not-now"), PATH);
            case GONE -> Answer.refused(Sentence.of("changes.gone"), PATH);
        };
    }

    @Override
    public String place() {
        return "board.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        boolean may = visit.caller().mayDo(ANSWER);
        int count = may ? store.read(changes::count) : 0;
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Places.Inside("changes/beside.jte", new ChangesView.Count(count)));
    }
}
