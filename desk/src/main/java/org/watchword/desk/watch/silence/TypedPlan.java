package org.watchword.desk.watch.silence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Wrong;

/// A plan as it stands in the form: read from what was typed, and written for it.
final class TypedPlan {
    private static final String DEFAULT_REMINDER = "15";
    private static final String DEFAULT_GRACE = "30";

    /// Characters of a zone that does not exist, as they are shown again.
    private static final int ZONE_SHOWN = 40;

    /// What a browser's own field for date and time sends, and what people type for it.
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);

    private final SilenceView.Typed typed;
    private final List<Wrong> wrong = new ArrayList<>();

    private TypedPlan(SilenceView.Typed typed) {
        this.typed = typed;
    }

    /// What a plan came to.
    sealed interface Read {}

    record Sound(Plan plan) implements Read {}

    record Unsound(List<Wrong> wrong) implements Read {}

    /// An empty form: every day of the week, in the desk's zone.
    static SilenceView.Typed empty(ZoneId zone) {
        return new SilenceView.Typed(
                "",
                Set.of(),
                "0",
                zone.getId(),
                "",
                days(Set.of(DayOfWeek.values())),
                "",
                "",
                "",
                DEFAULT_REMINDER,
                DEFAULT_GRACE,
                false);
    }

    static SilenceView.Typed from(Form form) {
        return new SilenceView.Typed(
                form.line("label").orElse(""),
                new HashSet<>(form.texts("about")),
                form.line("ladder").orElse("0"),
                form.line("zone").orElse(""),
                form.line("times").orElse(""),
                new HashSet<>(form.texts("days")),
                form.line("hours").orElse(""),
                form.line("anchor").orElse(""),
                form.text("points").orElse(""),
                form.line("reminder").orElse(""),
                form.line("grace").orElse(""),
                form.has("anyone"));
    }

    /// A plan that is there, in the form.
    static SilenceView.Typed of(Plan plan) {
        var schedule = plan.schedule();
        var zone = schedule.zone();
        return new SilenceView.Typed(
                plan.label(),
                plan.about().stream().map(who -> "" + who.value()).collect(Collectors.toSet()),
                "" + plan.ladder().map(LadderId::value).orElse(0L),
                zone.getId(),
                schedule.times().stream().map(TIME::format).collect(Collectors.joining(", ")),
                days(schedule.days()),
                schedule.every().map(every -> "" + every.hours()).orElse(""),
                schedule.every().map(every -> field(every.anchor(), zone)).orElse(""),
                schedule.points().stream()
                        .map(at -> MINUTE.format(at.atZone(zone)))
                        .collect(Collectors.joining("\n")),
                "" + plan.margins().reminder().toMinutes(),
                "" + plan.margins().grace().toMinutes(),
                plan.anyone());
    }

    private static Set<String> days(Set<DayOfWeek> days) {
        return days.stream().map(day -> "" + day.getValue()).collect(Collectors.toSet());
    }

    /// An instant as a browser's own field holds it.
    static String field(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone)).replace(' ', 'T');
    }

    /// A local time of that zone; one that does not exist is the next valid instant.
    static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            var local = LocalDateTime.parse(text.strip().replace('T', ' '), MINUTE);
            return Optional.of(Schedule.instant(zone, local));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Read read(SilenceView.Typed typed, boolean drill) {
        return new TypedPlan(typed).read(drill);
    }

    private Read read(boolean drill) {
        var zone = zone();
        var hours =
                typed.hours().isEmpty()
                        ? 0
                        : number("hours", typed.hours(), "silence.form.hours-wrong");
        var plan =
                new Plan(
                        typed.label(),
                        about(),
                        ladder(),
                        new Schedule(zone, times(), days(), every(hours, zone), points(zone)),
                        new Margins(
                                minutes("reminder", typed.reminder()),
                                minutes("grace", typed.grace())),
                        typed.anyone(),
                        drill);
        return wrong.isEmpty() ? new Sound(plan) : new Unsound(List.copyOf(wrong));
    }

    private void wrong(String field, String key) {
        wrong.add(new Wrong(field, Sentence.of(key)));
    }

    /// Only a zone with a name has rules; an offset such as +03:00 has none.
    private ZoneId zone() {
        if (ZoneId.getAvailableZoneIds().contains(typed.zone())) {
            return ZoneId.of(typed.zone());
        }
        String shown = typed.zone().substring(0, Math.min(typed.zone().length(), ZONE_SHOWN));
        wrong.add(new Wrong("zone", Sentence.of("silence.form.zone-wrong", "zone", shown)));
        return ZoneId.of("UTC");
    }

    private List<CodenameId> about() {
        return typed.about().stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> new CodenameId(Long.parseLong(id)))
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
    }

    private Optional<LadderId> ladder() {
        return Optional.of(typed.ladder())
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(id -> new LadderId(Long.parseLong(id)));
    }

    private List<LocalTime> times() {
        var times = new ArrayList<LocalTime>();
        for (String part : typed.times().replace('.', ':').split("[,;\\s]+", -1)) {
            if (!part.isEmpty()) {
                try {
                    times.add(LocalTime.parse(part, TIME));
                } catch (DateTimeParseException e) {
                    wrong("times", "silence.form.times-wrong");
                    return List.of();
                }
            }
        }
        return times;
    }

    private Set<DayOfWeek> days() {
        return typed.days().stream()
                .filter(day -> day.matches("[1-7]"))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet());
    }

    private Optional<Schedule.Every> every(int hours, ZoneId zone) {
        if (typed.hours().isEmpty()) {
            return Optional.empty();
        }
        var anchor = instant(typed.anchor(), zone);
        if (anchor.isEmpty()) {
            wrong("anchor", "silence.form.anchor-wrong");
        }
        return anchor.map(at -> new Schedule.Every(hours, at));
    }

    private List<Instant> points(ZoneId zone) {
        var points = new ArrayList<Instant>();
        for (String line : Arrays.asList(typed.points().split("\n", -1))) {
            if (!line.isBlank()) {
                var at = instant(line.replaceAll("\\s+", " "), zone);
                if (at.isEmpty()) {
                    wrong("points", "silence.form.points-wrong");
                    return List.of();
                }
                points.add(at.get());
            }
        }
        return points;
    }

    private Duration minutes(String field, String text) {
        return Duration.ofMinutes(number(field, text, "silence.form.minutes-wrong"));
    }

    private int number(String field, String text, String key) {
        if (text.matches("[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        wrong(field, key);
        return 0;
    }
}
