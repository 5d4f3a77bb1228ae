package org.watchword.story.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads one step. What a step does and expects is read only when the program has everything that
/// the step needs: a step for a room not yet built may use that room's words.
final class StepReader {
    /// Rows of the founding report.
    private static final int ROWS = 22;

    private final Names names;
    private final Times times;

    StepReader(Names names, Times times) {
        this.names = names;
        this.times = times;
    }

    Step read(Located piece, Instant before) {
        Block block = Block.of(piece);
        Instant at = times.instant(block.lineOf("at"), block.text("at"), before);
        if (at.isBefore(before)) {
            throw new WrongHere(
                    block.lineOf("at"), "story.time.backwards", "text", block.text("at"));
        }
        String tells = block.maybeText("tells").orElse("");
        Optional<String> chapter = block.maybeText("chapter");
        Set<String> needs = needs(block);
        SortedSet<Integer> shows = shows(block);
        Optional<String> who = who(block);
        Optional<Located> verb = block.maybe("do");
        Optional<Located> upset = block.maybe("system");
        Optional<Located> expect = block.maybe("expect");
        block.done();
        var head =
                new Step(
                        block.line(),
                        at,
                        tells,
                        chapter,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        needs,
                        shows);
        if (!head.lacks().isEmpty()) {
            return head;
        }
        Optional<Step.Deed> deed = deed(block, who, verb);
        List<Upset> upsets = upset.map(u -> new UpsetReader(names).read(u)).orElse(List.of());
        List<Expectation> expected = expect.map(e -> expectations(e, deed)).orElse(List.of());
        if (deed.isEmpty() && upsets.isEmpty() && expected.isEmpty() && tells.isEmpty()) {
            throw new WrongHere(block.line(), "story.step.empty");
        }
        return new Step(block.line(), at, tells, chapter, deed, upsets, expected, needs, shows);
    }

    private Optional<Step.Deed> deed(Block block, Optional<String> who, Optional<Located> does) {
        Optional<Verb> verb = does.map(piece -> new VerbReader(names, times).read(piece));
        boolean fromOutside = verb.filter(Verb.FromOutside.class::isInstance).isPresent();
        if (fromOutside && who.isPresent()) {
            throw new WrongHere(block.lineOf("who"), "story.step.outside");
        }
        if (!fromOutside && who.isPresent() != verb.isPresent()) {
            throw new WrongHere(block.line(), "story.step.who-does");
        }
        return verb.map(v -> new Step.Deed(who, v));
    }

    private Optional<String> who(Block block) {
        return block.maybeText("who").map(w -> names.person(block.lineOf("who"), w));
    }

    private static Set<String> needs(Block block) {
        List<String> needs = block.texts("needs");
        for (String need : needs) {
            if (!need.matches("[a-z][a-z-]{0,30}")) {
                throw new WrongHere(block.lineOf("needs"), "story.step.needs", "text", need);
            }
        }
        return Set.copyOf(needs);
    }

    private static SortedSet<Integer> shows(Block block) {
        SortedSet<Integer> rows = new TreeSet<>();
        for (String text : block.texts("shows")) {
            int row = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
            if (row < 1 || row > ROWS) {
                throw new WrongHere(block.lineOf("shows"), "story.step.row", "text", text);
            }
            rows.add(row);
        }
        return rows;
    }

    private List<Expectation> expectations(Located piece, Optional<Step.Deed> deed) {
        var reader = new ExpectationReader(names, times);
        List<Expectation> all = new ArrayList<>();
        for (Located item : Block.itemsOf(piece, StoryLimits.EXPECTATIONS_PER_STEP)) {
            Expectation e = reader.read(item);
            boolean ofDeed =
                    e instanceof Expectation.PageSays || e instanceof Expectation.RefusedWith;
            if (ofDeed && deed.isEmpty()) {
                throw new WrongHere(e.line(), "story.expect.no-deed");
            }
            all.add(e);
        }
        return List.copyOf(all);
    }
}
