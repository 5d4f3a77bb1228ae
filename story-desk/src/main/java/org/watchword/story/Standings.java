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
        for (Element rung : room.all(".ladder-list .rung")) {
            Element name = rung.selectFirst("bdi");
            if (name != null && name.text().equals(who)) {
                if (!rung.select(".is-unconfirmed").isEmpty()) {
                    return Standing.UNPROVEN;
                }
                if (!rung.select(".is-good").isEmpty()) {
                    return Standing.CONFIRMED;
                }
            }
        }
        return Standing.NOT;
    }
}
