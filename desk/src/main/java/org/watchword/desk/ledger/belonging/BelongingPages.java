package org.watchword.desk.ledger.belonging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.Settled;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.slot.AccountKeys;

/// The page who belongs. Anybody who is signed in sees who is there; what is signed, and what tells
/// of compartments, needs open case files.
public final class BelongingPages {
    static final String PATH = "/belonging";

    private static final String PAGE = "ledger/belonging/belonging.jte";
    private static final Sentence TITLE = Sentence.of("belonging.title");
    private static final Gate GATE = new Gate.FilesOpen("");

    private final Desk desk;
    private final Shown shown;

    /// @param languages in which keys are read out
    public BelongingPages(Store store, Ledger ledger, Accounts accounts, List<Language> languages) {
        this.desk = new Desk(store, ledger, accounts, languages);
        this.shown = new Shown(desk);
    }

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.get(PATH, new Gate.May(""), visit -> page(visit, List.of())));
        routes.add(Route.post(PATH + "/settle", GATE, this::settle));
        routes.add(
                Route.post(
                        PATH + "/come",
                        GATE,
                        visit -> Desk.withKeys(visit, keys -> come(visit, keys))));
        routes.addAll(new FoundingPages(desk, this).routes());
        routes.addAll(new HalfPages(desk).routes());
        routes.addAll(new MemberPages(desk, shown).routes());
        return routes;
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(new Frame.MenuItem("belonging.menu", PATH, ""));
    }

    /// Fills `person.beside`.
    public List<Places.Filler> fillers() {
        return List.of(new BesidePerson(desk, shown));
    }

    /// The page again, with what is wrong in it.
    Answer again(Visit visit, Wrong wrong) {
        return page(visit, List.of(wrong));
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var view = shown.page(desk.look(), desk.viewer(visit), wrong);
        return wrong.isEmpty() ? Answer.page(PAGE, TITLE, view) : Answer.again(PAGE, TITLE, view);
    }

    private Answer come(Visit visit, AccountKeys keys) {
        new AtSignIn(desk.ledger()).comes(Desk.me(visit), keys);
        return Answer.goTo(PATH);
    }

    /// Goes on with what a sign-in began: so many pieces, and the page shows what is left.
    private Answer settle(Visit visit) {
        return Desk.withKeys(
                visit,
                keys -> {
                    var came =
                            new AtSignIn(desk.ledger())
                                    .settle(Desk.me(visit), keys, CaseLimits.PIECES_AT_A_PRESS);
                    return came.stopped()
                            .map(why -> Answer.refused(why(why), PATH))
                            .or(() -> shut(came.shut()))
                            .orElseGet(() -> Answer.goTo(PATH));
                });
    }

    private static Optional<Answer> shut(long slots) {
        return slots == 0
                ? Optional.empty()
                : Optional.of(
                        Answer.refused(Sentence.of("belonging.settle.shut", "count", slots), PATH));
    }

    private static Sentence why(Settled.Why why) {
        return switch (why) {
            case Settled.Out _ -> Sentence.of("belonging.settle.out");
            case Settled.NoEpoch(var failure) -> Refusals.of(failure);
            case Settled.NotKept _ -> Sentence.of("belonging.settle.not-kept");
        };
    }
}
