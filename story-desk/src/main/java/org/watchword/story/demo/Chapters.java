package org.watchword.story.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Upset;

/// A story cut where its chapters begin.
///
/// @param before the steps before the first chapter
record Chapters(List<Step> before, List<Part> parts) {

    /// One chapter's steps.
    record Part(int number, String name, List<Step> steps) {
        Instant from() {
            return steps.getFirst().at();
        }

        boolean kills() {
            return steps.stream()
                    .filter(step -> step.lacks().isEmpty())
                    .flatMap(step -> step.upsets().stream())
                    .anyMatch(Upset.Kill.class::isInstance);
        }

        /// Whether this program can play anything of it.
        boolean canBePlayed() {
            return steps.stream().anyMatch(step -> step.lacks().isEmpty());
        }
    }

    static Chapters of(Story story) {
        List<Step> before = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<Step> open = before;
        for (Step step : story.steps()) {
            if (step.chapter().isPresent()) {
                open = new ArrayList<>();
                parts.add(new Part(parts.size() + 1, step.chapter().get(), open));
            }
            open.add(step);
        }
        return new Chapters(List.copyOf(before), parts.stream().filter(Part::canBePlayed).toList());
    }
}
