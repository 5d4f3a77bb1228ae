package org.watchword.desk.delivery;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// A message with gaps, as the team writes it: `{who}`, `{since}`, `{next}`, `{answer}`, and
/// `{again}`, which stays empty until a message must be sent twice.
public record MessageText(String subject, String text) {
    /// Where the outbox writes the label of a repeat. No form lets this character in.
    static final char AGAIN_MARK = '\u001a';

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

    /// The gaps of a message. Every one must stand in the text.
    public enum Gap {
        WHO("who"),
        SINCE("since"),
        NEXT("next"),
        ANSWER("answer"),
        AGAIN("again");

        private final String word;

        Gap(String word) {
            this.word = word;
        }

        /// As it is written between the braces.
        public String word() {
            return word;
        }
    }

    /// Whether a template may be used.
    public sealed interface Checked {}

    /// It may.
    public record Good(MessageText text) implements Checked {}

    /// It may not, and what to change.
    public record Wrong(Sentence why) implements Checked {}

    /// A message without gaps, but for the place of a repeat's label.
    public record Filled(String subject, String text) {
        /// As it goes out.
        ///
        /// @param label what a repeat says of itself; empty for the first time
        public Filled labelled(String label) {
            if (text.indexOf(AGAIN_MARK) >= 0) {
                String mark = String.valueOf(AGAIN_MARK);
                // A label left out must leave no empty line, wherever it would stand.
                String lines = label.isEmpty() ? text.replace(mark + "\n", "") : text;
                return new Filled(subject.replace(mark, label), lines.replace(mark, label).strip());
            }
            return new Filled(subject, label.isEmpty() ? text : label + "\n" + text);
        }

        @Override
        public String toString() {
            return "filled message";
        }
    }

    /// Checks what the team typed. Every gap must stand in the text at least once; the subject is
    /// one line.
    public static Checked check(String subject, String text) {
        if (subject.isBlank() || text.isBlank()) {
            return wrong("delivery.template.empty");
        }
        if (subject.codePoints().anyMatch(MessageText::control)) {
            return wrong("delivery.template.subject-lines");
        }
        if (text.codePoints().anyMatch(c -> c != '\n' && control(c))) {
            return wrong("delivery.template.characters");
        }
        if (subject.length() > Limits.SUBJECT_CHARACTERS) {
            return new Wrong(
                    Sentence.of(
                            "delivery.template.subject-long", "most", Limits.SUBJECT_CHARACTERS));
        }
        if (text.length() > Limits.TEMPLATE_CHARACTERS) {
            return new Wrong(
                    Sentence.of("delivery.template.long", "most", Limits.TEMPLATE_CHARACTERS));
        }
        return checkGaps(subject, text);
    }

    /// Checks a short text. A repeat says so before it, so that it may go without its gap.
    public static Checked checkShort(String subject, String text) {
        String again = "{" + Gap.AGAIN.word() + "}";
        boolean has = text.contains(again);
        return switch (check(subject, has ? text : again + text)) {
            case Good(MessageText good) when !has ->
                    new Good(new MessageText(good.subject(), text.strip()));
            case Good good -> good;
            case Wrong wrong -> wrong;
        };
    }

    private static Checked checkGaps(String subject, String text) {
        for (String part : new String[] {subject, text}) {
            Matcher gaps = GAP.matcher(part);
            while (gaps.find()) {
                if (!known(gaps.group(1))) {
                    return new Wrong(
                            Sentence.of("delivery.template.unknown-gap", "gap", gaps.group()));
                }
            }
        }
        for (Gap gap : Gap.values()) {
            if (!text.contains("{" + gap.word() + "}")) {
                return new Wrong(
                        Sentence.of(
                                "delivery.template.missing-gap", "gap", "{" + gap.word() + "}"));
            }
        }
        return new Good(new MessageText(subject.strip(), text.strip()));
    }

    /// Fills the gaps in one pass: braces inside a value stay what they are.
    ///
    /// @param values one for each gap but `AGAIN`, which belongs to the outbox
    public Filled fill(Map<Gap, String> values) {
        return new Filled(oneLine(fill(subject, values)), fill(text, values));
    }

    private static String fill(String pattern, Map<Gap, String> values) {
        return GAP.matcher(pattern)
                .replaceAll(found -> {
                    for (Gap gap : Gap.values()) {
                        if (gap.word().equals(found.group(1))) {
                            String value =
                                    gap == Gap.AGAIN
                                            ? String.valueOf(AGAIN_MARK)
                                            : values.getOrDefault(gap, "").replace(AGAIN_MARK, ' ');
                            return Matcher.quoteReplacement(value);
                        }
                    }
                    return Matcher.quoteReplacement(found.group());
                });
    }

    private static String oneLine(String subject) {
        var line = new StringBuilder();
        subject.codePoints()
                .map(c -> c != AGAIN_MARK && control(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean known(String word) {
        for (Gap gap : Gap.values()) {
            if (gap.word().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean control(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }

    private static Wrong wrong(String key) {
        return new Wrong(Sentence.of(key));
    }
}
