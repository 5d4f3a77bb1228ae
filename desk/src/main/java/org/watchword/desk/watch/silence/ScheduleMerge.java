package org.watchword.desk.watch.silence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.watchword.desk.watch.silence.Schedule.Every;

/// Compares schedules by when a word is due, and joins two so that a word is due whenever it is by
/// either.
final class ScheduleMerge {
    /// Whether a word is due by one schedule whenever it is by another. It looks at each part by
    /// itself, and says no where it does not see that it holds.
    ///
    /// @param now single times that have passed count no more
    static boolean covers(Schedule wide, Schedule narrow, Instant now) {
        return times(wide).covers(times(narrow))
                && narrow.every()
                        .map(every -> wide.every().filter(more -> covers(more, every)).isPresent())
                        .orElse(true)
                && wide.points().containsAll(toCome(narrow, now));
    }

    private static List<Instant> toCome(Schedule schedule, Instant now) {
        return schedule.points().stream().filter(point -> point.isAfter(now)).toList();
    }

    private static boolean covers(Every wide, Every narrow) {
        long between = narrow.anchor().toEpochMilli() - wide.anchor().toEpochMilli();
        return narrow.hours() % wide.hours() == 0
                && between >= 0
                && between % (wide.hours() * 3_600_000L) == 0;
    }

    /// A schedule by which a word is due when it is by either, and at no other time; empty where
    /// that cannot be written as one.
    static Optional<Schedule> both(Schedule one, Schedule other, Instant now) {
        Optional<Times> times = times(one).and(times(other));
        Optional<Optional<Every>> every = both(one.every(), other.every());
        if (times.isEmpty() || every.isEmpty()) {
            return Optional.empty();
        }
        var points = new TreeSet<>(other.points());
        points.addAll(toCome(one, now));
        Times joined = times.get();
        return Optional.of(
                new Schedule(
                        joined.isNever() ? other.zone() : joined.zone(),
                        List.copyOf(joined.times()),
                        joined.days(),
                        every.get(),
                        List.copyOf(points)));
    }

    /// Empty where no one interval is both.
    private static Optional<Optional<Every>> both(Optional<Every> one, Optional<Every> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(one.or(() -> other));
        }
        return Stream.of(one, other)
                .filter(finer ->
                        covers(finer.orElseThrow(), one.orElseThrow())
                                && covers(finer.orElseThrow(), other.orElseThrow()))
                .findFirst();
    }

    private static Times times(Schedule schedule) {
        return new Times(
                schedule.zone(), new TreeSet<>(schedule.times()), new HashSet<>(schedule.days()));
    }

    /// Times of day on some days.
    private record Times(ZoneId zone, Set<LocalTime> times, Set<DayOfWeek> days) {
        boolean isNever() {
            return times.isEmpty() || days.isEmpty();
        }

        boolean covers(Times narrow) {
            return narrow.isNever()
                    || (zone.equals(narrow.zone())
                            && times.containsAll(narrow.times())
                            && days.containsAll(narrow.days()));
        }

        /// Empty where the two together are not times on days again.
        Optional<Times> and(Times other) {
            if (covers(other)) {
                return Optional.of(this);
            }
            if (other.covers(this)) {
                return Optional.of(other);
            }
            boolean oneGrid = times.equals(other.times()) || days.equals(other.days());
            if (!zone.equals(other.zone()) || !oneGrid) {
                return Optional.empty();
            }
            var allTimes = new TreeSet<>(times);
            allTimes.addAll(other.times());
            var allDays = new HashSet<>(days);
            allDays.addAll(other.days());
            return Optional.of(new Times(zone, allTimes, allDays));
        }
    }

    private ScheduleMerge() {}
}
