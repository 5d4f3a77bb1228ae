package org.watchword.desk.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.Language;

/// Ordinary words drawn by chance: ten bits each, because a list has 1,024. Single-use codes are
/// made of them, and the passphrases that the desk offers.
public final class PlainWords {
    static final int WORDS = 1_024;

    /// Words of a single-use code: 80 bits.
    public static final int CODE = 8;

    /// Words of an offered passphrase: 60 bits, each guess of which costs a run of Argon2id.
    public static final int PASSPHRASE = 6;

    private final List<String> words;
    private final SecureRandom random;

    private PlainWords(List<String> words, SecureRandom random) {
        this.words = words;
        this.random = random;
    }

    /// The words of a language, or English ones where there are none.
    public static PlainWords in(Language language, SecureRandom random) {
        return new PlainWords(listed(language), random);
    }

    /// All words of a language in their order, or the English ones where there are none.
    static List<String> listed(Language language) {
        var in = PlainWords.class.getResourceAsStream("plain-words." + language.tag() + ".txt");
        if (in == null) {
            return listed(new Language("en"));
        }
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var words = lines.lines().toList();
            if (words.size() != WORDS) {
                throw new IllegalStateException("a list of plain words is not whole");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// So many words, a blank between two.
    public String draw(int count) {
        return Stream.generate(() -> words.get(random.nextInt(WORDS)))
                .limit(count)
                .collect(Collectors.joining(" "));
    }
}
