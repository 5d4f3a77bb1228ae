package org.watchword.story.script;

import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
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
        return mistakes.reading(() -> Block.of(root)).flatMap(this::read);
    }

    private Optional<Story> read(Block file) {
        var title = mistakes.reading(() -> title(file));
        var place = mistakes.reading(() -> place(file));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var times = new Times(place.get().zone(), place.get().date());
        var watch = new WatchkeepingReader(mistakes, names);
        List<Story.Channel> channels = watch.channels(file);
        Story.Team team = new TeamReader(mistakes, names, times).read(file);
        var watchkeeping =
                new Story.Watchkeeping(channels, watch.ladders(file), watch.codenames(file));
        List<Step> steps = steps(file, times);
        mistakes.checking(file::done);
        return title.map(t -> new Story(t, place.get(), team, watchkeeping, steps));
    }

    private static String title(Block file) {
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

    private static ZoneId zone(int line, String text) {
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
                var lasting =
                        e instanceof Expectation.NotRung n ? n.lasting() : e.patience().story();
                if (step.at().plus(lasting).isAfter(next)) {
                    mistakes.checking(() -> {
                        throw new WrongHere(e.line(), "story.expect.past-next");
                    });
                }
            }
        }
    }
}
