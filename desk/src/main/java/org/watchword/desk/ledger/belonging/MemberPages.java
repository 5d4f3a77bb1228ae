package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.store.Turn;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.CaseFiles;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// One account: let somebody in after comparing, shut out, lift that, remove.
final class MemberPages {
    private static final String ONE = BelongingPages.PATH + "/{id}";
    private static final String PAGE = "ledger/belonging/member.jte";
    private static final String OUT = "belonging.told.shut-out";
    private static final Gate SIGNED_IN = new Gate.May("");

    private final Desk desk;
    private final Shown shown;
    private final BiConsumer<Turn, Sentence> tells;

    /// @param tells the team, on the board
    MemberPages(Desk desk, Shown shown, BiConsumer<Turn, Sentence> tells) {
        this.desk = desk;
        this.shown = shown;
        this.tells = tells;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, SIGNED_IN, this::show),
                post("/invite", this::invite),
                post("/confirm", this::confirm),
                Route.post(ONE + "/shut-out", SIGNED_IN, this::shutOut),
                post("/lift", this::lift),
                post(
                        "/authority",
                        (visit, keys) -> half(new Statement.AuthorityGiven(asked(visit)), keys)),
                post("/remove", this::remove));
    }

    private Route post(String what, BiFunction<Visit, AccountKeys, Answer> work) {
        return Route.post(
                ONE + what,
                new Gate.FilesOpen(""),
                visit -> Desk.signing(visit, path(visit), keys -> work.apply(visit, keys)));
    }

    private static String path(Visit visit) {
        return BelongingPages.PATH + "/" + visit.number("id");
    }

    /// Whose page this is: an account of the team, who may have left it.
    private AccountNumber asked(Visit visit) {
        var id = new PersonId(visit.number("id"));
        return desk.look().people().stream()
                .map(Person::id)
                .filter(id::equals)
                .map(AtSignIn::number)
                .findFirst()
                .orElseThrow(Route.NotHere::new);
    }

    private Answer show(Visit visit) {
        return page(visit, List.of());
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var view = shown.one(desk.look(), desk.viewer(visit), asked(visit), wrong);
        var title = Sentence.of("belonging.one.title");
        return wrong.isEmpty() ? Answer.page(PAGE, title, view) : Answer.again(PAGE, title, view);
    }

    private Optional<Answer> refusedWhileOut(Visit visit, AccountNumber who) {
        return desk.look().outByRow().containsKey(who)
                ? Optional.of(
                        Answer.refused(Sentence.of("belonging.refused.is-shut-out"), path(visit)))
                : Optional.empty();
    }

    private Answer invite(Visit visit, AccountKeys keys) {
        return refusedWhileOut(visit, asked(visit)).orElseGet(() -> invited(visit, keys));
    }

    private Answer invited(Visit visit, AccountKeys keys) {
        return said(visit, desk.ledger().members().says(new Statement.Invited(asked(visit)), keys));
    }

    private Answer said(Visit visit, Appended came) {
        return Refusals.answer(came, path(visit));
    }

    /// What was compared is what is signed: other keys than stood on the page are refused.
    private Answer confirm(Visit visit, AccountKeys keys) {
        AccountNumber who = asked(visit);
        return refusedWhileOut(visit, who).orElseGet(() -> confirmed(visit, who, keys));
    }

    private Answer confirmed(Visit visit, AccountNumber who, AccountKeys keys) {
        Optional<Keys> theirs =
                desk.membership()
                        .flatMap(one -> one.standing(who))
                        .flatMap(one ->
                                one instanceof Standing.Accepted(Keys accepted)
                                        ? Optional.of(accepted)
                                        : Optional.empty());
        if (theirs.isEmpty()) {
            return Answer.refused(Sentence.of("belonging.refused.not-come"), path(visit));
        }
        boolean isSeen = visit.form().text("seen").equals(Optional.of(Aloud.seen(theirs.get())));
        if (!isSeen || desk.look().hasOther(who, theirs.get())) {
            return Answer.refused(Sentence.of("belonging.refused.other-keys"), path(visit));
        }
        if (!visit.form().has("compared")) {
            var why = Sentence.of("belonging.one.not-compared");
            return page(visit, List.of(new Wrong("compared", why)));
        }
        return said(
                visit,
                desk.ledger().members().says(new Statement.Confirmed(who, theirs.get()), keys));
    }

    /// At once, and signed out in the same turn; the board says who did it. Any colleague in force
    /// may, also from a shift: the desk signs it then. Of whoever is not confirmed his row says it:
    /// an officer who only answers can be taken, too.
    private Answer shutOut(Visit visit) {
        AccountNumber who = asked(visit);
        Desk.Viewer viewer = desk.viewer(visit);
        boolean belongs =
                viewer.standing().filter(Standing.Confirmed.class::isInstance).isPresent();
        if (!belongs || viewer.me().equals(who)) {
            String why =
                    belongs
                            ? "belonging.refused.about-yourself"
                            : "belonging.refused.unknown-signer";
            return Answer.refused(Sentence.of(why), path(visit));
        }
        if (desk.isOutside(who)) {
            desk.shutOutByRow(who, visit.now(), turn -> tell(turn, OUT, viewer.me(), who));
            return Answer.goTo(path(visit));
        }
        if (desk.signs()) {
            return said(
                    visit,
                    desk.ledger().members().shutOut(who, turn -> isOut(turn, viewer.me(), who)));
        }
        if (visit.present().files() instanceof CaseFiles.Shut) {
            return Answer.refused(Sentence.of("belonging.refused.desk-cannot-sign"), path(visit));
        }
        return Desk.withKeys(visit, keys -> shutOut(visit, who, keys));
    }

    private Answer shutOut(Visit visit, AccountNumber who, AccountKeys keys) {
        return said(
                visit,
                desk.ledger()
                        .members()
                        .shutOut(who, keys, turn -> isOut(turn, Desk.me(visit), who)));
    }

    private void isOut(Turn turn, AccountNumber by, AccountNumber who) {
        desk.accounts().signOut(turn, Desk.person(who));
        tell(turn, OUT, by, who);
    }

    private void tell(Turn turn, String what, AccountNumber by, AccountNumber who) {
        tells.accept(
                turn, new Sentence(what, Map.of("by", name(turn, by), "who", name(turn, who))));
    }

    private String name(Turn turn, AccountNumber who) {
        return desk.accounts().people().name(turn.handle(), Desk.person(who)).orElse("?");
    }

    /// Whoever says it twice said it once.
    private Answer lift(Visit visit, AccountKeys keys) {
        AccountNumber who = asked(visit);
        AccountNumber me = Desk.me(visit);
        Map<AccountNumber, Optional<AccountNumber>> out = desk.look().outByRow();
        if (!out.containsKey(who)) {
            return half(new Statement.Lifted(who), keys);
        }
        if (Optional.of(me).equals(out.get(who))) {
            return Answer.goTo(path(visit));
        }
        return desk.liftByRow(who, me, turn -> lifts(turn, me, who))
                .map(why -> Answer.refused(why, path(visit)))
                .orElseGet(() -> Answer.goTo(path(visit)));
    }

    private void lifts(Turn turn, AccountNumber by, AccountNumber who) {
        boolean isStillOut =
                desk.accounts().shutOutByRow().all(turn.handle()).containsKey(Desk.person(who));
        tell(turn, isStillOut ? "belonging.told.lifts" : "belonging.told.lifted", by, who);
    }

    private Answer half(Statement says, AccountKeys keys) {
        var came = desk.ledger().countersigning().begin(says, keys);
        return Refusals.answer(came, BelongingPages.PATH);
    }

    private Answer remove(Visit visit, AccountKeys keys) {
        AccountNumber who = asked(visit);
        return desk.ledger().compartments().of(who).isEmpty()
                ? Answer.refused(Sentence.of("belonging.refused.already"), path(visit))
                : said(visit, desk.ledger().compartments().removeFromAll(who, keys));
    }
}
