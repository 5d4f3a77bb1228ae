package org.watchword.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds words for people that stand in a template itself, where no language can reach them:
/// between tags, in attributes that are read out or shown, and in string literals of expressions.
final class TemplateText {
    private static final Set<String> READ_OUT =
            Set.of("title", "alt", "aria-label", "aria-description", "placeholder", "label");
    private static final Pattern WORD = Pattern.compile("\\p{L}");
    private static final Pattern KEYWORD =
            Pattern.compile("@(else(?!if)|endif|endfor|raw|endraw)\\b");
    private static final Pattern CALL =
            Pattern.compile("@(if|elseif|for|template\\.[A-Za-z0-9_.]+)\\s*\\(");
    private static final Pattern DECLARATION = Pattern.compile("@(import|param)\\b[^\\n]*");
    private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]+;");
    private static final Pattern TAG_NAME = Pattern.compile("</?[A-Za-z!][A-Za-z0-9-]*");
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z_:-]+)\\s*=\\s*([\"'])");

    private final String source;
    private final List<String> found = new ArrayList<>();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    /// Each piece of text found, in order.
    static List<String> in(String template) {
        var reading = new TemplateText(template);
        reading.content(false);
        return reading.found;
    }

    private void content(boolean untilBacktick) {
        var text = new StringBuilder();
        while (at < source.length() && !(untilBacktick && source.charAt(at) == '`')) {
            if (skipComment() || skipEntity() || skipStatement() || skipExpression()) {
                text.append(' ');
            } else if (looking(TAG_NAME)) {
                keep(text);
                tag();
            } else {
                text.append(source.charAt(at++));
            }
        }
        keep(text);
        at++;
    }

    private void keep(StringBuilder text) {
        if (WORD.matcher(text).find()) {
            found.add(text.toString().strip());
        }
        text.setLength(0);
    }

    private boolean looking(Pattern pattern) {
        return pattern.matcher(source).region(at, source.length()).lookingAt();
    }

    private boolean skip(Pattern pattern) {
        var matcher = pattern.matcher(source).region(at, source.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            return true;
        }
        return false;
    }

    private boolean skipComment() {
        return skipBetween("<%--", "--%>") || skipBetween("<!--", "-->");
    }

    private boolean skipBetween(String from, String to) {
        if (!source.startsWith(from, at)) {
            return false;
        }
        int end = source.indexOf(to, at);
        at = end < 0 ? source.length() : end + to.length();
        return true;
    }

    private boolean skipEntity() {
        return skip(ENTITY);
    }

    private boolean skipStatement() {
        if (skip(DECLARATION) || skip(KEYWORD)) {
            return true;
        }
        if (skip(CALL)) {
            expression('(', ')');
            return true;
        }
        return false;
    }

    private boolean skipExpression() {
        for (String opening : List.of("${", "!{", "$unsafe{")) {
            if (source.startsWith(opening, at)) {
                at += opening.length();
                expression('{', '}');
                return true;
            }
        }
        return false;
    }

    /// Reads on to the bracket that closes the one before; content blocks inside are content again.
    private void expression(char opening, char closing) {
        int depth = 1;
        while (at < source.length() && depth > 0) {
            char c = source.charAt(at++);
            if (c == '"') {
                literal();
            } else if (c == '@' && source.startsWith("`", at)) {
                at++;
                content(true);
            } else if (c == opening) {
                depth++;
            } else if (c == closing) {
                depth--;
            }
        }
    }

    private void literal() {
        int from = at;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        String text = source.substring(from, Math.min(at, source.length()));
        at++;
        boolean words =
                text.matches("(?s).*\\p{L}\\s+\\p{L}.*")
                        || text.matches("(?s)\\s*\\p{Lu}\\p{Ll}.*")
                        || text.matches("(?s).*[\\p{L}&&[^\\p{ASCII}]].*");
        if (words) {
            found.add(text);
        }
    }

    private void tag() {
        skip(TAG_NAME);
        while (at < source.length() && source.charAt(at) != '>') {
            var attribute = ATTRIBUTE.matcher(source).region(at, source.length());
            if (attribute.lookingAt()) {
                at = attribute.end();
                value(attribute.group(1), attribute.group(2).charAt(0));
            } else if (!skipStatement() && !skipExpression()) {
                at++;
            }
        }
        at++;
    }

    private void value(String attribute, char quote) {
        var text = new StringBuilder();
        int before = found.size();
        while (at < source.length() && source.charAt(at) != quote) {
            if (skipEntity() || skipStatement() || skipExpression()) {
                text.append(' ');
            } else {
                text.append(source.charAt(at++));
            }
        }
        at++;
        if (READ_OUT.contains(attribute)) {
            keep(text);
        } else {
            // Classes such as "step step--now" are no words for people.
            found.subList(before, found.size()).clear();
        }
    }
}
