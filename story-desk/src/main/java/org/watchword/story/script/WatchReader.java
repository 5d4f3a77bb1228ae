package org.watchword.story.script;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `watches`: who must be heard, and when. A story need not have any.
final class WatchReader {
    private final Mistakes mistakes;
    private final Names names;
    private final Times times;

    WatchReader(Mistakes mistakes, Names names, Times times) {
        this.mistakes = mistakes;
        this.names = names;
        this.times = times;
    }

    List<Story.Watch> read(Block file) {
        if (file.maybe("watches").isEmpty()) {
            return List.of();
        }
        var fields =
                mistakes.reading(
                        () -> WatchkeepingReader.fieldsOf(file, "watches", StoryLimits.WATCHES));
        List<Story.Watch> all = new ArrayList<>();
        for (Located.Field f : fields.orElse(List.of())) {
            names.watches.add(f.name());
            mistakes.reading(() -> watch(f)).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Story.Watch watch(Located.Field f) {
        TeamReader.name(f.line(), f.name());
        Block block = Block.of(f.value());
        block.need("who");
        List<String> about = names.codenames(block.lineOf("who"), block.texts("who"));
        var watch =
                new Story.Watch(
                        f.name(),
                        about,
                        schedule(block),
                        duration(block, "reminder", Duration.ZERO),
                        Times.duration(block.lineOf("grace"), block.text("grace")),
                        block.maybeText("ladder").map(l -> names.ladder(block.lineOf("ladder"), l)),
                        yes(block, "anyone"),
                        yes(block, "drill"));
        block.done();
        return watch;
    }

    private Story.Schedule schedule(Block block) {
        ZoneId zone =
                block.maybeText("zone")
                        .map(z -> StoryReader.zone(block.lineOf("zone"), z))
                        .orElse(times.zone());
        List<LocalTime> daily = new ArrayList<>();
        for (String text : some(block, "times")) {
            daily.add(Times.clock(block.lineOf("times"), text));
        }
        List<Instant> points = new ArrayList<>();
        for (String text : some(block, "once")) {
            points.add(times.instant(block.lineOf("once"), text));
        }
        Optional<Duration> every =
                block.maybeText("every").map(t -> hours(block.lineOf("every"), t));
        if (daily.isEmpty() && points.isEmpty() && every.isEmpty()) {
            throw new WrongHere(block.line(), "story.watch.never");
        }
        return new Story.Schedule(
                zone, List.copyOf(daily), days(block), every, List.copyOf(points));
    }

    private static List<String> some(Block block, String field) {
        List<String> texts = block.texts(field);
        if (texts.size() > StoryLimits.TIMES_OF_A_WATCH) {
            throw new WrongHere(
                    block.lineOf(field), "story.list.long", "most", StoryLimits.TIMES_OF_A_WATCH);
        }
        return texts;
    }

    private static Duration hours(int line, String text) {
        Duration every = Times.duration(line, text);
        if (every.toHours() < 1 || !every.equals(Duration.ofHours(every.toHours()))) {
            throw new WrongHere(line, "story.watch.every", "text", text);
        }
        return every;
    }

    /// All of them where none is named.
    private static Set<DayOfWeek> days(Block block) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : block.texts("days")) {
            days.add(day(block.lineOf("days"), text));
        }
        return days.isEmpty() ? Set.of(DayOfWeek.values()) : Set.copyOf(days);
    }

    private static DayOfWeek day(int line, String text) {
        StringBuilder known = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = day.name().toLowerCase(Locale.ROOT).substring(0, 3);
            if (word.equals(text)) {
                return day;
            }
            known.append(known.isEmpty() ? "" : ", ").append(word);
        }
        throw new WrongHere(
                line, "story.expect.choice", Map.of("text", text, "known", known.toString()));
    }

    private static Duration duration(Block block, String field, Duration usual) {
        return block.maybeText(field)
                .map(t -> Times.duration(block.lineOf(field), t))
                .orElse(usual);
    }

    private static boolean yes(Block block, String field) {
        return block.maybeText(field)
                .map(t -> WatchkeepingReader.yes(block.lineOf(field), t))
                .orElse(false);
    }
}
