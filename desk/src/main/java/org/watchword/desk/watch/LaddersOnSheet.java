package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// The ladders in plain words, on the sheet that is printed for a shift.
final class LaddersOnSheet implements Places.Filler {
    private final PageTools tools;

    LaddersOnSheet(PageTools tools) {
        this.tools = tools;
    }

    @Override
    public String place() {
        return "sheet.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        var words =
                new LaddersInWords(
                        visit.words(), visit.times(), tools.directory(visit.words()), List.of());
        var ladders = tools.ladders().all().stream().map(words::ladder).toList();
        return ladders.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Places.Inside("watch/sheet.jte", new LaddersView.OnSheet(ladders)));
    }
}
