package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// On the page of a person: how the account stands for case files, and the way there.
final class BesidePerson implements Places.Filler {
    private final Desk desk;
    private final Shown shown;

    BesidePerson(Desk desk, Shown shown) {
        this.desk = desk;
        this.shown = shown;
    }

    @Override
    public String place() {
        return "person.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        var who = AtSignIn.number(new PersonId(visit.number("id")));
        var view = shown.one(desk.look(), desk.viewer(visit), who, List.of());
        return Optional.of(new Places.Inside("ledger/belonging/beside_person.jte", view));
    }
}
