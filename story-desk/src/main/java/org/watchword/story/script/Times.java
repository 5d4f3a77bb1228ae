package org.watchword.story.script;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Instants and durations as a story writes them: `15:00:40` on the story's day, `2021-02-05 03:00`
/// on another, `+30s` after the step before; `90s`, `10min`, `2h`, `1d`.
record Times(ZoneId zone, LocalDate date) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s?(s|min|h|d)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (.+)");

    /// An instant; `before` is what a `+` counts from.
    Instant instant(int line, String text, Instant before) {
        if (text.startsWith("+")) {
            return before.plus(duration(line, text.substring(1)));
        }
        return instant(line, text);
    }

    Instant instant(int line, String text) {
        LocalDate day = date;
        String clock = text;
        Matcher withDay = DAY.matcher(text);
        if (withDay.matches()) {
            day = day(line, withDay.group(1));
            clock = withDay.group(2);
        }
        LocalDateTime local = day.atTime(clock(line, clock));
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new WrongHere(line, "story.time.skipped", "text", text);
        }
        return local.atZone(zone).toInstant();
    }

    static LocalDate day(int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WrongHere(line, "story.time.bad-day", "text", text);
        }
    }

    static LocalTime clock(int line, String text) {
        Matcher m = CLOCK.matcher(text);
        if (m.matches()) {
            int seconds = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            try {
                return LocalTime.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), seconds);
            } catch (DateTimeException e) {
                throw new WrongHere(line, "story.time.bad", "text", text);
            }
        }
        throw new WrongHere(line, "story.time.bad", "text", text);
    }

    static Duration duration(int line, String text) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            throw new WrongHere(line, "story.time.bad-duration", "text", text);
        }
        long n = Long.parseLong(m.group(1));
        Duration duration =
                switch (m.group(2)) {
                    case "s" -> Duration.ofSeconds(n);
                    case "min" -> Duration.ofMinutes(n);
                    case "h" -> Duration.ofHours(n);
                    default -> Duration.ofDays(n);
                };
        if (duration.compareTo(StoryLimits.LONGEST_WAIT) > 0) {
            throw new WrongHere(line, "story.time.long", "days", StoryLimits.LONGEST_WAIT.toDays());
        }
        return duration;
    }
}
