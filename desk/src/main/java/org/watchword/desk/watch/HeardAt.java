package org.watchword.desk.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads when a call was heard, as an officer types it in the desk's zone: `15:00`, `15.00`, or
/// with the day, `4 Feb 15:00`, `04.02. 15:00`, `2021-02-04 15:00`. Without a day, and without a
/// year, the nearest past is meant.
final class HeardAt {
    private static final Pattern FORM =
            Pattern.compile("(?:(.+?)[,\\s]\\s*)?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?");

    /// A clock in another room may be ahead of the desk's by this much.
    private static final long AHEAD_SECONDS = 90;

    static Optional<Instant> read(String typed, ZoneId zone, Locale locale, Instant now) {
        var parts = FORM.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String seconds = parts.group(4);
            var time =
                    LocalTime.of(
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            seconds == null ? 0 : Integer.parseInt(seconds));
            String day = parts.group(1);
            var here = ZonedDateTime.ofInstant(now, zone);
            return day == null
                    ? lastTime(time, here)
                    : day(day.strip(), locale, here.toLocalDate())
                            .flatMap(date -> onTheClock(date.atTime(time), zone))
                            .filter(at -> !at.isAfter(now.plusSeconds(AHEAD_SECONDS)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> lastTime(LocalTime time, ZonedDateTime here) {
        var latest = here.plusSeconds(AHEAD_SECONDS);
        var today = here.toLocalDate().atTime(time);
        // In the hour that comes twice, the second one if it has come.
        var second = today.atZone(here.getZone()).withLaterOffsetAtOverlap();
        if (isOnTheClock(today, here.getZone()) && !second.isAfter(latest)) {
            return Optional.of(second.toInstant());
        }
        boolean ahead = today.atZone(here.getZone()).isAfter(latest);
        return onTheClock(ahead ? today.minusDays(1) : today, here.getZone());
    }

    /// Empty for a time that the clocks skipped when they were put forward.
    private static Optional<Instant> onTheClock(LocalDateTime local, ZoneId zone) {
        return isOnTheClock(local, zone)
                ? Optional.of(local.atZone(zone).toInstant())
                : Optional.empty();
    }

    private static boolean isOnTheClock(LocalDateTime local, ZoneId zone) {
        return !zone.getRules().getValidOffsets(local).isEmpty();
    }

    private static Optional<LocalDate> day(String typed, Locale locale, LocalDate today) {
        for (String pattern : new String[] {"uuuu-M-d", "d.M.uuuu", "d MMM uuuu"}) {
            var date = parsed(typed, pattern, locale).map(LocalDate::from);
            if (date.isPresent()) {
                return date;
            }
        }
        for (String pattern : new String[] {"d.M.", "d.M", "d MMM", "d MMMM"}) {
            var date = parsed(typed, pattern, locale).map(MonthDay::from);
            if (date.isPresent()) {
                if (!date.get().isValidYear(today.getYear())) {
                    return Optional.empty();
                }
                var thisYear = date.get().atYear(today.getYear());
                return Optional.of(
                        thisYear.isAfter(today.plusDays(1))
                                ? date.get().atYear(today.getYear() - 1)
                                : thisYear);
            }
        }
        return Optional.empty();
    }

    private static Optional<java.time.temporal.TemporalAccessor> parsed(
            String typed, String pattern, Locale locale) {
        DateTimeFormatter format =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(locale)
                        .withResolverStyle(ResolverStyle.STRICT);
        try {
            return Optional.of(format.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private HeardAt() {}
}
