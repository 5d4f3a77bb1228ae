package org.watchword.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Expectation;
import org.watchword.story.script.Step;
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
    private final AlarmsSeen alarms = new AlarmsSeen();
    private final Deeds deeds;
    private final Phones phones;
    private final Checks checks;

    public StoryDirector(StoryWorld world, InstantSource real) {
        this.world = world;
        this.real = real;
        this.deeds = new Deeds(alarms, world.story().place().zone());
        this.phones = new Phones(world);
        this.checks = new Checks(world, alarms);
    }

    /// Signs in everybody who does something in the story and has no session yet.
    public void signInEverybody() {
        world.story().steps().stream()
                .flatMap(step -> step.deed().stream())
                .filter(deed -> deed.verb() instanceof Verb.OnScreen)
                .flatMap(deed -> deed.who().stream())
                .distinct()
                .forEach(who -> world.visitor(who).open("/"));
    }

    /// Plays one step.
    public StepResult play(Step step) {
        if (!step.lacks().isEmpty()) {
            return new StepResult(step, StepResult.Outcome.NOT_YET, List.of());
        }
        world.desk().advance(step.at());
        boolean told = step.deed().isEmpty() && step.upsets().isEmpty() && step.expect().isEmpty();
        if (told) {
            return new StepResult(step, StepResult.Outcome.TOLD, List.of());
        }
        var run = new Run(step, marks(), real.instant());
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
            case Upset.Restart r -> {
                run.began = real.instant();
                desk.restart();
                var away = Duration.between(run.began, real.instant());
                run.checked.add(new StepResult.Checked("restart", Optional.empty(), away));
            }
            case Upset.ChannelTurns c -> world.gateway(c.channel()).turn(FarEnds.fault(c.to()));
            case Upset.DiskTurns d -> desk.fillDisk(d.full());
            case Upset.ClockSet c -> desk.setClock(c.by());
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
                alarms.heard(checks.board());
                yield Optional.empty();
            }
        };
    }

    private StepResult.Checked expected(Run run, Expectation expectation) {
        if (expectation instanceof Expectation.NotRung quiet && quiet.lasting().isPositive()) {
            world.desk().advance(run.step.at().plus(quiet.lasting()));
        }
        var patience = expectation.patience();
        Instant storyEnd = run.step.at().plus(patience.story());
        Instant realEnd = run.began.plus(patience.real().orElse(UNBOUNDED));
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
        boolean late = patience.real().filter(most -> took.compareTo(most) > 0).isPresent();
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
