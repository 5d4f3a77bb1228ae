package org.watchword.desk.ledger.belonging;

import java.util.Optional;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// On the page of all people: the way to who of them belongs. Whoever sees that page may go there.
final class BesidePeople implements Places.Filler {
    @Override
    public String place() {
        return "people.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        return Optional.of(
                new Places.Inside("ledger/belonging/beside_people.jte", BelongingPages.PATH));
    }
}
