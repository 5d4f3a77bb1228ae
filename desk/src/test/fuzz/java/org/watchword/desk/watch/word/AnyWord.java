package org.watchword.desk.watch.word;

import static org.watchword.desk.Foreign.promise;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;

/// Any text that somebody in hiding may have written: its pieces are spelled once and for all, and
/// how much is looked up has an end.
public final class AnyWord {
    private static final Reading READING = new Reading(new WordHash((_, value) -> value));

    public static void fuzzerTestOneInput(byte[] data) {
        String text = CleanText.cleaned(Foreign.text(data));
        List<String> pieces = Spelling.pieces(text);
        for (String piece : pieces) {
            promise(!piece.isEmpty(), "a piece is something");
            promise(Spelling.joined(piece).equals(piece), "a piece is spelled once and for all");
        }
        String joined = Spelling.joined(text);
        promise(joined.equals(String.join("", pieces)), "the word is its pieces");
        List<byte[]> signs = READING.signs(text);
        promise(signs.size() <= 2 * Limits.PIECES_READ_FOR_SIGNS + 5, "what is tried has an end");
        promise(
                Reading.isPlainly(text) || pieces.size() <= Limits.PIECES_OF_A_TYPO,
                "whoever says much says something");
        int apart = Spelling.distance(joined, text, Limits.CODE_WORDS_APART);
        promise(apart >= 0 && apart <= Limits.CODE_WORDS_APART, "a distance has an end");
        said(text);
    }

    private static void said(String text) {
        String packed = Said.of(new Kept(text, Optional.empty(), List.of(), true)).packed();
        int bytes = packed.getBytes(StandardCharsets.UTF_8).length;
        promise(bytes == Limits.CHECK_IN_BYTES, "a check-in always has one size");
        promise(text.startsWith(Said.unpacked(packed).text()), "it says what was said");
    }

    private AnyWord() {}
}
