package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The two files of a backup are named by its time in UTC and nothing else.
final class Night {
    /// Which of the two a file is.
    enum Kind {
        BACKUP("backup"),
        SLOTS("slots");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// What the name of one that is whole ends with.
        String ending() {
            return "." + word + ".age";
        }

        /// What the name of one that is being written ends with.
        String unfinished() {
            return "." + word + ".part";
        }
    }

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// What the names of the files of an instant begin with.
    static String name(Instant at) {
        return NAME.format(at);
    }

    /// A file of slots, and when it was made.
    record Slots(Path file, Instant at) {}

    /// Where the slots of a backup lie when nobody took them elsewhere; empty when its name does
    /// not tell.
    static Optional<Path> slotsBeside(Path backup) {
        return before(backup, Kind.BACKUP.ending())
                .map(name -> backup.resolveSibling(name + Kind.SLOTS.ending()));
    }

    private static Optional<String> before(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ending)
                ? Optional.of(name.substring(0, name.length() - ending.length()))
                : Optional.empty();
    }

    /// Takes away what a run that was killed left in the target. The slots get their name before
    /// the rest has its own, so slots beside a rest that is unfinished are of no backup.
    static void clearUnfinished(Path target) throws IOException {
        try (var parts = Files.newDirectoryStream(target, "*" + Kind.BACKUP.unfinished())) {
            for (Path part : parts) {
                Path name =
                        part.resolveSibling(before(part, Kind.BACKUP.unfinished()).orElseThrow());
                if (!Files.exists(name.resolveSibling(name.getFileName() + Kind.BACKUP.ending()))) {
                    Files.deleteIfExists(
                            name.resolveSibling(name.getFileName() + Kind.SLOTS.ending()));
                }
                Files.deleteIfExists(part);
            }
        }
        try (var parts = Files.newDirectoryStream(target, "*" + Kind.SLOTS.unfinished())) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// The files of slots in a directory, the oldest first; none where it cannot be read.
    static List<Slots> slotsIn(Path directory) {
        var found = new ArrayList<Slots>();
        try (var files = Files.newDirectoryStream(directory, "*" + Kind.SLOTS.ending())) {
            for (Path file : files) {
                found.add(new Slots(file, at(file)));
            }
        } catch (IOException e) {
            // a target that is gone is said already
        }
        found.sort(Comparator.comparing(Slots::at));
        return found;
    }

    /// As its name tells, or, of one that somebody named otherwise, when it was last changed.
    private static Instant at(Path file) throws IOException {
        try {
            return NAME.parse(before(file, Kind.SLOTS.ending()).orElseThrow(), Instant::from);
        } catch (DateTimeException e) {
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    private Night() {}
}
