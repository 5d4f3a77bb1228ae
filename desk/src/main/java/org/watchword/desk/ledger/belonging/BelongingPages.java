package org.watchword.desk.ledger.belonging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.Jobs;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.rota.SheetCodes;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
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
    private final MemberPages members;
    private final ByCode byCode;

    /// What the pages stand on.
    ///
    /// @param languages in which keys are read out
    public record Ground(Store store, Ledger ledger, Accounts accounts, List<Language> languages) {}

    /// How the team hears of it, in the turn that is given.
    ///
    /// @param tells says it on the board
    /// @param rings says it until somebody answers
    public record Heard(BiConsumer<Turn, Sentence> tells, BiConsumer<Turn, Sentence> rings) {}

    /// @param codes on the paper that shuts somebody out
    public BelongingPages(Ground ground, SheetCodes codes, Heard heard) {
        this.desk =
                new Desk(ground.store(), ground.ledger(), ground.accounts(), ground.languages());
        this.shown = new Shown(desk);
        this.members = new MemberPages(desk, shown, heard.tells());
        this.byCode = new ByCode(desk, codes, heard.rings());
    }

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.get(PATH, new Gate.May(""), visit -> page(visit, List.of())));
        routes.add(Route.post(PATH + "/settle", new Gate.FilesOpenFreshly(""), this::settle));
        routes.add(
                Route.post(
                        PATH + "/come",
                        GATE,
                        visit -> Desk.withKeys(visit, keys -> come(visit, keys))));
        routes.addAll(new FoundingPages(desk, this).routes());
        routes.addAll(new HalfPages(desk).routes());
        routes.addAll(members.routes());
        routes.addAll(byCode.routes());
        return routes;
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(new Frame.MenuItem("belonging.menu", PATH, ""));
    }

    /// Fills `person.beside`, `people.beside` and `sheet.beside`.
    public List<Places.Filler> fillers() {
        return List.of(new BesidePerson(desk, shown), new BesidePeople(), byCode.onSheet());
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
        desk.atSignIn().comes(Desk.me(visit), keys);
        return Answer.goTo(PATH);
    }

    /// Goes on with what a sign-in began. What is much, a job does.
    private Answer settle(Visit visit) {
        return Desk.withKeys(
                visit,
                keys -> {
                    var came = desk.atSignIn().settle(visit.present().person(), keys);
                    return came.stopped()
                            .map(SettlingJob::why)
                            .or(() -> notBegun(came.begun()))
                            .or(() -> shut(came.shut()))
                            .map(why -> Answer.refused(why, PATH))
                            .orElseGet(() -> Answer.goTo(PATH));
                });
    }

    private static Optional<Sentence> shut(long slots) {
        return slots == 0 ? Optional.empty() : Optional.of(SettlingJob.shut(slots));
    }

    private static Optional<Sentence> notBegun(List<Jobs.Begun> begun) {
        return begun.stream()
                .flatMap(one ->
                        switch (one) {
                            case Jobs.Begun.Runs _ -> Stream.<Sentence>empty();
                            // The next page says so, whichever that is.
                            case Jobs.Begun.Shut _ -> Stream.<Sentence>empty();
                            case Jobs.Begun.RunsAlready _ ->
                                    Stream.of(Sentence.of("belonging.settle.runs-already"));
                            case Jobs.Begun.TooMany _ ->
                                    Stream.of(Sentence.of("belonging.settle.too-many"));
                        })
                .findFirst();
    }
}
