package org.watchword.story.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntPredicate;
import org.watchword.story.script.Story;

/// Opens a story's desk in this very process, by the same lines that the pipe of its own process
/// would carry, and keeps it as {@link Founded}.
public final class Rehearsal {
    private final Story story;
    private final FoundingOrder order;

    public Rehearsal(Story story, FoundingOrder order) {
        this.story = story;
        this.order = order;
    }

    /// Founds the desk in an empty directory, lets somebody visit it at its port, closes it and
    /// keeps it.
    ///
    /// @param begin the story's time
    /// @return whether it opened and the visit went well
    public boolean run(Path desk, Instant begin, IntPredicate visit, Path kept) throws IOException {
        var real = InstantSource.system();
        DeskProcess prepared = DeskProcess.prepare(desk, story.place(), begin, real);
        prepared.setTime();
        var inside = new StoryDesk(desk, new PrintStream(PrintStream.nullOutputStream()));
        String opened = inside.answered("hosts");
        String founded = inside.answered("found " + order.line());
        boolean well =
                opened.equals("done")
                        && founded.startsWith("ready ")
                        && visit.test(prepared.port());
        if (inside.answered("quit").equals("done") && well) {
            Founded.keep(desk, order, kept);
        }
        return well;
    }
}
