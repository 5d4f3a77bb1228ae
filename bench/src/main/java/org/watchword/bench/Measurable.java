package org.watchword.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.bench.keeper.Ground;

/// A part of a bench.
sealed interface Measurable permits Part, FormatPart, LedgerPart {
    /// Its name on the command line.
    String word();

    String title();

    Findings measure(Ground ground, Effort effort) throws IOException, InterruptedException;

    /// Every part of every bench, in the order in which they are told.
    static List<Measurable> all() {
        return Stream.<Measurable[]>of(Part.values(), FormatPart.values(), LedgerPart.values())
                .flatMap(Stream::of)
                .toList();
    }

    static Optional<Measurable> of(String word) {
        return all().stream().filter(part -> part.word().equals(word)).findFirst();
    }

    /// Where a part stands among them; what nobody knows stands at the end.
    static int place(String word) {
        List<String> words = all().stream().map(Measurable::word).toList();
        int at = words.indexOf(word);
        return at < 0 ? words.size() : at;
    }
}
