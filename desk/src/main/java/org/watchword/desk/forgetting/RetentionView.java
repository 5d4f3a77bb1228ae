package org.watchword.desk.forgetting;

import java.util.List;
import java.util.Map;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Wrong;

/// What the page about forgetting shows.
///
/// @param waits what holds until a shorter time counts; empty when nothing waits
/// @param kinds what is kept for a while, and for how long
public record RetentionView(
        String checkInDays, String textDays, String waits, List<Kind> kinds, List<Wrong> wrong) {
    /// Between how many days a term may lie.
    public String spanHint(Frame frame) {
        return frame.words()
                .say(
                        "forgetting.span-hint",
                        Map.of("least", Retention.LEAST_DAYS, "most", Retention.MOST_DAYS));
    }

    /// One sort of thing.
    ///
    /// @param oldest since when the oldest of it is kept, in words
    public record Kind(String name, String allowed, String oldest, boolean late) {}
}
