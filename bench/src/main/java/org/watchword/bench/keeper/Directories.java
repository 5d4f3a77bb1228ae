package org.watchword.bench.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Whole directories.
public final class Directories {
    private Directories() {}

    /// Takes one away, with everything in it.
    public static void remove(Path directory) {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies the files of one into another, which need not exist.
    static void copy(Path from, Path to) {
        try (Stream<Path> inside = Files.list(from)) {
            Files.createDirectories(to);
            for (Path path : inside.toList()) {
                Files.copy(path, to.resolve(path.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
