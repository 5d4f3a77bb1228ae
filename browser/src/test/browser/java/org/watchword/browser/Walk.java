package org.watchword.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Goes through a desk by its links, each kind of page once: `/alarms/1` stands for `/alarms/2`.
final class Walk {
    private static final int MOST = 80;

    private final AtTheDesk who;
    private final String base;
    private final SortedSet<String> seen = new TreeSet<>();
    private final Deque<String> before = new ArrayDeque<>(List.of("/"));

    Walk(AtTheDesk who, String base) {
        this.who = who;
        this.base = base.substring(0, base.length() - 1);
    }

    SortedSet<String> seen() {
        return seen;
    }

    /// Shows every page once.
    ///
    /// @return how many there were
    int everywhere(Consumer<String> look) {
        while (!before.isEmpty() && seen.size() < MOST) {
            String path = before.removeFirst();
            if (!seen.add(kind(path))) {
                continue;
            }
            who.sitting().open(base + path);
            if (who.asksForThePassphrase()) {
                look.accept("/confirm before " + path);
                who.confirm();
            }
            look.accept(path);
            links().stream().filter(link -> !seen.contains(kind(link))).forEach(before::addLast);
        }
        return seen.size();
    }

    private List<String> links() {
        return who.sitting().page().locator("a[href]:not([download])").all().stream()
                .map(link -> link.getAttribute("href"))
                .map(href -> URI.create(who.sitting().page().url()).resolve(href))
                .filter(address -> address.toString().startsWith(base + "/"))
                .map(address ->
                        address.getRawQuery() == null
                                ? address.getRawPath()
                                : address.getRawPath() + "?" + address.getRawQuery())
                .distinct()
                .toList();
    }

    private static String kind(String path) {
        return path.replaceAll("\\d+", "N");
    }
}
