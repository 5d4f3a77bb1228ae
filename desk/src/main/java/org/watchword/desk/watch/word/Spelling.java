package org.watchword.desk.watch.word;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How words are compared: case, ё and е, blanks, full stops and whatever else is no letter and no
/// digit make no difference.
final class Spelling {
    private static final Pattern MARKED_E = Pattern.compile("е\\p{M}+");

    /// The pieces of a text, each in the one spelling.
    static List<String> pieces(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        plain.codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c) || isMark(c)) {
                        piece.appendCodePoint(c);
                    } else {
                        close(piece, pieces);
                    }
                });
        close(piece, pieces);
        return pieces;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void close(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(spelled(piece.toString()));
            piece.setLength(0);
        }
    }

    /// Spelled again it stays the same: words that were found are kept so, and read once more. Two
    /// dots over an е fall, wherever they stand among its marks; a sigma knows no end of a word.
    private static String spelled(String piece) {
        String small = piece.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('ς', 'σ');
        String bare = MARKED_E.matcher(small).replaceAll(e -> e.group().replace("\u0308", ""));
        return Normalizer.normalize(bare, Normalizer.Form.NFKC);
    }

    /// The whole text as one word.
    static String joined(String text) {
        return String.join("", pieces(text));
    }

    /// How many letters must be changed, added or taken out to make one of the other, counted up to
    /// `enough`.
    static int distance(String one, String other, int enough) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        if (Math.abs(a.length - b.length) >= enough) {
            return enough;
        }
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int above = row[j];
                int same = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(same, 1 + Math.min(above, row[j - 1]));
                corner = above;
            }
        }
        return Math.min(enough, row[b.length]);
    }

    private Spelling() {}
}
