package org.watchword.story.script;

import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Language;

/// Reads the whole of a story: its head, its team, how it is rung, and its steps.
final class StoryReader {
    private static final String FORMAT = "1";

    private final Mistakes mistakes;
    private final Names names = new Names();

    StoryReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Story> read(Located root) {
        return mistakes.reading(() -> Block.of(root))
                .flatMap(file -> mistakes.reading(() -> read(file)).flatMap(story -> story));
    }

    private Optional<Story> read(Block file) {
        if (file.maybe("drill").isPresent()) {
            throw new WrongHere(file.lineOf("drill"), "story.file.is-drill");
        }
        var title = mistakes.reading(() -> title(file));
        var place = mistakes.reading(() -> place(file));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var times = new Times(place.get().zone(), place.get().date());
        var watch = new WatchkeepingReader(mistakes, names);
        List<Story.Channel> channels = watch.channels(file);
        Story.Team team = new TeamReader(mistakes, names, times).read(file);
        List<Story.Ladder> ladders = watch.ladders(file);
        List<Story.Codename> codenames =
                new CodenameReader(mistakes, names, place.get().language()).read(file);
        List<Story.Watch> watches = new WatchReader(mistakes, names, times).read(file);
        var watchkeeping = new Story.Watchkeeping(channels, ladders, codenames, watches);
        List<Step> steps = steps(file, times);
        List<Story.Habit> habits = habits(file, times);
        var begins = mistakes.reading(() -> beginning(file));
        mistakes.checking(file::done);
        return title.flatMap(t ->
                begins.map(b -> new Story(t, place.get(), team, watchkeeping, steps, habits, b)));
    }

    static String title(Block file) {
        String format = file.text("format");
        String title = file.text("story");
        if (!format.equals(FORMAT)) {
            throw new WrongHere(file.lineOf("format"), "story.file.format", "found", format);
        }
        return title;
    }

    private static Story.Place place(Block file) {
        ZoneId zone = zone(file.lineOf("zone"), file.text("zone"));
        LocalDate date = Times.day(file.lineOf("date"), file.text("date"));
        Language language = language(file.lineOf("language"), file.text("language"));
        return new Story.Place(file.text("desk"), zone, date, language);
    }

    static ZoneId zone(int line, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new WrongHere(line, "story.head.zone", "text", text);
        }
    }

    static Language language(int line, String text) {
        boolean known =
                text.matches("[a-z]{2,3}") && !new ULocale(text).getDisplayLanguage().equals(text);
        if (!known) {
            throw new WrongHere(line, "story.head.language", "text", text);
        }
        return new Language(text);
    }

    private static Story.Beginning beginning(Block file) {
        return ExpectationReader.choice(
                file.lineOf("begins"),
                Story.Beginning.values(),
                file.maybeText("begins").orElse("founded"));
    }

    private List<Story.Habit> habits(Block file, Times times) {
        if (file.maybe("habits").isEmpty()) {
            return List.of();
        }
        List<Story.Habit> habits = new ArrayList<>();
        var list = mistakes.reading(() -> Block.itemsOf(file.need("habits"), StoryLimits.HABITS));
        for (Located piece : list.orElse(List.of())) {
            mistakes.reading(() -> habit(piece, times)).ifPresent(habits::add);
        }
        return List.copyOf(habits);
    }

    private Story.Habit habit(Located piece, Times times) {
        Block block = Block.of(piece);
        Instant from = times.instant(block.lineOf("from"), block.text("from"));
        Instant until = times.instant(block.lineOf("until"), block.text("until"));
        Duration every = Times.duration(block.lineOf("every"), block.text("every"));
        block.need("who");
        List<String> who = names.persons(block.lineOf("who"), block.texts("who"));
        Located does = block.need("do");
        block.done();
        if (!(new VerbReader(names, times).read(does) instanceof Verb.OnScreen verb)) {
            throw new WrongHere(does.line(), "story.habit.screen");
        }
        boolean few =
                every.compareTo(StoryLimits.SHORTEST_HABIT) >= 0
                        && Duration.between(from, until).compareTo(StoryLimits.LONGEST_WAIT) <= 0;
        if (!few || until.isBefore(from)) {
            throw new WrongHere(block.line(), "story.habit.often");
        }
        return new Story.Habit(block.line(), from, until, every, who, verb);
    }

    private List<Step> steps(Block file, Times times) {
        var list = mistakes.reading(() -> Block.itemsOf(file.need("steps"), StoryLimits.STEPS));
        List<Step> steps = new ArrayList<>();
        Instant before = times.date().atStartOfDay(times.zone()).toInstant();
        for (Located piece : list.orElse(List.of())) {
            Instant from = before;
            var step = mistakes.reading(() -> new StepReader(names, times).read(piece, from));
            if (step.isPresent()) {
                steps.add(step.get());
                before = step.get().at();
            }
        }
        if (list.isPresent() && list.get().isEmpty()) {
            mistakes.checking(() -> {
                throw new WrongHere(file.lineOf("steps"), "story.steps.none");
            });
        }
        checkPatience(steps);
        return List.copyOf(steps);
    }

    /// A wait may not reach past the next step: the clock would have to run back.
    private void checkPatience(List<Step> steps) {
        for (int i = 0; i + 1 < steps.size(); i++) {
            Step step = steps.get(i);
            Instant next = steps.get(i + 1).at();
            for (Expectation e : step.expect()) {
                var story = e.patience().story();
                var lasting = e.lasting().compareTo(story) > 0 ? e.lasting() : story;
                if (step.at().plus(lasting).isAfter(next)) {
                    mistakes.checking(() -> {
                        throw new WrongHere(e.line(), "story.expect.past-next");
                    });
                }
            }
        }
    }
}
