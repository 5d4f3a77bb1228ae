package org.watchword.desk.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of a page of HTML: tags dropped, nothing fetched, nothing run. In one pass, whatever
/// the page looks like.
final class HtmlText {
    /// What stands between these is not for reading.
    private static final Set<String> UNREAD = Set.of("script", "style", "head", "title");

    private static final Set<String> BREAKS =
            Set.of("br", "p", "div", "tr", "li", "h1", "h2", "h3", "blockquote", "table");

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private static final int ENTITY_CHARACTERS = 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private String unread = "";

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                tag();
            } else if (!unread.isEmpty()) {
                at++;
            } else if (c == '&') {
                entity();
            } else {
                text.append(c == '\n' || c == '\r' ? ' ' : c);
                at++;
            }
        }
        return text.toString().replaceAll("[ \t]{2,}", " ").replaceAll(" ?\n ?", "\n").strip();
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            skipBehind("-->");
            return;
        }
        int nameAt = at + 1;
        boolean closes = nameAt < html.length() && html.charAt(nameAt) == '/';
        if (closes) {
            nameAt++;
        }
        int end = nameAt;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        if (end == nameAt) {
            // Not a tag: somebody wrote "<".
            text.append(unread.isEmpty() ? "<" : "");
            at++;
            return;
        }
        String name = html.substring(nameAt, end).toLowerCase(Locale.ROOT);
        skipBehind(">");
        if (!unread.isEmpty()) {
            unread = closes && name.equals(unread) ? "" : unread;
        } else if (UNREAD.contains(name)) {
            unread = closes ? "" : name;
        } else if (BREAKS.contains(name)) {
            text.append('\n');
        }
    }

    private void skipBehind(String end) {
        int found = html.indexOf(end, at);
        at = found < 0 ? html.length() : found + end.length();
    }

    private void entity() {
        int end = html.indexOf(';', at, Math.min(html.length(), at + ENTITY_CHARACTERS + 1));
        if (end < 0) {
            text.append('&');
            at++;
            return;
        }
        text.append(letter(html.substring(at + 1, end)));
        at = end + 1;
    }

    private static String letter(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, "&" + name + ";");
        }
        try {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
