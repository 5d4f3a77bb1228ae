package org.watchword.desk.watch.silence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A schedule as one text for its sealed column: zone, times, days, hours and points, with bars
/// between them.
final class WrittenSchedule {
    private static final String NEVER = "Z||||";

    static String of(Schedule schedule) {
        return String.join(
                "|",
                schedule.zone().getId(),
                list(schedule.times().stream(), LocalTime::toString),
                list(schedule.days().stream().sorted(), day -> "" + day.getValue()),
                schedule.every().map(e -> e.hours() + "@" + e.anchor().toEpochMilli()).orElse(""),
                list(schedule.points().stream(), at -> "" + at.toEpochMilli()));
    }

    /// What cannot be read is never due: a watch whose schedule is lost must still be loaded for
    /// the due time that stands in its row.
    static Schedule read(String text) {
        String[] parts = (text.isEmpty() ? NEVER : text).split("\\|", -1);
        try {
            return new Schedule(
                    ZoneId.of(parts[0]),
                    parts(parts[1]).map(LocalTime::parse).toList(),
                    parts(parts[2])
                            .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                            .collect(Collectors.toSet()),
                    parts(parts[3]).map(WrittenSchedule::every).findFirst(),
                    parts(parts[4]).map(at -> Instant.ofEpochMilli(Long.parseLong(at))).toList());
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Schedule.never(ZoneOffset.UTC);
        }
    }

    private static Schedule.Every every(String text) {
        List<String> two = List.of(text.split("@", 2));
        return new Schedule.Every(
                Integer.parseInt(two.getFirst()),
                Instant.ofEpochMilli(Long.parseLong(two.getLast())));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).filter(part -> !part.isEmpty());
    }

    private static <T> String list(Stream<T> several, Function<T, String> word) {
        return several.map(word).collect(Collectors.joining(","));
    }

    private WrittenSchedule() {}
}
