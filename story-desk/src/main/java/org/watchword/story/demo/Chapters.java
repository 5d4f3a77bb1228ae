package org.watchword.story.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Upset;

/// A story cut where its chapters begin, without what this program cannot play yet.
///
/// @param before the steps before the first chapter
record Chapters(List<Step> before, List<Part> parts) {

    /// One chapter's steps.
    record Part(int number, String name, List<Step> steps) {
        Instant from() {
            return steps.getFirst().at();
        }

        /// The story's time goes on while somebody looks at the page: a chapter whose time has
        /// passed by then is played that much later.
        List<Step> beginningAt(Instant now) {
            Duration late = Duration.between(from(), now);
            return late.isNegative()
                    ? steps
                    : steps.stream().map(step -> later(step, late)).toList();
        }

        private static Step later(Step step, Duration by) {
            return new Step(
                    step.line(),
                    step.at().plus(by),
                    step.tells(),
                    step.chapter(),
                    step.deed(),
                    step.upsets(),
                    step.expect(),
                    step.needs(),
                    step.shows());
        }

        boolean kills() {
            return steps.stream()
                    .flatMap(step -> step.upsets().stream())
                    .anyMatch(Upset.Kill.class::isInstance);
        }
    }

    static Chapters of(Story story) {
        List<Step> before = List.of();
        List<Part> parts = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        String name = "";
        for (Step step : story.steps()) {
            if (step.chapter().isPresent()) {
                before = name.isEmpty() ? playable(open) : before;
                close(parts, name, open);
                open.clear();
                name = step.chapter().get();
            }
            open.add(step);
        }
        before = name.isEmpty() ? playable(open) : before;
        close(parts, name, open);
        return new Chapters(before, List.copyOf(parts));
    }

    private static void close(List<Part> parts, String name, List<Step> open) {
        List<Step> steps = playable(open);
        if (!name.isEmpty() && !steps.isEmpty()) {
            parts.add(new Part(parts.size() + 1, name, steps));
        }
    }

    /// The steps that this program can play, up to the last in which anything happens: time is not
    /// let pass for what it cannot show.
    private static List<Step> playable(List<Step> steps) {
        List<Step> can = new ArrayList<>(steps);
        can.removeIf(step -> !step.lacks().isEmpty());
        while (!can.isEmpty() && onlyTells(can.getLast())) {
            can.removeLast();
        }
        return List.copyOf(can);
    }

    private static boolean onlyTells(Step step) {
        return step.deed().isEmpty() && step.upsets().isEmpty() && step.expect().isEmpty();
    }
}
