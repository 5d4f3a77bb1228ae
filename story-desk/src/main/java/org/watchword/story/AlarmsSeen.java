package org.watchword.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.story.script.AlarmRef;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;

/// Which alarm a story means: remembered, as people do, from the page that each raising led to.
final class AlarmsSeen {
    private static final Pattern ROOM = Pattern.compile("/alarms/(\\d{1,18})(?:/.*)?");

    private final Map<String, Long> byCodename = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private Optional<Long> latest = Optional.empty();
    private Optional<Long> unknownCallers = Optional.empty();

    /// Somebody raised an alarm and got this page.
    void raised(Verb.Call call, Page page) {
        long id = idOn(page);
        seen.add(id);
        latest = Optional.of(id);
        named(call, id);
    }

    /// Somebody wrote from outside; whoever then looks at the board may find an alarm there that
    /// nobody of the team raised.
    void heard(Page board) {
        board.all("a[href^=/alarms/]").stream()
                .map(a -> ROOM.matcher(a.attr("href")))
                .filter(Matcher::matches)
                .map(found -> Long.parseLong(found.group(1)))
                .filter(id -> seen.add(id))
                .forEach(id -> unknownCallers = Optional.of(id));
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
        Optional<Long> found =
                switch (ref) {
                    case AlarmRef.Latest l -> latest;
                    case AlarmRef.About about ->
                            Optional.ofNullable(byCodename.get(about.codename()));
                    case AlarmRef.UnknownCallers u -> unknownCallers;
                };
        return found.orElseThrow(() -> new NoSuchThing("no such alarm was raised yet"));
    }
}
