package org.watchword.desk.rota;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Turns what people mean by a time of the day into an instant.
final class WallClock {
    /// The first instant at which the clock on the wall shows this time or a later one: a time that
    /// is skipped in spring begins when it is skipped, one that comes twice in autumn begins the
    /// first time. A later time of day never becomes an earlier instant, so shifts that meet on
    /// paper meet in that night too.
    static Instant reaches(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var valid = rules.getValidOffsets(local);
        return valid.isEmpty()
                ? rules.getTransition(local).getInstant()
                : local.toInstant(valid.getFirst());
    }

    private WallClock() {}
}
