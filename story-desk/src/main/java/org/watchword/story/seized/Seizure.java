package org.watchword.story.seized;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.story.NeedleSearch;
import org.watchword.story.Needles;
import org.watchword.story.StoryWorld;
import org.watchword.story.process.DeskProcess;

/// A story's desk is stopped as when its plug is pulled; what it left on the disk is searched for
/// every text that the story typed or was given; then it is started again.
public final class Seizure {
    /// What Java writes is full of the program's words. Shorter names stand in it by chance, as
    /// Tern does in "internal".
    public static final int SHORTEST_IN_JAVAS = 12;

    private final StoryWorld world;
    private final Path list;
    private final Consumer<Looked> looking;

    /// @param list the threat model, with the list of what may lie in clear
    /// @param looking is told of each trace once it was searched
    public Seizure(StoryWorld world, Path list, Consumer<Looked> looking) {
        this.world = world;
        this.list = list;
        this.looking = looking;
    }

    /// What came of it.
    ///
    /// @param needles how many texts were looked for
    /// @param noBackup why there was none to search
    public record Seized(
            int needles,
            List<NeedleSearch.Found> found,
            InClear inClear,
            Optional<Sentence> noBackup) {
        /// Whether nothing lies there that must not.
        public boolean well() {
            return wellBut(Set.of());
        }

        /// The same, whether or not these are found: nobody knows what a reader looks for.
        public boolean wellBut(Set<String> more) {
            return inClear.unlisted().isEmpty()
                    && found.stream().allMatch(one -> more.contains(one.needle()));
        }
    }

    /// One trace was searched.
    public record Looked(Trace.Kind kind, int files, long bytes) {}

    /// Stops, searches, starts.
    ///
    /// @param more texts to look for besides, which only a reader knows
    /// @throws UncheckedIOException when something cannot be read; the desk runs again all the same
    public Seized seize(Set<String> more) {
        // Before: whoever opens the database of a killed desk makes it whole, and changes it.
        Set<String> needles = new HashSet<>(Needles.of(world));
        needles.addAll(more);
        needles.removeIf(needle -> !NeedleSearch.isSought(needle));
        world.desk().kill();
        try {
            return searched(needles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            world.desk().restart();
            world.desk().settle();
        }
    }

    private Seized searched(Set<String> needles) throws IOException {
        DeskProcess desk = world.desk();
        List<NeedleSearch.Found> found = new ArrayList<>();
        for (Trace trace : Trace.of(desk)) {
            found.addAll(looked(trace, needles));
        }
        try (Image image = Image.of(desk.directory())) {
            Optional<Sentence> noBackup =
                    switch (image.backUp(desk.clock())) {
                        case Backup.Written _ -> Optional.empty();
                        case Backup.Failed(Sentence why, _) -> Optional.of(why);
                    };
            found.addAll(looked(new Trace(Trace.Kind.BACKUP, List.of(image.target())), needles));
            var inClear = InClear.of(image.database(), list);
            return new Seized(needles.size(), List.copyOf(found), inClear, noBackup);
        }
    }

    private List<NeedleSearch.Found> looked(Trace trace, Set<String> needles) throws IOException {
        int shortest =
                switch (trace.kind()) {
                    case START_CACHE, CRASH_FILES -> SHORTEST_IN_JAVAS;
                    case DIRECTORY, LOG, TEMPORARY, BACKUP -> 1;
                };
        var search =
                new NeedleSearch(needles.stream().filter(n -> n.length() >= shortest).toList());
        List<NeedleSearch.Found> found = new ArrayList<>();
        int files = 0;
        long bytes = 0;
        for (Path place : trace.places()) {
            NeedleSearch.Searched one = search.through(place);
            found.addAll(one.found());
            files += one.files();
            bytes += one.bytes();
        }
        looking.accept(new Looked(trace.kind(), files, bytes));
        return found;
    }
}
