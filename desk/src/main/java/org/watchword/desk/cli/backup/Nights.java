package org.watchword.desk.cli.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When the next backup is due: once a night, and again every hour while it does not go well.
final class Nights {
    /// When most people are asleep and a shift has not ended yet.
    static final LocalTime AT = LocalTime.of(3, 10);

    static final Duration AGAIN = Duration.ofHours(1);

    static boolean isDue(Optional<Kept.Last> last, Instant now, ZoneId zone) {
        Instant night = lastNight(now, zone);
        if (last.isEmpty()) {
            return true;
        }
        boolean done = last.get().good().filter(good -> !good.madeAt().isBefore(night)).isPresent();
        if (done) {
            return false;
        }
        Instant tried = last.get().triedAt();
        return tried.isBefore(night) || tried.isAfter(now) || !tried.plus(AGAIN).isAfter(now);
    }

    /// The first failure of a night is told, the tries after it are not.
    static boolean isNews(Optional<Kept.Last> before, Instant now, ZoneId zone) {
        return before.map(last ->
                        last.why().isEmpty() || last.triedAt().isBefore(lastNight(now, zone)))
                .orElse(true);
    }

    /// Whether the newest that went well is older than it may be.
    static boolean isTooLong(Kept.Last last, Instant now) {
        return last.newest()
                .filter(newest -> newest.plus(BackupStatus.OLD).isBefore(now))
                .isPresent();
    }

    private static Instant lastNight(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime tonight = here.toLocalDate().atTime(AT).atZone(zone);
        return (tonight.isAfter(here)
                        ? here.toLocalDate().minusDays(1).atTime(AT).atZone(zone)
                        : tonight)
                .toInstant();
    }

    private Nights() {}
}
