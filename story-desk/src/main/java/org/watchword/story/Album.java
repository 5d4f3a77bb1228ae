package org.watchword.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.watchword.story.visit.Page;

/// Keeps every page that somebody got, in the order of getting, when it is asked to.
final class Album {
    private final Path directory;
    private boolean open;
    private int pages;

    Album(Path story) {
        this.directory = story.resolve("pages");
    }

    synchronized void open() {
        open = true;
    }

    synchronized void keep(String person, Page page) {
        if (!open) {
            return;
        }
        pages++;
        String where = page.path().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name =
                "%04d-%s-%s-%d.html"
                        .formatted(
                                pages,
                                person.toLowerCase(Locale.ROOT).replaceAll("\\P{L}+", ""),
                                where.isEmpty() ? "board" : where,
                                page.status());
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve(name), page.document().outerHtml(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
