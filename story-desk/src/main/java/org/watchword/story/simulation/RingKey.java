package org.watchword.story.simulation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a gateway reads from the key of a message: which alarm's ring it is, and for whom.
record RingKey(long alarm, long generation, long person, boolean over) {
    private static final Pattern FORM = Pattern.compile("alarm-(\\d+)/(\\d+)/(\\d+)/\\d+(/over)?");

    /// Empty for what is no message of an alarm.
    static Optional<RingKey> read(String key) {
        Matcher parts = FORM.matcher(key);
        return parts.matches()
                ? Optional.of(
                        new RingKey(
                                Long.parseLong(parts.group(1)),
                                Long.parseLong(parts.group(2)),
                                Long.parseLong(parts.group(3)),
                                parts.group(4) != null))
                : Optional.empty();
    }

    /// Whether that one is a later ring of the same alarm, for the same person.
    boolean isFollowedBy(RingKey other) {
        return other.alarm == alarm
                && other.person == person
                && other.generation > generation
                && !other.over;
    }
}
