package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.rota.SheetCodes;
import org.watchword.desk.rota.Sheets;
import org.watchword.desk.store.Turn;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Somebody is shut out with nobody signed in: by the code on a shift sheet, once, for one person,
/// and whoever is on duty is rung in the same turn. The sheet of who is shut out himself counts for
/// nothing.
final class ByCode {
    static final String PATH = "/shut-out";

    private static final String PAGE = "ledger/belonging/by_code.jte";
    private static final Sentence TITLE = Sentence.of("belonging.by-code.title");
    private static final String CODE = "code";
    private static final String NAME = "name";

    private final Desk desk;
    private final SheetCodes codes;
    private final BiConsumer<Turn, Sentence> rings;

    ByCode(Desk desk, SheetCodes codes, BiConsumer<Turn, Sentence> rings) {
        this.desk = desk;
        this.codes = codes;
        this.rings = rings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.Open(), _ -> page("", List.of())),
                Route.post(PATH, new Gate.Open(), this::shutOut));
    }

    /// Fills `sheet.beside` with the code, where it would do something.
    Places.Filler onSheet() {
        return new Places.Filler() {
            @Override
            public String place() {
                return "sheet.beside";
            }

            @Override
            public Optional<Places.Inside> fill(Visit visit) {
                if (!desk.signs()) {
                    return Optional.empty();
                }
                var code = new BelongingView.Code(codes.on(visit.number("id")));
                return Optional.of(new Places.Inside("ledger/belonging/sheet.jte", code));
            }
        };
    }

    private static Answer page(String name, List<Wrong> wrong) {
        var view = new BelongingView.ByCode(name, false, wrong);
        return wrong.isEmpty() ? Answer.page(PAGE, TITLE, view) : Answer.again(PAGE, TITLE, view);
    }

    private static Answer wrong(String name, String field, String why) {
        return page(name, List.of(new Wrong(field, Sentence.of(why))));
    }

    /// The code is looked at first: who has none learns no name.
    private Answer shutOut(Visit visit) {
        String name = visit.form().line(NAME).orElse("");
        try (Secret typed = visit.form().secret(CODE)) {
            Optional<Sheets.Sheet> good =
                    codes.good(typed, visit.now()).filter(one -> !desk.isShutOut(one.by()));
            if (good.isEmpty()) {
                var noSuch = Sentence.of("belonging.by-code.no-code");
                Sentence why = desk.accounts().wrongCodes().counted(visit.source(), noSuch);
                return page(name, List.of(new Wrong(CODE, why)));
            }
            Optional<PersonId> who = desk.accounts().named(name);
            if (who.isEmpty()) {
                return wrong(name, NAME, "belonging.by-code.nobody");
            }
            return desk.isShutOut(who.get())
                    ? wrong(name, NAME, "belonging.by-code.is-out")
                    : shutOut(visit, good.get(), who.get());
        }
    }

    private Answer shutOut(Visit visit, Sheets.Sheet by, PersonId who) {
        try {
            if (desk.isOutside(AtSignIn.number(who))) {
                desk.shutOutByRow(AtSignIn.number(who), visit.now(), turn -> used(turn, visit, by));
                return done();
            }
            Appended came =
                    desk.ledger()
                            .members()
                            .shutOut(
                                    AtSignIn.number(who),
                                    turn -> {
                                        desk.accounts().signOut(turn, who);
                                        used(turn, visit, by);
                                    });
            return came instanceof Appended.Stands ? done() : Refusals.answer(came, PATH);
        } catch (UsedMeanwhile e) {
            return wrong("", CODE, "belonging.by-code.no-code");
        }
    }

    private static Answer done() {
        return Answer.page(PAGE, TITLE, new BelongingView.ByCode("", true, List.of()));
    }

    private void used(Turn turn, Visit visit, Sheets.Sheet by) {
        if (!SheetCodes.use(turn, by, visit.now())) {
            throw new UsedMeanwhile();
        }
        rings.accept(turn, Sentence.of("belonging.by-code.rings"));
    }

    /// Ends the turn in which a code would count twice.
    private static final class UsedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedMeanwhile() {
            super("this code was used", null, false, false);
        }
    }
}
