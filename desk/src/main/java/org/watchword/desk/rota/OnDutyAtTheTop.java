package org.watchword.desk.rota;

import java.util.Optional;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Who is on duty now and who next, on every page of somebody who is signed in.
final class OnDutyAtTheTop implements Places.Filler {
    private final RotaReading reading;

    OnDutyAtTheTop(RotaReading reading) {
        this.reading = reading;
    }

    @Override
    public String place() {
        return "top.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        return visit.caller() instanceof Caller.Present
                ? reading.top(visit).map(top -> new Places.Inside("rota/top.jte", top))
                : Optional.empty();
    }
}
