package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.CleanText;

/// What somebody wrote himself in a message that came in, as opposed to what his program quoted,
/// signed or sent by itself. A code counts only at the beginning of the first own line: a notice
/// about a holiday quotes our whole message, code and all.
final class OwnWords {
    /// A quoted line, or one from which on everything is quoted or is a signature.
    private static final Pattern NOT_OWN =
            anyCase(
                    "[>|»].*",
                    "--\\s?|[-_=*]{3,}.*",
                    ".*\\b(?:wrote|writes):?",
                    ".*(?:пишет|писал|писала|написал|написала|пишут)\\s*:?",
                    "sent from my .*|get outlook for .*|отправлено (?:с|из) .*",
                    "on\\s+.{6,}\\d{4}.*|begin forwarded message.*",
                    "(?:on|from|sent|to|subject|date|fwd?)\\s*:.*",
                    "(?:отправлено|от|кому|тема|дата)\\s*:.*");

    /// What a program says that answers by itself.
    private static final Pattern BY_ITSELF =
            anyCase(
                    "auto[- ]?(?:matic\\s+)?(?:reply|response)",
                    "automatic(?:ally)?\\s+(?:reply|response|sent)",
                    "^auto\\s*:|out of (?:the )?office|on (?:vacation|holiday|leave)",
                    "undeliver|delivery status|не доставлено",
                    "авто[- ]?ответ|автоматическ|в отпуске|вне офиса");

    /// Whatever stands around a code in its line.
    private static final Pattern PUNCTUATION =
            Pattern.compile("^[\\s\\p{P}]+|(?<![\\s\\p{P}])[\\s\\p{P}]+$");

    /// The subject of a mail that answers: a few letters and a colon before what was our subject.
    private static final Pattern SUBJECT_OF_A_REPLY =
            Pattern.compile("\\p{L}{1,5}\\s?(?:\\[\\d+]|\\^\\d+)?\\s?[:\uff1a].*");

    private static final Pattern SIX_TOGETHER = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private static final String BETWEEN = "[\\s\\p{Zs}.\\p{Pd}]";

    private static final Pattern SIX_APART =
            Pattern.compile(
                    "(?<!\\d)(?<!\\d"
                            + BETWEEN
                            + ")\\d(?:"
                            + BETWEEN
                            + "?\\d){5}(?!"
                            + BETWEEN
                            + "?\\d)");

    /// A code further into a line than this is part of a sentence that somebody else wrote.
    private static final int FIRST_CHARACTERS = 24;

    /// What a program writes above a quotation is no longer.
    private static final int QUOTING_CHARACTERS = 500;

    /// The six digits that stand first in what was written, in the digits 0 to 9 whatever script
    /// they were typed in.
    static Optional<String> code(String text) {
        boolean byItself = head(text).stream().anyMatch(line -> BY_ITSELF.matcher(line).find());
        return firstLine(text)
                .filter(line -> !byItself && !line.contains("/a/"))
                .flatMap(OwnWords::first);
    }

    /// The first line that is neither empty, quoted nor a signature, nor the subject of a reply;
    /// empty when a quotation begins first.
    static Optional<String> firstLine(String text) {
        List<String> head = head(text);
        boolean subject =
                head.size() == 2
                        && SUBJECT_OF_A_REPLY.matcher(head.getFirst()).matches()
                        && isOwn(head.getFirst())
                        && first(head.getFirst()).isEmpty();
        return head.stream().skip(subject ? 1 : 0).findFirst().filter(OwnWords::isOwn);
    }

    /// The first two lines that hold anything.
    private static List<String> head(String text) {
        return CleanText.cleaned(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
    }

    /// By its beginning: how long it takes to tell must not be for a stranger to choose.
    private static boolean isOwn(String line) {
        String beginning = line.substring(0, Math.min(line.length(), QUOTING_CHARACTERS));
        return !NOT_OWN.matcher(beginning).matches();
    }

    /// What else is written: in the line of the code, and below it down to what is quoted or
    /// signed. Empty when nothing is.
    static String besides(String text, String code) {
        Optional<String> first = firstLine(text);
        String beside = first.map(line -> beside(line, code)).orElse("");
        String below = first.map(line -> below(text, line)).orElse("");
        return CleanText.onOneLine(beside + " " + below);
    }

    private static String below(String text, String first) {
        return CleanText.cleaned(text)
                .lines()
                .map(String::strip)
                .dropWhile(line -> !line.equals(first))
                .skip(1)
                .takeWhile(line -> isOwn(line) && !line.contains("/a/"))
                .collect(Collectors.joining(" "));
    }

    private static String beside(String typed, String code) {
        String line = withPlainDigits(typed);
        return Stream.of(SIX_TOGETHER, SIX_APART)
                .map(pattern -> pattern.matcher(line))
                .filter(found -> found.find() && digits(found.group()).equals(code))
                .findFirst()
                .map(found ->
                        bare(line.substring(0, found.start()))
                                + " "
                                + bare(line.substring(found.end())))
                .map(CleanText::onOneLine)
                .orElse("");
    }

    private static String bare(String part) {
        return PUNCTUATION.matcher(part).replaceAll("");
    }

    private static String digits(String found) {
        return found.replaceAll("\\D", "");
    }

    private static Optional<String> first(String typed) {
        String line = withPlainDigits(typed);
        return Stream.of(SIX_TOGETHER, SIX_APART)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::find)
                .filter(found -> found.start() <= FIRST_CHARACTERS)
                .map(found -> digits(found.group()))
                .findFirst();
    }

    /// The digits 0 to 9 for those of any other script.
    static String withPlainDigits(String line) {
        var plain = new StringBuilder(line.length());
        line.codePoints()
                .forEach(c -> {
                    boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
                    plain.appendCodePoint(digit ? '0' + Character.digit(c, 10) : c);
                });
        return plain.toString();
    }

    private static Pattern anyCase(String... ways) {
        return Pattern.compile(
                String.join("|", ways),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private OwnWords() {}
}
