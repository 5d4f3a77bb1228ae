package org.watchword.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.watchword.desk.Wiring;
import org.watchword.story.script.AlarmRef;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;

/// Which alarm a story means: remembered, as people do, from the page that each raising led to, and
/// read off the board for those that nobody of the team raised.
final class AlarmsSeen {
    private static final Pattern ROOM = Pattern.compile("/alarms/(\\d{1,18})(?:/.*)?");

    private final List<String> codenames;
    private final Supplier<Page> board;
    private final Map<String, Long> byCodename = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private Optional<Long> latest = Optional.empty();
    private Optional<Long> unknownCallers = Optional.empty();
    private Optional<Long> reminder = Optional.empty();
    private Optional<Long> ofTheDesk = Optional.empty();

    AlarmsSeen(List<String> codenames, Supplier<Page> board) {
        this.codenames = codenames;
        this.board = board;
    }

    /// Somebody raised an alarm and got this page.
    void raised(Verb.Call call, Page page) {
        long id = idOn(page);
        seen.add(id);
        latest = Optional.of(id);
        named(call, id);
    }

    /// Somebody looks at the board, and may find alarms there that nobody of the team raised.
    ///
    /// @return the alarms that were not seen before
    Set<Long> look() {
        Set<Long> fresh = new HashSet<>();
        for (Element article : board.get().all("article.ringing")) {
            Element head = article.selectFirst("h3 a[href^=/alarms/]");
            Matcher room = ROOM.matcher(head == null ? "" : head.attr("href"));
            if (head != null && room.matches()) {
                long id = Long.parseLong(room.group(1));
                boolean isFresh = seen.add(id);
                boolean named = about(head.text(), id);
                if (isFresh) {
                    fresh.add(id);
                    latest = named ? Optional.of(id) : latest;
                    if (says(head.text(), "watch.a-reminder")) {
                        reminder = Optional.of(id);
                    } else if (says(head.text(), "watch.the-desk")) {
                        ofTheDesk = Optional.of(id);
                    } else if (!named) {
                        unknownCallers = Optional.of(id);
                    }
                }
            }
        }
        return fresh;
    }

    private static boolean says(String head, String key) {
        return Wiring.LANGUAGES.stream()
                .map(language -> Wiring.words().in(language).say(key))
                .anyMatch(head::contains);
    }

    /// Whether the words over an alarm name somebody.
    private boolean about(String words, long id) {
        boolean named = false;
        for (String name : codenames) {
            if (Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
                    .matcher(words)
                    .find()) {
                byCodename.merge(name, id, Math::max);
                named = true;
            }
        }
        return named;
    }

    /// Somebody said more about a call.
    void named(Verb.Call call, long id) {
        call.about().ifPresent(name -> byCodename.put(name, id));
        if (call.notKnown()) {
            unknownCallers = Optional.of(id);
        }
    }

    private static long idOn(Page page) {
        Matcher m = ROOM.matcher(page.path());
        if (m.matches()) {
            return Long.parseLong(m.group(1));
        }
        return page.all("a[href^=/alarms/]").stream()
                .map(a -> ROOM.matcher(a.attr("href")))
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow(() -> new NoSuchThing("no alarm on the page after raising"));
    }

    long id(AlarmRef ref) {
        look();
        Optional<Long> found =
                switch (ref) {
                    case AlarmRef.Latest l -> latest;
                    case AlarmRef.About about ->
                            Optional.ofNullable(byCodename.get(about.codename()));
                    case AlarmRef.UnknownCallers u -> unknownCallers;
                    case AlarmRef.Reminder r -> reminder;
                    case AlarmRef.OfTheDesk d -> ofTheDesk;
                };
        return found.orElseThrow(() -> new NoSuchThing("no such alarm was raised yet"));
    }
}
