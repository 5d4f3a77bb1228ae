package org.watchword.desk.watch.silence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// When a word is due, as data: times of day on chosen weekdays in a zone, every so many hours, and
/// single instants; any of them together.
///
/// Where the clocks are put forward, a local time that does not exist that day is due at the next
/// valid instant; where they are put back, one that comes twice is due once, the first time.
///
/// @param times of the day in that zone, in order, each once
/// @param days on which they hold; without a meaning where there are no times
/// @param points single instants, in order: a journey's
public record Schedule(
        ZoneId zone,
        List<LocalTime> times,
        Set<DayOfWeek> days,
        Optional<Every> every,
        List<Instant> points) {
    /// A week, a day that a zone may have skipped, and the evening before.
    private static final int DAYS_AHEAD = 9;

    /// Every so many hours from an instant on. Hours that pass, not hours on a wall clock.
    public record Every(int hours, Instant anchor) {
        Instant after(Instant instant) {
            if (instant.isBefore(anchor)) {
                return anchor;
            }
            long step = Duration.ofHours(hours).toMillis();
            long passed = Duration.between(anchor, instant).toMillis() / step;
            return anchor.plusMillis((passed + 1) * step);
        }
    }

    public Schedule {
        times = List.copyOf(new TreeSet<>(times));
        days = Set.copyOf(days);
        points = List.copyOf(new TreeSet<>(points));
    }

    /// Times of day on every day of the week.
    public static Schedule daily(ZoneId zone, LocalTime... times) {
        return new Schedule(
                zone, List.of(times), Set.of(DayOfWeek.values()), Optional.empty(), List.of());
    }

    /// Never due.
    static Schedule never(ZoneId zone) {
        return new Schedule(zone, List.of(), Set.of(), Optional.empty(), List.of());
    }

    /// The first due time later than that instant; empty when none comes any more.
    public Optional<Instant> after(Instant instant) {
        return Stream.of(
                        timeAfter(instant),
                        every.map(e -> e.after(instant)),
                        points.stream().filter(point -> point.isAfter(instant)).findFirst())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /// The last due time before another; so long before it when there is none since then.
    Instant before(Instant due, Duration atMost) {
        Instant last = due.minus(atMost);
        for (Optional<Instant> next = after(last);
                next.isPresent() && next.get().isBefore(due);
                next = after(next.get())) {
            last = next.get();
        }
        return last;
    }

    private Optional<Instant> timeAfter(Instant instant) {
        if (times.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = instant.atZone(zone).toLocalDate().minusDays(1);
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate date = first.plusDays(ahead);
            if (days.contains(date.getDayOfWeek())) {
                var due =
                        times.stream()
                                .map(time -> due(date.atTime(time)))
                                .filter(at -> at.isAfter(instant))
                                .findFirst();
                if (due.isPresent()) {
                    return due;
                }
            }
        }
        return Optional.empty();
    }

    private Instant due(LocalDateTime local) {
        return instant(zone, local);
    }

    /// The instant of a local time: the next valid one where it does not exist, the first one where
    /// it comes twice.
    static Instant instant(ZoneId zone, LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }
}
