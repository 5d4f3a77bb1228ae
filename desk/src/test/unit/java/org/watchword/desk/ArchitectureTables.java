package org.watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The tables of `ARCHITECTURE.md`, which tests hold the program to.
final class ArchitectureTables {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /// Each row of the table under this heading, cell by cell.
    static List<List<String>> under(String heading) {
        List<String> lines = read(Repository.root().resolve("ARCHITECTURE.md"));
        int at = lines.indexOf(heading);
        if (at < 0) {
            throw new IllegalStateException("ARCHITECTURE.md has no " + heading);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(at + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }
            if (line.startsWith("|")) {
                rows.add(cells(line));
            }
        }
        return rows.subList(Math.min(2, rows.size()), rows.size());
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /// The words in backticks of one cell.
    static List<String> names(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArchitectureTables() {}
}
