package org.watchword.formats.bundle;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/// What may stand in a text, and which texts some systems cannot tell apart.
final class Letters {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /// Throws where one does not see what one reads: controls, half characters, separators of
    /// lines, and what turns text around (Unicode TR 36, 3.1; "Trojan Source").
    ///
    /// @param also controls that may be there
    static void seen(String text, IntPredicate also) {
        boolean hidden = text.codePoints().anyMatch(one -> isHidden(one) && !also.test(one));
        Flawed.when(hidden, Failure.HIDDEN_CHARACTER);
    }

    private static boolean isHidden(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || letter == BYTE_ORDER_MARK
                || (letter >= 0x202A && letter <= 0x202E)
                || (letter >= 0x2066 && letter <= 0x2069);
    }

    /// Throws unless it is one line, in NFC, neither empty nor with blanks at its ends.
    static void line(String text, int mostOctets) {
        seen(text, _ -> false);
        Flawed.when(octets(text) > mostOctets, Failure.TOO_LONG);
        Flawed.when(text.isEmpty() || hasBlankEnds(text) || !isNfc(text), Failure.LINE_MALFORMED);
    }

    static boolean isNfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    static boolean hasBlankEnds(String text) {
        return isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length()));
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The same for two names that a system which minds neither case nor composition takes for one:
    /// canonical caseless matching (Unicode, D145), by the mappings that the JDK has. Takes a few
    /// more names for one than that, never fewer.
    static String folded(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
        String wide = small(apart).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(small(wide), Normalizer.Form.NFD);
    }

    /// Letter by letter, so that no letter depends on those around it, as a sigma would.
    private static String small(String text) {
        var small = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }

    private Letters() {}
}
