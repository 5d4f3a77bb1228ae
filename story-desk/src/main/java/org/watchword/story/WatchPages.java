package org.watchword.story;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.script.Expectation;
import org.watchword.story.script.Expectation.WatchState;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;

/// Reads from the page of all watches where one of them stands.
final class WatchPages {
    static final String PATH = "/watches";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// What the word beside a watch is in each language of the desk.
    private static final Map<WatchState, Set<String>> WORDS =
            Map.of(
                    WatchState.DUE, Set.of("due", "срок"),
                    WatchState.LATE, Set.of("late", "опоздание"),
                    WatchState.PAUSED, Set.of("paused until", "пауза до"),
                    WatchState.ENDED, Set.of("over since", "завершён"));

    private WatchPages() {}

    static Optional<Sentence> wrong(Page page, Expectation.WatchIs wanted, ZoneId zone) {
        if (page.refused()) {
            throw new NoSuchThing(Checks.heading(page));
        }
        Element row =
                page.all("ul.rows > li").stream()
                        .filter(li -> named(li, wanted.watch()))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("the watch " + wanted.watch()));
        String state = Page.plain(row.select("p:has(.tag)").text());
        boolean right =
                WORDS.getOrDefault(wanted.state(), Set.of()).stream().anyMatch(state::startsWith)
                        && wanted.until().map(at -> state.contains(clock(at, zone))).orElse(true);
        return right
                ? Optional.empty()
                : Optional.of(
                        new Sentence(
                                "play.not.watch",
                                Map.of(
                                        "watch",
                                        wanted.watch(),
                                        "wanted",
                                        wanted.state().name().toLowerCase(Locale.ROOT)
                                                + wanted.until()
                                                        .map(at -> " " + clock(at, zone))
                                                        .orElse(""),
                                        "found",
                                        state)));
    }

    private static boolean named(Element row, String watch) {
        Element link = row.selectFirst("a[href^=/watches/]");
        return link != null && Page.plain(link.text()).equals(Page.plain(watch));
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.withZone(zone).format(at);
    }
}
