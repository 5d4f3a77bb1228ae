package org.watchword.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.story.gateway.Received;
import org.watchword.story.visit.NoSuchThing;

/// What of a message somebody answers with: the link, its two digits, the six digits. Taken from
/// the text as it arrived, as a reader would.
public final class AnswerWords {
    private static final Pattern LINK =
            Pattern.compile("(https?://[^\\s/]+)(/a/[A-Za-z0-9_-]{22})");
    private static final Pattern CODE = Pattern.compile("(?<![\\d+])\\d{6}(?!\\d)");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\d:.+-])\\d{2}(?![\\d:.-]?\\d)");

    private AnswerWords() {}

    /// Whether it says how to answer.
    public static boolean answerable(Received message) {
        return LINK.matcher(message.shown()).find() || hasCode(message);
    }

    private static boolean hasCode(Received message) {
        return CODE.matcher(withoutLinks(message.shown())).find();
    }

    /// The six digits of the alarm.
    public static String code(Received message) {
        Matcher m = CODE.matcher(withoutLinks(message.shown()));
        if (!m.find()) {
            throw new NoSuchThing("six digits in the message");
        }
        return m.group();
    }

    /// The two digits that belong to the link.
    public static String digits(Received message) {
        String text = message.shown();
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new NoSuchThing("a link in the message");
        }
        Matcher after = DIGITS.matcher(text.substring(link.end()));
        if (after.find()) {
            return after.group();
        }
        throw new NoSuchThing("two digits beside the link");
    }

    /// Where the link leads to, on the desk itself.
    static String path(Received message, String base) {
        Matcher link = LINK.matcher(message.shown());
        if (!link.find()) {
            throw new NoSuchThing("a link in the message");
        }
        if (!link.group(1).equals(base)) {
            throw new NoSuchThing("a link to the desk");
        }
        return link.group(2);
    }

    /// As many digits, every one another.
    static String other(String digits) {
        var other = new StringBuilder();
        digits.chars().forEach(c -> other.append((char) (c == '9' ? '0' : c + 1)));
        return other.toString();
    }

    /// A reply as mail programs write it: the answer, a signature, the message quoted.
    static String quoting(String answer, String who, Received message) {
        String quoted = message.text().lines().map(l -> "> " + l + "\n").reduce("", String::concat);
        return answer + "\n\n-- \n" + who + "\n+999 555 0100\n\n" + quoted;
    }

    private static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll(" ");
    }
}
