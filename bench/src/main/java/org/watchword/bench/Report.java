package org.watchword.bench;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Everything that one bench measured, as it lies in a file.
///
/// @param bench `watch`, `formats` or `entries`
record Report(String bench, List<Measured> parts) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static final String WATCH = "watch";
    static final String FORMATS = "formats";
    static final String ENTRIES = "entries";

    Report {
        Objects.requireNonNull(bench, "bench");
        parts = List.copyOf(parts);
    }

    /// Reads what an earlier run kept; nothing where there is no file.
    ///
    /// @throws NoReport where the file holds something else, which is never written over
    static Report read(Path file, String bench) throws IOException {
        if (Files.notExists(file)) {
            return nothing(bench);
        }
        Report report = read(file);
        if (report.bench.equals(bench)) {
            return report;
        }
        throw new NoReport(file);
    }

    /// Reads what a run of any bench kept.
    ///
    /// @throws NoReport where the file holds something else
    static Report read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), Report.class);
        } catch (JacksonException e) {
            throw new NoReport(file, e);
        }
    }

    static Report nothing(String bench) {
        return new Report(bench, List.of());
    }

    /// A file that was not written by this program, by an older one, or by another bench.
    static final class NoReport extends IOException {
        @Serial private static final long serialVersionUID = 1L;

        NoReport(Path file, JacksonException cause) {
            super(message(file), cause);
        }

        NoReport(Path file) {
            super(message(file));
        }

        private static String message(Path file) {
            return file + " holds something else than measurements: name another file";
        }
    }

    void write(Path file) throws IOException {
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    }

    /// The same with that part, instead of what it said of that part before.
    Report with(Measured one) {
        List<Measured> all = new ArrayList<>(parts);
        all.removeIf(other -> other.part().equals(one.part()));
        all.add(one);
        all.sort(Comparator.comparingInt(part -> Measurable.place(part.part())));
        return new Report(bench, all);
    }
}
