package org.watchword.desk.ledger.belonging;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Foundation;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// The presses of a founding, and what belongs to one's own keys and paper.
final class FoundingPages {
    private static final Gate GATE = new Gate.FilesOpen("");
    private static final String FOUND = BelongingPages.PATH + "/found";

    private final Desk desk;
    private final BelongingPages page;

    FoundingPages(Desk desk, BelongingPages page) {
        this.desk = desk;
        this.page = page;
    }

    List<Route> routes() {
        return List.of(
                Route.post(FOUND, GATE, visit -> signing(visit, keys -> begin(visit, keys))),
                Route.post(
                        FOUND + "/sign", GATE, visit -> signing(visit, keys -> sign(visit, keys))),
                Route.post(FOUND + "/put-away", GATE, this::putAway),
                Route.post(BelongingPages.PATH + "/paper", GATE, this::wroteDown),
                Route.post(
                        BelongingPages.PATH + "/own-key",
                        GATE,
                        visit -> signing(visit, keys -> replace(visit, keys))));
    }

    private static Answer signing(Visit visit, Function<AccountKeys, Answer> work) {
        return Desk.signing(visit, BelongingPages.PATH, work);
    }

    /// What was ticked is what was compared: a key that is another by now was not.
    private Answer begin(Visit visit, AccountKeys keys) {
        var ticked = visit.form().texts("compared");
        var seen = desk.look();
        Map<AccountNumber, Keys> named = new HashMap<>();
        for (AccountNumber one : seen.founders()) {
            seen.known(one)
                    .filter(theirs -> ticked.contains(ticked(one, theirs)))
                    .ifPresent(theirs -> named.put(one, theirs));
        }
        if (named.size() < ticked.size()) {
            return refused(Foundation.Why.CHANGED_MEANWHILE);
        }
        // Where nothing can begin there is nothing to tick: why, the try itself says.
        if (named.isEmpty() && desk.ledger().standing() instanceof ChainStanding.NotFounded) {
            return page.again(visit, new Wrong("compared", Sentence.of("belonging.found.none")));
        }
        named.put(Desk.me(visit), AtSignIn.publicKeys(keys));
        return answer(desk.foundation().begin(named, keys), keys);
    }

    static String ticked(AccountNumber who, Keys keys) {
        return who.number() + "-" + Aloud.seen(keys);
    }

    private static Answer refused(Foundation.Why why) {
        return Answer.refused(Refusals.of(why), BelongingPages.PATH);
    }

    private Answer answer(Foundation.Came came, AccountKeys keys) {
        return switch (came) {
            case Foundation.Came.Refused(Foundation.Why why) -> refused(why);
            case Foundation.Came.Waits _, Foundation.Came.PutAway _ ->
                    Answer.goTo(BelongingPages.PATH);
            case Foundation.Came.Founded _ -> {
                // The desk's key needs two: whoever signed last is the first of them.
                Statement deskKey = desk.ledger().members().deskKey();
                var _ = desk.ledger().countersigning().begin(deskKey, keys);
                yield Answer.goTo(BelongingPages.PATH);
            }
        };
    }

    private Answer sign(Visit visit, AccountKeys keys) {
        Optional<ChainHead> seen = head(visit);
        if (seen.isEmpty()) {
            return refused(Foundation.Why.OTHER_THAN_SEEN);
        }
        boolean waits = desk.look().proposal().map(Foundation.Proposal::fingerprint).equals(seen);
        if (waits && !visit.form().has("compared")) {
            var why = Sentence.of("belonging.found.not-compared");
            return page.again(visit, new Wrong("compared", why));
        }
        return answer(desk.foundation().sign(seen.get(), Desk.me(visit), keys), keys);
    }

    private Answer putAway(Visit visit) {
        return head(visit)
                .map(seen -> desk.foundation().putAway(seen, Desk.me(visit)))
                .map(came ->
                        came instanceof Foundation.Came.Refused(Foundation.Why why)
                                ? refused(why)
                                : Answer.goTo(BelongingPages.PATH))
                .orElseGet(() -> refused(Foundation.Why.OTHER_THAN_SEEN));
    }

    /// The fingerprint or head that a form brought back.
    static Optional<ChainHead> head(Visit visit) {
        String hex = visit.form().text("seen").orElse("");
        return hex.matches("[0-9a-f]{" + 2 * ChainHead.BYTES + "}")
                ? Optional.of(new ChainHead(Octets.of(HexFormat.of().parseHex(hex))))
                : Optional.empty();
    }

    private Answer wroteDown(Visit visit) {
        Optional<ChainHead> fingerprint = desk.membership().map(one -> one.fingerprint());
        if (fingerprint.isEmpty() || !fingerprint.equals(head(visit))) {
            return refused(Foundation.Why.OTHER_THAN_SEEN);
        }
        if (!desk.viewer(visit).isInForce()) {
            return Answer.refused(
                    Sentence.of("belonging.refused.unknown-signer"), BelongingPages.PATH);
        }
        desk.ledger().knownKeys().wroteDown(Desk.me(visit), fingerprint.get());
        return Answer.goTo(BelongingPages.PATH);
    }

    private Answer replace(Visit visit, AccountKeys keys) {
        Keys own = AtSignIn.publicKeys(keys);
        if (desk.look().hasOther(Desk.me(visit), own)) {
            desk.ledger().knownKeys().replace(Desk.me(visit), own);
        }
        return Answer.goTo(BelongingPages.PATH);
    }
}
