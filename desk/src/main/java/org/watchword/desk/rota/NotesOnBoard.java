package org.watchword.desk.rota;

import java.util.Optional;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Fresh hand-over notes on the board, below those on duty.
final class NotesOnBoard implements Places.Filler {
    private final RotaReading reading;

    NotesOnBoard(RotaReading reading) {
        this.reading = reading;
    }

    @Override
    public String place() {
        return "board.duty";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        var notes = reading.freshNotes(visit);
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Places.Inside("rota/board.jte", new RotaView.OnBoard(notes)));
    }
}
