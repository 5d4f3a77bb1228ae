package org.watchword.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Expectation;
import org.watchword.story.script.Expectation.Patience;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Upset;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;

/// Plays the steps of a story one after the other: lets the time come, breaks what is to break,
/// lets somebody do something, and checks what must be so.
public final class StoryDirector {
    /// What nobody bounds may take so long by the clock on the wall.
    private static final Duration UNBOUNDED = Duration.ofSeconds(10);

    /// How long something may take to become true before the story's time is let pass for it.
    private static final Duration AT_ONCE = Duration.ofMillis(1_500);

    private final StoryWorld world;
    private final InstantSource real;
    private final AlarmsSeen alarms;
    private final SilenceDeeds silence;
    private final Deeds deeds;
    private final Phones phones;
    private final Checks checks;

    private final int patience;

    /// When each habit was last followed.
    private final Map<Story.Habit, Instant> habitsDone = new HashMap<>();

    /// What went wrong between two steps.
    private final List<StepResult.Checked> meanwhile = new ArrayList<>();

    public StoryDirector(StoryWorld world, InstantSource real) {
        this(world, real, 1);
    }

    /// @param patience by how much longer than the story says something may really take
    StoryDirector(StoryWorld world, InstantSource real, int patience) {
        this.world = world;
        this.real = real;
        this.patience = patience;
        List<String> codenames =
                world.story().watchkeeping().codenames().stream()
                        .map(Story.Codename::name)
                        .toList();
        this.alarms = new AlarmsSeen(codenames, this::board);
        this.silence = new SilenceDeeds(world.cards(), world.story(), world.desk().clock());
        this.deeds = new Deeds(alarms, world, silence);
        var checkingIn = new CheckingIn(world);
        this.phones = new Phones(world, checkingIn);
        this.checks = new Checks(world, alarms, checkingIn);
    }

    private Page board() {
        return checks.board();
    }

    /// Has cards made for those who need one and have none yet, over the form that the desk has for
    /// it.
    public void makeCards() {
        if (world.story().begins() == Story.Beginning.INIT) {
            return;
        }
        SilenceDeeds.maker(world.story()).map(world::visitor).ifPresent(silence::makeCards);
    }

    /// Signs in everybody who does something in the story and has no session yet.
    public void signInEverybody() {
        if (world.story().begins() == Story.Beginning.INIT) {
            return;
        }
        world.story().steps().stream()
                .flatMap(step -> step.deed().stream())
                .filter(deed -> deed.verb() instanceof Verb.OnScreen)
                .flatMap(deed -> deed.who().stream())
                .distinct()
                .forEach(who -> world.visitor(who).open("/"));
    }

    /// Lets the story's time come, with what people do meanwhile by habit. What goes wrong with
    /// that is told with the next step.
    public void advance(Instant to) {
        while (true) {
            Optional<Turn> next = nextTurn(to);
            if (next.isEmpty()) {
                break;
            }
            world.advance(next.get().at());
            for (String who : next.get().habit().who()) {
                byHabit(who, next.get().habit().verb());
            }
            habitsDone.put(next.get().habit(), next.get().at());
        }
        world.advance(to);
    }

    /// A habit whose time has come.
    private record Turn(Story.Habit habit, Instant at) {}

    private Optional<Turn> nextTurn(Instant to) {
        return world.story().habits().stream()
                .map(habit -> {
                    Instant last = habitsDone.get(habit);
                    return new Turn(habit, last == null ? habit.from() : last.plus(habit.every()));
                })
                .filter(turn -> !turn.at().isAfter(to) && !turn.at().isAfter(turn.habit().until()))
                .min(Comparator.comparing(Turn::at));
    }

    private void byHabit(String who, Verb.OnScreen verb) {
        Instant begin = real.instant();
        Optional<Sentence> wrong = Optional.empty();
        try {
            Page page = deeds.does(world.visitor(who), verb);
            if (page.refused()) {
                wrong = Optional.of(Sentence.of("play.refused", "why", Checks.heading(page)));
            }
        } catch (NoSuchThing e) {
            wrong = Optional.of(Sentence.of("play.missing", "what", e.what()));
        }
        if (wrong.isPresent()) {
            var took = Duration.between(begin, real.instant());
            String what = who + " " + Labels.of(verb);
            meanwhile.add(new StepResult.Checked(what, wrong, took));
        }
    }

    /// Lets happen what happens in a step, and expects nothing of it.
    public void happens(Step step) {
        play(
                new Step(
                        step.line(),
                        step.at(),
                        step.tells(),
                        step.chapter(),
                        step.deed(),
                        step.upsets(),
                        List.of(),
                        step.needs(),
                        step.shows()));
    }

    /// Plays one step.
    public StepResult play(Step step) {
        if (!step.lacks().isEmpty()) {
            return new StepResult(step, StepResult.Outcome.NOT_YET, List.of());
        }
        advance(step.at());
        boolean told = step.deed().isEmpty() && step.upsets().isEmpty() && step.expect().isEmpty();
        if (told) {
            return new StepResult(step, StepResult.Outcome.TOLD, List.of());
        }
        var run = new Run(step, marks(), real.instant());
        run.checked.addAll(meanwhile);
        meanwhile.clear();
        if (step.expect().stream().anyMatch(Expectation.NoNewAlarm.class::isInstance)) {
            alarms.look();
        }
        step.upsets().forEach(upset -> happens(run, upset));
        step.deed().ifPresent(deed -> done(run, deed));
        for (Expectation expectation : step.expect()) {
            run.checked.add(expected(run, expectation));
        }
        boolean well = run.checked.stream().allMatch(c -> c.wrong().isEmpty());
        var outcome = well ? StepResult.Outcome.PASSED : StepResult.Outcome.FAILED;
        return new StepResult(step, outcome, List.copyOf(run.checked));
    }

    /// One step being played.
    private static final class Run {
        private final Step step;
        private final Map<String, Integer> marks;
        private final List<StepResult.Checked> checked = new ArrayList<>();
        private Instant began;
        private Optional<Page> page = Optional.empty();

        private Run(Step step, Map<String, Integer> marks, Instant began) {
            this.step = step;
            this.marks = marks;
            this.began = began;
        }
    }

    /// How many messages each gateway has taken so far.
    private Map<String, Integer> marks() {
        Map<String, Integer> marks = new HashMap<>();
        for (Gateway gateway : world.gateways()) {
            marks.put(gateway.name(), gateway.received().size());
        }
        return marks;
    }

    private void happens(Run run, Upset upset) {
        DeskProcess desk = world.desk();
        switch (upset) {
            case Upset.Kill k -> desk.kill();
            case Upset.KillAtOpening k -> desk.killAtOpening();
            case Upset.Restart r -> {
                run.began = real.instant();
                desk.restart();
                var away = Duration.between(run.began, real.instant());
                run.checked.add(new StepResult.Checked("restart", Optional.empty(), away));
            }
            case Upset.ChannelTurns c -> world.gateway(c.channel()).turn(FarEnds.fault(c.to()));
            case Upset.DiskTurns d -> desk.fillDisk(d.full());
            case Upset.WatcherTurns w -> world.spareBox().turn(w.on());
            case Upset.ClockSet c -> desk.setClock(c.by());
            case Upset.KeySwapped k -> new KeysSwapped(desk.directory()).swap(k);
        }
    }

    private void done(Run run, Step.Deed deed) {
        Instant begin = real.instant();
        Optional<Sentence> wrong = Optional.empty();
        try {
            run.page = done(deed);
            boolean meant =
                    run.step.expect().stream().anyMatch(Expectation.RefusedWith.class::isInstance);
            wrong =
                    run.page
                            .filter(page -> page.refused() && !meant)
                            .map(page -> Sentence.of("play.refused", "why", Checks.heading(page)));
        } catch (NoSuchThing e) {
            wrong = Optional.of(Sentence.of("play.missing", "what", e.what()));
        }
        if (run.step.upsets().contains(new Upset.KillAtOpening())) {
            boolean between = run.page.isEmpty() && world.desk().wasKilled();
            wrong = between ? Optional.empty() : Optional.of(Sentence.of("play.not-killed"));
        }
        var took = Duration.between(begin, real.instant());
        run.checked.add(new StepResult.Checked(Labels.of(deed.verb()), wrong, took));
    }

    private Optional<Page> done(Step.Deed deed) {
        String who = deed.who().orElse("");
        return switch (deed.verb()) {
            case Verb.OnScreen screen -> Optional.of(deeds.does(world.visitor(who), screen));
            case Verb.OnPhone phone -> phones.does(who, phone);
            case Verb.FromOutside outside -> {
                phones.comesIn(outside);
                alarms.look();
                yield Optional.empty();
            }
        };
    }

    private StepResult.Checked expected(Run run, Expectation expectation) {
        Duration lasting = expectation.lasting();
        if (lasting.isPositive()) {
            world.advance(run.step.at().plus(lasting));
        }
        Patience within = expectation.patience();
        Instant storyEnd = run.step.at().plus(within.story());
        Optional<Duration> bound = within.real().map(most -> most.multipliedBy(patience));
        Instant realEnd = run.began.plus(bound.orElse(UNBOUNDED));
        Instant asked = real.instant();
        var scene = new Checks.Scene(run.step, run.marks, run.page);
        Optional<Sentence> wrong = checks.wrongWith(expectation, scene);
        while (wrong.isPresent() && Checks.mayBecomeTrue(expectation)) {
            boolean atOnce = real.instant().isBefore(asked.plus(AT_ONCE));
            boolean time = world.desk().now().isBefore(storyEnd);
            if (!atOnce && time) {
                world.desk().advanceOnce(storyEnd);
                asked = real.instant();
            } else if (!atOnce && !real.instant().isBefore(realEnd)) {
                break;
            } else {
                pause();
            }
            wrong = checks.wrongWith(expectation, scene);
        }
        var took = Duration.between(run.began, real.instant());
        boolean late = bound.filter(most -> took.compareTo(most) > 0).isPresent();
        if (wrong.isEmpty() && late) {
            wrong = Optional.of(Sentence.of("play.late", "seconds", took.toSeconds()));
        }
        return new StepResult.Checked(Labels.of(expectation), wrong, took);
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
