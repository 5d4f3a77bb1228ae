package org.watchword.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of `docs/formats`, whose demands name what shows them: vectors and tests.
public final class Profile {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+[a-z])`");

    private final List<String> lines;

    private Profile(List<String> lines) {
        this.lines = lines;
    }

    public static Profile of(String page) {
        try {
            return new Profile(Files.readAllLines(Path.of("../docs/formats").resolve(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> named(Pattern pattern) {
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    /// The names on it that a test can have.
    public List<String> tests() {
        return named(TEST).stream().distinct().toList();
    }

    public static boolean isTest(String name) {
        try (Stream<Path> tests = Files.find(Path.of(".."), 12, (file, _) -> isTest(file, name))) {
            return tests.findFirst().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(Path file, String name) {
        return file.endsWith(name + ".java") && file.toString().contains("src/test/");
    }

    /// For each demand in a table its last cell, which says what shows it.
    public List<String> shows() {
        return lines.stream()
                .filter(line -> line.startsWith("| MUST"))
                .map(row -> row.substring(row.lastIndexOf('|', row.length() - 2)))
                .toList();
    }
}
