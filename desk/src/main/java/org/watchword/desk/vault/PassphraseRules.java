package org.watchword.desk.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Secret;

/// What a new passphrase must be: long, and not made of what everybody tries first. Nothing is
/// asked of its kinds of characters.
public final class PassphraseRules {
    /// Characters that a passphrase has at least.
    public static final int FEWEST_CHARACTERS = 15;

    /// Bytes in UTF-8 that it has at most; it is never cut.
    public static final int MOST_BYTES = 256;

    /// Characters that must be left when common words, context and runs are taken away.
    private static final int FEWEST_OF_ITS_OWN = 8;

    private static final int SHORTEST_CONTEXT = 3;

    private final List<String> common;

    private PassphraseRules(List<String> common) {
        this.common = common;
    }

    /// What is wrong with a passphrase.
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        COMMON
    }

    /// With the desk's own list of words that everybody tries.
    public static PassphraseRules read() {
        var stream = PassphraseRules.class.getResourceAsStream("common-passphrases.txt");
        if (stream == null) {
            throw new IllegalStateException("no common-passphrases.txt beside the vault");
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new PassphraseRules(
                    lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty when it may be used.
    ///
    /// @param context words near to hand: the person's name, the desk's name
    public Optional<Flaw> flaw(Secret passphrase, List<String> context) {
        if (passphrase.length() > MOST_BYTES) {
            return Optional.of(Flaw.TOO_LONG);
        }
        char[] typed = NormalForm.characters(passphrase);
        try {
            if (Character.codePointCount(typed, 0, typed.length) < FEWEST_CHARACTERS) {
                return Optional.of(Flaw.TOO_SHORT);
            }
            return ofItsOwn(typed, context) < FEWEST_OF_ITS_OWN
                    ? Optional.of(Flaw.COMMON)
                    : Optional.empty();
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// How many letters and digits are left when everything easy is blanked out.
    private int ofItsOwn(char[] typed, List<String> context) {
        for (int i = 0; i < typed.length; i++) {
            typed[i] = Character.toLowerCase(typed[i]);
        }
        common.forEach(word -> blank(typed, word));
        context.stream()
                .flatMap(
                        words -> Arrays.stream(words.toLowerCase(java.util.Locale.ROOT).split(" ")))
                .filter(word -> word.length() >= SHORTEST_CONTEXT)
                .forEach(word -> blank(typed, word));
        int own = 0;
        for (int i = 0; i < typed.length; i++) {
            if (Character.isLetterOrDigit(typed[i]) && !continuesARun(typed, i)) {
                own++;
            }
        }
        return own;
    }

    private static void blank(char[] typed, String word) {
        var all = CharBuffer.wrap(typed);
        for (int at = 0; at + word.length() <= typed.length; at++) {
            if (CharSequence.compare(all.subSequence(at, at + word.length()), word) == 0) {
                Arrays.fill(typed, at, at + word.length(), ' ');
            }
        }
    }

    /// One more of the same, the next or the one before in the alphabet, or the same again as one
    /// to four places earlier, as in `abcabcabc`.
    private static boolean continuesARun(char[] typed, int i) {
        if (i >= 1 && Math.abs(typed[i] - typed[i - 1]) <= 1) {
            return true;
        }
        for (int period = 2; period <= 4; period++) {
            if (i >= 2 * period - 1 && repeats(typed, i, period)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(char[] typed, int i, int period) {
        for (int back = 0; back < period; back++) {
            if (typed[i - back] != typed[i - back - period]) {
                return false;
            }
        }
        return true;
    }
}
