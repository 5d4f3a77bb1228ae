package org.watchword.story.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.story.script.Mistake;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.seized.Seizure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo [--at TIME] [--tour] [--search] [--port N] [--dir DIR]`: a desk to look at and try.
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    /// It is meant to take a minute at most. Some machines are half as fast, or have other work.
    private static final Duration TOUR = Duration.ofMinutes(2);

    /// The key that has the desk searched; what stands behind it is looked for, too.
    private static final String SEARCH = "s";

    private static final int WELL = 0;
    private static final int FINDING = 1;
    private static final int WRONG_USE = 2;
    private static final int SURROUNDINGS = 3;

    private final PrintStream out;
    private final InputStream in;
    private final InstantSource real;
    private final Words words;

    @Option(names = "--at")
    private @Nullable String at;

    @Option(names = "--tour")
    private boolean tour;

    /// What the key `s` does, once, and then the end.
    @Option(names = "--search")
    private boolean search;

    @Option(names = "--port")
    private int port;

    @Option(names = "--dir")
    private @Nullable Path directory;

    @Option(names = "--story", hidden = true)
    private Path story = home().resolve("stories").resolve("harbour.yaml");

    public DemoCommand(InputStream in, PrintStream out, InstantSource real) {
        this.in = in;
        this.out = out;
        this.real = real;
        this.words = WordBook.read(StartPage.LANGUAGES, List.of(StartPage.class)).in(ownLanguage());
    }

    /// Where the project lies: the launcher says it.
    private static Path home() {
        return Path.of(System.getProperty("watchword.home", "."));
    }

    private static Language ownLanguage() {
        String tag = Locale.getDefault().getLanguage();
        return StartPage.LANGUAGES.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElse(StartPage.LANGUAGES.getFirst());
    }

    @Override
    public Integer call() {
        Optional<LocalTime> time = Optional.empty();
        if (at != null) {
            try {
                time = Optional.of(LocalTime.parse(at));
            } catch (DateTimeException e) {
                return refused(Sentence.of("demo.terminal.at", "time", at), WRONG_USE);
            }
        }
        return switch (StoryFile.read(story)) {
            case StoryFile.Reading.Whole(Story whole) -> open(whole, time);
            case StoryFile.Reading.Wrong(List<Mistake> mistakes) ->
                    refused(unplayable("line " + mistakes.getFirst().line()), WRONG_USE);
            case StoryFile.Reading.NoFile(Sentence why) ->
                    refused(unplayable(why.key()), WRONG_USE);
        };
    }

    private Sentence unplayable(String why) {
        return new Sentence("demo.terminal.story", Map.of("story", story.toString(), "why", why));
    }

    private int open(Story whole, Optional<LocalTime> time) {
        if (!tour && !search) {
            out.println(words.say("demo.terminal.founding"));
        }
        var wish = new Demo.Wish(story, whole, port, Optional.ofNullable(directory), time);
        Instant began = real.instant();
        return switch (Demo.open(wish, real)) {
            case Demo.Opening.Not(Sentence why) -> refused(why, SURROUNDINGS);
            case Demo.Opening.Opened(Demo demo) -> opened(demo, began);
        };
    }

    private int opened(Demo demo, Instant began) {
        if (!tour && !search) {
            return show(demo);
        }
        try (demo) {
            int toured = tour ? tour(demo, began) : WELL;
            int searched = search ? searched(demo, Set.of()) : WELL;
            return Math.max(toured, searched);
        }
    }

    private int refused(Sentence why, int status) {
        out.println(words.say(why));
        return status;
    }

    private int tour(Demo demo, Instant began) {
        List<Demo.Scored> chapters = new ArrayList<>();
        for (var next = demo.playNext(); next.isPresent(); next = demo.playNext()) {
            out.println(line(next.get()));
            chapters.add(next.get());
        }
        boolean well = !chapters.isEmpty() && chapters.stream().allMatch(DemoCommand::wellDone);
        demo.failures().forEach(failure -> out.println("  " + failure));
        Duration took = Duration.between(began, real.instant());
        if (took.compareTo(TOUR) > 0) {
            well = false;
            out.println(
                    words.say(
                            "demo.terminal.slow",
                            Map.of("seconds", took.toSeconds(), "most", TOUR.toSeconds())));
        }
        out.println(
                words.say(
                        "demo.terminal.tour",
                        Map.of("well", well ? 1 : 0, "seconds", took.toSeconds())));
        return well ? WELL : FINDING;
    }

    /// A chapter is well when every step was as expected and nothing was lost or doubled.
    private static boolean wellDone(Demo.Scored chapter) {
        return chapter.well()
                && none(chapter, "demo.measured.lost")
                && none(chapter, "demo.measured.doubled");
    }

    private static boolean none(Demo.Scored chapter, String key) {
        return chapter.figure(key, "count").filter(count -> !count.equals(0)).isEmpty();
    }

    private String line(Demo.Scored chapter) {
        return "%-12s %s".formatted(chapter.chapter(), said(chapter.measured()));
    }

    private String said(List<Sentence> measured) {
        return measured.stream().map(words::say).collect(Collectors.joining(", "));
    }

    private int show(Demo demo) {
        var end = new Thread(demo::close, "demo-end");
        Runtime.getRuntime().addShutdownHook(end);
        demo.onPlayed((name, scored) -> out.println(line(scored)));
        demo.failures().forEach(failure -> out.println("  " + failure));
        out.println("start here  " + demo.startPage());
        out.println("staff desk  " + demo.staffDesk());
        tellKeys();
        int status = listen(demo);
        Runtime.getRuntime().removeShutdownHook(end);
        demo.close();
        return status;
    }

    private void tellKeys() {
        out.println(words.say("demo.terminal.keys"));
        out.println(words.say("demo.terminal.keys.search"));
        out.println(words.say("demo.terminal.keys.search-more"));
        out.flush();
    }

    /// Waits for keys, for as long as there is a terminal, and then for the end. A secret that was
    /// found ends it, too.
    private int listen(Demo demo) {
        var keys = new BufferedReader(new InputStreamReader(in, UTF_8));
        try {
            for (String line = keys.readLine(); line != null; line = keys.readLine()) {
                int status = pressed(demo, line.strip());
                if (status != WELL) {
                    return status;
                }
            }
            new CountDownLatch(1).await();
        } catch (IOException e) {
            out.println();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return WELL;
    }

    private int pressed(Demo demo, String line) {
        if (line.isEmpty()) {
            kill(demo);
        } else if (line.equals(SEARCH)) {
            return searched(demo, Set.of());
        } else if (line.startsWith(SEARCH + " ")) {
            return searched(demo, Set.of(line.substring(SEARCH.length()).strip()));
        } else {
            tellKeys();
        }
        return WELL;
    }

    private void kill(Demo demo) {
        if (!demo.beginNextKill()) {
            Optional<List<Sentence>> came = demo.kill();
            out.println(
                    came.map(c -> words.say("demo.terminal.kill") + ": " + said(c))
                            .orElseGet(() -> words.say("demo.terminal.wait")));
        }
    }

    /// Has the desk stopped and searched.
    ///
    /// @param more what somebody typed by hand, to be looked for besides
    private int searched(Demo demo, Set<String> more) {
        var lines = new SeizedLines(words, out);
        try {
            lines.begins();
            Optional<Seizure.Seized> came = demo.seize(more, lines::looked);
            came.ifPresentOrElse(lines::all, () -> out.println(words.say("demo.terminal.wait")));
            return came.filter(c -> !c.wellBut(more)).isEmpty() ? WELL : FINDING;
        } catch (UncheckedIOException e) {
            return refused(
                    Sentence.of("demo.seized.unread", "why", "" + e.getMessage()), SURROUNDINGS);
        }
    }
}
