package org.watchword.story;

import java.util.Optional;
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
        return LINK.matcher(message.shown()).find() || codeIn(message).isPresent();
    }

    /// The six digits of the alarm, if it holds any.
    static Optional<String> codeIn(Received message) {
        Matcher m = CODE.matcher(withoutLinks(message.shown()));
        return m.find() ? Optional.of(m.group()) : Optional.empty();
    }

    /// The six digits of the alarm.
    public static String code(Received message) {
        return codeIn(message).orElseThrow(() -> new NoSuchThing("six digits in the message"));
    }

    /// The whole link.
    public static Optional<String> link(Received message) {
        Matcher link = LINK.matcher(message.shown());
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }

    /// What only the link knows.
    static Optional<String> token(Received message) {
        Matcher link = LINK.matcher(message.shown());
        return link.find()
                ? Optional.of(link.group(2).substring("/a/".length()))
                : Optional.empty();
    }

    /// The two digits that belong to the link: those that stand nearest to it.
    public static String digits(Received message) {
        String text = message.shown();
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new NoSuchThing("a link in the message");
        }
        Matcher digits = DIGITS.matcher(text);
        String nearest = "";
        int least = Integer.MAX_VALUE;
        while (digits.find()) {
            boolean before = digits.end() <= link.start();
            int away = before ? link.start() - digits.end() : digits.start() - link.end();
            if (away >= 0 && away < least) {
                nearest = digits.group();
                least = away;
            }
        }
        if (nearest.isEmpty()) {
            throw new NoSuchThing("two digits beside the link");
        }
        return nearest;
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
    ///
    /// @param by how far each is from the right one, from 1 to 9
    static String other(String digits, int by) {
        var other = new StringBuilder();
        digits.chars().forEach(c -> other.append((c - '0' + by) % 10));
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
