package org.watchword.desk.basis;

import java.text.Normalizer;
import java.util.Optional;

/// What a typed text may hold. Two ways to deal with one that breaks the rule: refuse it and say
/// what is wrong ({@link #problem}), or strip it ({@link #cleaned}), where losing the text would be
/// worse than changing it: in a call about somebody in danger.
///
/// Allowed is everything but control characters (line breaks and tabs are fine) and the characters
/// that turn the direction of the text after them (U+202A–202E, U+2066–2069), which make a text
/// look like another one. The invisible U+200B and U+FEFF are taken out silently: they come from
/// copying and mean nothing.
public final class CleanText {
    /// Why a text is refused.
    public enum Problem {
        CONTROL,
        DIRECTION,
        ENCODING
    }

    /// The first thing in the text that is not allowed.
    public static Optional<Problem> problem(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                return Optional.of(Problem.CONTROL);
            }
            if (turnsDirection(c)) {
                return Optional.of(Problem.DIRECTION);
            }
            if (isLoneSurrogate(text, i)) {
                return Optional.of(Problem.ENCODING);
            }
        }
        return Optional.empty();
    }

    /// The text with one kind of line break, in one normal form (NFC), without the invisible
    /// characters and without blanks at its ends.
    public static String normalised(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (!pair) {
                    out.append('\n');
                }
            } else if (c == '\u2028' || c == '\u2029') {
                out.append('\n');
            } else if (c != '\u200B' && c != '\uFEFF') {
                out.append(c);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC).strip();
    }

    /// The same, and whatever is not allowed is left out.
    public static String cleaned(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isControl(c) && !turnsDirection(c) && !isLoneSurrogate(text, i)) {
                out.append(c);
            }
        }
        return normalised(out.toString());
    }

    /// The text on one line: every run of breaks, tabs and blanks is one blank.
    public static String onOneLine(String text) {
        return text.replaceAll("[\\s\\u0085]+", " ").strip();
    }

    /// Its beginning of at most so many UTF-16 units, never cut within a character.
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean within = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, within ? most - 1 : most);
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isLoneSurrogate(CharSequence text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private CleanText() {}
}
