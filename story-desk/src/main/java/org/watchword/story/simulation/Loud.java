package org.watchword.story.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// When much happens. A long history is mostly quiet, as those of a small desk are: nearly every
/// word comes in time and nobody presses anything. What happens is as dense as in a short history,
/// faults beside alarms, within a day out of ten.
///
/// @param stretches when it is loud, in milliseconds
/// @param end of the history
record Loud(List<Stretch> stretches, long end) {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int ALWAYS_LOUD = 3;
    private static final int ONE_OF = 10;

    private record Stretch(long from, long to) {}

    static Loud of(Chance chance, int days) {
        long end = days * DAY;
        if (days <= ALWAYS_LOUD) {
            return new Loud(List.of(new Stretch(0, end)), end);
        }
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < Math.ceilDiv(days, ONE_OF); i++) {
            long from = chance.of("loud", i).nextLong(end - DAY);
            stretches.add(new Stretch(from, from + DAY));
        }
        return new Loud(List.copyOf(stretches), end);
    }

    boolean at(long millis) {
        return stretches.stream().anyMatch(one -> one.from <= millis && millis < one.to);
    }
}
