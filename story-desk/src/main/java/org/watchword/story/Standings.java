package org.watchword.story;

import org.jsoup.nodes.Element;
import org.watchword.story.script.Expectation.Standing;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;

/// Reads from an alarm's room how far somebody's answer counts.
final class Standings {
    private Standings() {}

    static Standing of(Page room, String who) {
        if (room.refused()) {
            throw new NoSuchThing(Checks.heading(room));
        }
        for (Element row : room.all("li, tr")) {
            if (row.ownText().contains(who)) {
                return Standing.NOT;
            }
        }
        return Standing.NOT;
    }
}
