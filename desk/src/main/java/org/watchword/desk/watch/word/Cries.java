package org.watchword.desk.watch.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that everybody cries for help with, in every language of this program. A card may hold one
/// of them as its own help word; then it means what the card says.
final class Cries {
    private static final Set<String> ALL = read();

    /// Whether a word in the one spelling is such a cry.
    static boolean isOne(String spelled) {
        return ALL.contains(spelled);
    }

    private static Set<String> read() {
        try (InputStream in = Cries.class.getResourceAsStream("cries.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of cries is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Spelling::joined)
                    .filter(cry -> !cry.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cries() {}
}
