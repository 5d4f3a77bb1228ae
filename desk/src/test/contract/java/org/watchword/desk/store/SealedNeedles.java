package org.watchword.desk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Sealed fields as they lie in the rows, to be looked for in all files of a directory.
public final class SealedNeedles {
    private static final int LENGTH = 40;

    private final List<String> needles = new ArrayList<>();

    /// The beginnings of all fields of these columns; each is random and stands nowhere else.
    public static SealedNeedles of(Store store, List<String> columns) {
        var all = new SealedNeedles();
        for (String column : columns) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            store
                    .read(handle ->
                            handle.createQuery("SELECT " + name + " FROM " + table)
                                    .map((row, _) -> row.getBytes(1))
                                    .list())
                    .stream()
                    .filter(bytes -> bytes != null && bytes.length >= LENGTH)
                    .forEach(bytes ->
                            all.needles.add(
                                    new String(bytes, 0, LENGTH, StandardCharsets.ISO_8859_1)));
        }
        return all;
    }

    /// Those that are not among the others.
    public SealedNeedles without(SealedNeedles others) {
        var left = new SealedNeedles();
        left.needles.addAll(needles);
        left.needles.removeAll(Set.copyOf(others.needles));
        return left;
    }

    public int count() {
        return needles.size();
    }

    /// How many of them lie in some file.
    public long foundIn(Path directory) {
        try (var files = Files.walk(directory)) {
            List<String> contents =
                    files.filter(Files::isRegularFile).map(SealedNeedles::content).toList();
            return needles.stream()
                    .filter(one -> contents.stream().anyMatch(content -> content.contains(one)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SealedNeedles() {}
}
