package org.watchword.desk.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The few files that are no pages, read once.
record StaticFiles(String path, String type, String text) implements Handler {
    static List<StaticFiles> all() {
        return List.of(
                read("/style.css", "text/css; charset=utf-8", "style.css"),
                read("/favicon.svg", "image/svg+xml", "favicon.svg"),
                read("/robots.txt", "text/plain; charset=utf-8", "robots.txt"));
    }

    private static StaticFiles read(String path, String type, String resource) {
        try (var in = StaticFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " in this program");
            }
            return new StaticFiles(
                    path, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(Context context) {
        context.contentType(type);
        context.result(text);
    }
}
