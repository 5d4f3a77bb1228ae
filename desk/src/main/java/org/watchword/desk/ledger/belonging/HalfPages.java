package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.slot.AccountKeys;

/// What one signed and a second must: sign it too, or put it away.
final class HalfPages {
    private static final Gate GATE = new Gate.FilesOpen("");
    private static final String HALF = BelongingPages.PATH + "/half/{id}";

    private final Desk desk;

    HalfPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.post(
                        BelongingPages.PATH + "/desk-key",
                        GATE,
                        visit -> Desk.signing(visit, BelongingPages.PATH, this::nameDesk)),
                Route.post(
                        HALF + "/sign",
                        GATE,
                        visit ->
                                Desk.signing(
                                        visit, BelongingPages.PATH, keys -> sign(visit, keys))),
                Route.post(HALF + "/put-away", GATE, this::putAway));
    }

    private Answer nameDesk(AccountKeys keys) {
        var says = desk.ledger().members().deskKey();
        return Refusals.answer(
                desk.ledger().countersigning().begin(says, keys), BelongingPages.PATH);
    }

    private Answer sign(Visit visit, AccountKeys keys) {
        Optional<ChainHead> seen = FoundingPages.head(visit);
        Appended came =
                seen.map(head ->
                                desk.ledger().countersigning().sign(visit.number("id"), head, keys))
                        .orElseGet(() -> new Appended.Refused(MembershipFailure.OVERTAKEN));
        return Refusals.answer(came, BelongingPages.PATH);
    }

    private Answer putAway(Visit visit) {
        if (!desk.viewer(visit).isInForce()) {
            return Answer.refused(
                    Sentence.of("belonging.refused.unknown-signer"), BelongingPages.PATH);
        }
        desk.ledger().countersigning().putAway(visit.number("id"));
        return Answer.goTo(BelongingPages.PATH);
    }
}
