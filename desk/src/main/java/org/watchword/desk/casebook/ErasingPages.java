package org.watchword.desk.casebook;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.EntryPage;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.formats.entry.EntryId;

/// Erasing an entry, by any of those who read there, after a sentence about what that does.
final class ErasingPages {
    private static final String ONE =
            Tools.CASES + "/{id}/compartments/{compartment}/entries/{entry}";

    private final Tools tools;

    ErasingPages(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, Tools.READ, this::ask),
                Route.post(ONE + "/erase", Tools.CHANGE, this::erase));
    }

    /// An entry, where it stands.
    private record Found(
            OneCase of, OwnCompartment compartment, OpenCompartment open, ReadEntry entry) {}

    private Answer found(Visit visit, BiFunction<Reading, Found, Answer> page) {
        long number = visit.number("entry");
        return tools.reading(
                visit,
                (reading, of) ->
                        tools.compartment(of, visit.part("compartment"))
                                .flatMap(one -> found(reading, of, one, number))
                                .map(one -> page.apply(reading, one))
                                .orElseThrow(Route.NotHere::new));
    }

    private static Optional<Found> found(
            Reading reading, OneCase of, OwnCompartment one, long number) {
        return reading.enter(one.place()) instanceof Entered.Open(OpenCompartment open)
                        && open.after(number - 1, 1)
                                instanceof EntryPage.Read(List<ReadEntry> entries, _)
                ? entries.stream()
                        .filter(entry -> entry.number() == number)
                        .findFirst()
                        .map(entry -> new Found(of, one, open, entry))
                : Optional.empty();
    }

    private Answer ask(Visit visit) {
        return found(
                visit,
                (_, one) -> {
                    if (!Lines.mayErase(one.entry())) {
                        return refused(one);
                    }
                    var lines = new Lines(visit, tools, tools.team().names());
                    var line = lines.of(one.compartment(), one.entry());
                    var view =
                            new CaseView.Erasing(
                                    tools.path(one.of()),
                                    one.of().codeName().orElse(""),
                                    line.erase() + "/erase",
                                    line.kept());
                    return Answer.page(
                            "casebook/erase.jte", Sentence.of("casebook.erase.title"), view);
                });
    }

    private Answer refused(Found one) {
        return Answer.refused(Sentence.of("casebook.erase.not-this"), tools.path(one.of()));
    }

    private Answer erase(Visit visit) {
        return found(
                visit,
                (_, one) -> {
                    if (!Lines.mayErase(one.entry())) {
                        return refused(one);
                    }
                    String back = tools.path(one.of());
                    EntryId id = id(one.entry());
                    return Told.of(one.open().erase(id, tools.reminders().erasing(id)))
                            .map(why -> Answer.refused(why, back))
                            .orElseGet(() -> Answer.goTo(back));
                });
    }

    private static EntryId id(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Whole whole -> whole.entry().context().entry();
            case ReadEntry.Erased erased -> erased.id();
            case ReadEntry.Shut shut -> shut.id();
        };
    }
}
