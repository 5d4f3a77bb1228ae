package org.watchword.story.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.watchword.story.script.Story;
import org.watchword.story.visit.Card;

/// Opens a story's desk in this very process, by the same lines that the pipe of its own process
/// would carry, and keeps it as {@link Founded}.
public final class Rehearsal {
    private final Story story;
    private final FoundingOrder order;

    public Rehearsal(Story story, FoundingOrder order) {
        this.story = story;
        this.order = order;
    }

    /// Somebody looks at the desk and makes the cards that the story needs.
    @FunctionalInterface
    public interface Visit {
        /// Visits the desk.
        ///
        /// @param port of the staff desk
        /// @return the cards by code-name; empty when it did not go well
        Optional<Map<String, Card>> to(int port);
    }

    /// Founds the desk in an empty directory, lets somebody visit it at its port, closes it and
    /// keeps it.
    ///
    /// @param begin the story's time
    /// @return whether it opened and the visit went well
    public boolean run(Path desk, Instant begin, Visit visit, Path kept) throws IOException {
        var real = InstantSource.system();
        DeskProcess prepared = DeskProcess.prepare(desk, story.place(), begin, real);
        prepared.setTime();
        var inside = new StoryDesk(desk, new PrintStream(PrintStream.nullOutputStream()));
        String opened = inside.answered("hosts");
        String founded = inside.answered("found " + order.line());
        Optional<Map<String, Card>> cards = Optional.empty();
        if (opened.equals("done") && founded.startsWith("ready ")) {
            cards = visit.to(prepared.port());
        }
        if (inside.answered("quit").equals("done") && cards.isPresent()) {
            Founded.keep(desk, order, cards.get(), kept);
        }
        return cards.isPresent();
    }
}
