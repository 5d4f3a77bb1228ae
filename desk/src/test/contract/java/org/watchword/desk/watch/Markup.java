package org.watchword.desk.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a page as strictly as no browser does: every element closed where it was opened, no id
/// twice, and whatever is pointed at is there.
public final class Markup {
    private static final Pattern TAG =
            Pattern.compile(
                    "<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[^\\s=>/\"]+(?:=\"[^\"]*\")?)*)\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"]+)(?:=\"([^\"]*)\")?");
    private static final Set<String> VOID =
            Set.of("meta", "link", "input", "br", "hr", "img", "wbr");
    private static final Set<String> POINTS =
            Set.of("for", "aria-labelledby", "aria-describedby", "list");

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> pointedAt = new ArrayList<>();

    /// What is wrong with it; empty when nothing is.
    public static List<String> complaints(String html) {
        var markup = new Markup();
        markup.read(html);
        for (String id : markup.pointedAt) {
            if (!markup.ids.contains(id)) {
                markup.complaints.add("nothing has the id " + id);
            }
        }
        return markup.complaints;
    }

    private void read(String html) {
        var open = new ArrayDeque<String>();
        Matcher tag = TAG.matcher(html);
        int end = 0;
        while (tag.find()) {
            text(html.substring(end, tag.start()));
            end = tag.end();
            String name = tag.group(2);
            if (tag.group(1).equals("/")) {
                String was = open.isEmpty() ? "nothing" : open.pop();
                if (!was.equals(name)) {
                    complaints.add("</" + name + "> closes " + was);
                }
            } else {
                attributes(name, tag.group(3));
                if (!VOID.contains(name) && tag.group(4).isEmpty()) {
                    open.push(name);
                }
            }
        }
        text(html.substring(end));
        open.forEach(name -> complaints.add("<" + name + "> stays open"));
    }

    private void text(String text) {
        String rest = text.replaceFirst("(?i)^\\s*<!doctype html>", "");
        if (rest.indexOf('<') >= 0) {
            complaints.add("a bare < in: " + rest.strip());
        }
    }

    private void attributes(String element, String all) {
        var names = new HashSet<String>();
        Matcher attribute = ATTRIBUTE.matcher(all);
        while (attribute.find()) {
            String name = attribute.group(1);
            String value = attribute.group(2) == null ? "" : attribute.group(2);
            if (!names.add(name)) {
                complaints.add("twice " + name + " on " + element);
            }
            if (name.equals("style") || name.startsWith("on")) {
                complaints.add(name + " on " + element);
            }
            if (name.equals("id") && !ids.add(value)) {
                complaints.add("the id " + value + " twice");
            }
            if (POINTS.contains(name)) {
                pointedAt.addAll(List.of(value.strip().split("\\s+", -1)));
            }
            if (name.equals("href") && value.startsWith("#")) {
                pointedAt.add(value.substring(1));
            }
        }
    }
}
