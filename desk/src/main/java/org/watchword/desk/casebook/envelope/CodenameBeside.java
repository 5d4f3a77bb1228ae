package org.watchword.desk.casebook.envelope;

import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Beside a code-name: how it stands with its envelope, and for case leads the way to fill it.
final class CodenameBeside implements Places.Filler {
    private final Envelopes.Ground ground;
    private final Filling filling;

    CodenameBeside(Envelopes.Ground ground, Filling filling) {
        this.ground = ground;
        this.filling = filling;
    }

    @Override
    public String place() {
        return "codename.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        var who = new CodenameId(visit.number("id"));
        boolean may = visit.present().may().contains(Capability.LEAD);
        return ground.store()
                .read(handle ->
                        ground.watch().alarms().isTwin(handle, who)
                                ? Optional.empty()
                                : Optional.of(
                                        new Places.Inside(
                                                "casebook/envelope/codename_beside.jte",
                                                new EnvelopeView.OfCodename(
                                                        who.value(),
                                                        new Telling(ground, visit, handle)
                                                                .says(
                                                                        filling.standing(
                                                                                handle, who)),
                                                        may))));
    }
}
