package org.watchword.story.seized;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.watchword.story.process.DeskProcess;

/// Something that a desk may have left behind, wherever on the disk.
///
/// @param places none where nothing of the kind lies
public record Trace(Kind kind, List<Path> places) {
    public Trace {
        places = List.copyOf(places);
    }

    /// In the order in which they are searched.
    public enum Kind {
        /// The database with its journal, the watch key, the settings.
        DIRECTORY,
        LOG,
        TEMPORARY,
        /// What Java keeps of an earlier run so that the next one starts quickly.
        START_CACHE,
        /// Reports, memory and replays that a Java leaves which crashes.
        CRASH_FILES,
        BACKUP
    }

    private static final String CACHE = "-XX:AOTCache=";
    private static final Pattern OF_A_CRASH =
            Pattern.compile("hs_err_pid.*|replay_pid.*|core(\\.\\d+)?|.*\\.hprof");

    /// Everything but a backup, of a desk that was stopped.
    static List<Trace> of(DeskProcess desk) throws IOException {
        List<Trace> all = new ArrayList<>();
        all.add(new Trace(Kind.DIRECTORY, List.of(desk.directory())));
        all.add(new Trace(Kind.LOG, there(desk.log())));
        all.add(new Trace(Kind.TEMPORARY, there(desk.temporary())));
        all.add(new Trace(Kind.START_CACHE, startCache().map(Trace::there).orElse(List.of())));
        all.add(new Trace(Kind.CRASH_FILES, ofCrashes(desk)));
        return all;
    }

    private static List<Path> there(Path place) {
        return Files.exists(place) ? List.of(place) : List.of();
    }

    /// The desk's process begins with the one that we began with.
    private static Optional<Path> startCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(given -> given.startsWith(CACHE))
                .map(given -> Path.of(given.substring(CACHE.length())))
                .findFirst();
    }

    /// Java writes them where it was started, or where temporary files go. What was there before
    /// the desk was, is another's.
    private static List<Path> ofCrashes(DeskProcess desk) throws IOException {
        FileTime begin = Files.getLastModifiedTime(desk.mark());
        List<Path> found = new ArrayList<>();
        Path own = Path.of(System.getProperty("java.io.tmpdir"));
        for (Path place : List.of(Path.of("").toAbsolutePath(), own, desk.temporary())) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    for (Path file : files.filter(Trace::isOfACrash).toList()) {
                        if (Files.getLastModifiedTime(file).compareTo(begin) >= 0) {
                            found.add(file);
                        }
                    }
                }
            }
        }
        return found;
    }

    static boolean isOfACrash(Path file) {
        return Files.isRegularFile(file) && OF_A_CRASH.matcher("" + file.getFileName()).matches();
    }
}
