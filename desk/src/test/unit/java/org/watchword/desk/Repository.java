package org.watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sources this build was made from, for tests that read them.
final class Repository {
    private static final List<String> MODULES =
            List.of("formats", "desk", "story-desk", "bench", "browser");

    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("ARCHITECTURE.md"))) {
            at = at.getParent();
            if (at == null) {
                throw new IllegalStateException("no ARCHITECTURE.md above here");
            }
        }
        return at;
    }

    /// Every file below `module/under` whose name ends so, of all modules.
    static List<Path> files(String under, String ending) {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve(under))
                .filter(Files::isDirectory)
                .flatMap(Repository::walk)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return root().relativize(file).toString();
    }

    private Repository() {}
}
