package org.watchword.story;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.watchword.desk.basis.Words;
import org.watchword.story.script.DrillStory;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Plays a drill on a desk that runs: over the desk's own form, which begins nothing but drills,
/// and by what the desk's page says of it. It has neither clock nor faults in hand.
final class LiveDrill {
    static final String PATH = "/drills";

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /// So many looks in a row may find the desk out of reach.
    private static final int LOST_LOOKS = 20;

    private final DrillStory story;
    private final Visitor who;
    private final InstantSource real;
    private final Words words;
    private final PrintWriter out;
    private final Set<String> said = new HashSet<>();

    LiveDrill(DrillStory story, Visitor who, InstantSource real, Words words, PrintWriter out) {
        this.story = story;
        this.who = who;
        this.real = real;
        this.words = words;
        this.out = out;
    }

    /// How it went.
    enum Outcome {
        WELL,
        FINDING,
        /// Whoever runs it cannot get in, or may not.
        NOT_IN
    }

    /// @throws NoSuchThing when the desk is out of reach
    Outcome play() {
        Page first = who.signIn();
        if (first.refused() || first.form("/sign-in").isPresent()) {
            tell("play.drill.not-in", "why", Checks.heading(first));
            return Outcome.NOT_IN;
        }
        try {
            return begin();
        } finally {
            signOut();
        }
    }

    private Outcome begin() {
        Page page = who.open(PATH);
        if (page.refused()) {
            tell("play.drill.may-not", "why", Checks.heading(page));
            return Outcome.NOT_IN;
        }
        Optional<PageForm> form = page.form(PATH);
        if (form.isEmpty()) {
            tell("play.drill.hindered", "why", hindrance(page));
            return Outcome.FINDING;
        }
        Page begun = who.send(form.get().with("about", story.about()).with("what", story.what()));
        Optional<Element> drill = running(begun);
        if (begun.refused() || drill.isEmpty()) {
            tell("play.drill.hindered", "why", Checks.heading(begun));
            return Outcome.FINDING;
        }
        tell("play.drill.begun", "title", story.title());
        return watch(begun, drill.get().id());
    }

    private String hindrance(Page page) {
        return page.all("#hindrance").stream()
                .findFirst()
                .map(Element::text)
                .orElseGet(() -> words.say("play.drill.another-runs"));
    }

    private static Optional<Element> running(Page page) {
        return page.all("article[data-running=yes]").stream().findFirst();
    }

    /// Looks until it is answered, over, or has taken too long.
    private Outcome watch(Page begun, String id) {
        Instant from = real.instant();
        Page page = begun;
        while (true) {
            Element drill = drill(page, id);
            progress(drill);
            boolean over = drill.attr("data-running").equals("no");
            boolean late =
                    Duration.between(from, real.instant()).compareTo(story.answeredWithin()) > 0;
            if (answered(drill).isPresent() || over || late) {
                return measured(over ? drill : ended(page, id));
            }
            pause();
            page = look();
        }
    }

    private Page look() {
        for (int lost = 0; ; lost++) {
            try {
                return who.open(PATH);
            } catch (NoSuchThing e) {
                if (lost >= LOST_LOOKS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private Element drill(Page page, String id) {
        Element drill = page.document().getElementById(id);
        if (drill == null) {
            throw new NoSuchThing("no drill on " + page.path() + " (" + page.status() + ")");
        }
        return drill;
    }

    private Element ended(Page page, String id) {
        return page.formsUnder(PATH + "/").stream()
                .findFirst()
                .map(form -> drill(who.send(form), id))
                .orElseGet(() -> drill(page, id));
    }

    /// A line for each thing that the page did not say before.
    private void progress(Element drill) {
        drill.select("[data-says]").stream()
                .map(Element::text)
                .filter(said::add)
                .forEach(this::line);
    }

    /// Seconds until the first answer that counts.
    private OptionalLong answered(Element drill) {
        return drill.select("[data-list=said] [data-after]").stream()
                .filter(one -> story.unproven() || one.attr("data-proven").equals("yes"))
                .mapToLong(one -> Long.parseLong(one.attr("data-after")))
                .min();
    }

    private static OptionalLong rung(Element drill) {
        return drill.select("[data-list=rung] [data-after]").stream()
                .mapToLong(one -> Long.parseLong(one.attr("data-after")))
                .min();
    }

    private Outcome measured(Element drill) {
        progress(drill);
        boolean rung = Measure.RUNG.well(this, rung(drill), story.rungWithin());
        boolean answered = Measure.ANSWERED.well(this, answered(drill), story.answeredWithin());
        return rung && answered ? Outcome.WELL : Outcome.FINDING;
    }

    /// What is said of a bound that was kept, broken, or never reached.
    private record Measure(String kept, String late, String never) {
        static final Measure RUNG =
                new Measure("play.drill.rung", "play.drill.rung-late", "play.drill.rung-not");
        static final Measure ANSWERED =
                new Measure(
                        "play.drill.answered",
                        "play.drill.answered-late",
                        "play.drill.answered-not");

        boolean well(LiveDrill drill, OptionalLong seconds, Duration most) {
            boolean well = seconds.isPresent() && seconds.getAsLong() <= most.toSeconds();
            if (seconds.isEmpty()) {
                drill.tell(never, "most", most.toSeconds());
                return false;
            }
            var gaps =
                    Map.<String, Object>of(
                            "seconds", seconds.getAsLong(), "most", most.toSeconds());
            drill.line(drill.words.say(well ? kept : late, gaps));
            return well;
        }
    }

    private void signOut() {
        try {
            List<PageForm> out = who.open("/sessions").formsUnder("/sign-out");
            out.stream().findFirst().ifPresent(who::send);
        } catch (NoSuchThing e) {
            tell("play.drill.not-out", "why", e.what());
        }
    }

    private void tell(String key, String gap, Object value) {
        line(words.say(key, gap, value));
    }

    private void line(String line) {
        out.println(line);
        out.flush();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKS_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSuchThing("interrupted");
        }
    }
}
