package org.watchword.story.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.Policy;

/// Reads a story that is a drill: a title, and what is drilled within which bounds. It names nobody
/// of the team, so that it fits any desk.
public final class DrillFile {
    private static final List<String> ANSWERS = List.of("confirmed", "unproven");
    private static final Duration RUNG_WITHIN = Duration.ofMinutes(1);

    /// What came of it.
    public sealed interface Reading {
        record Whole(DrillStory story) implements Reading {}

        /// Every mistake that was found, by line.
        record Wrong(List<Mistake> mistakes) implements Reading {}

        /// There is no such file, or it cannot be read.
        record NoFile(Sentence why) implements Reading {}
    }

    private DrillFile() {}

    public static Reading read(Path file) {
        return switch (StoryFile.Raw.of(file)) {
            case StoryFile.Raw.Bytes raw -> read(raw.all());
            case StoryFile.Raw.None(Sentence why) -> new Reading.NoFile(why);
        };
    }

    static Reading read(byte[] bytes) {
        var mistakes = new Mistakes();
        var story =
                mistakes.reading(() -> YamlTree.read(StoryFile.decoded(bytes)))
                        .flatMap(root -> mistakes.reading(() -> Block.of(root)))
                        .flatMap(file -> whole(file, mistakes));
        return story.filter(_ -> mistakes.inOrder().isEmpty())
                .<Reading>map(Reading.Whole::new)
                .orElseGet(() -> new Reading.Wrong(mistakes.inOrder()));
    }

    private static Optional<DrillStory> whole(Block file, Mistakes mistakes) {
        Optional<Located> drill = file.maybe("drill");
        if (drill.isEmpty()) {
            mistakes.checking(() -> {
                throw new WrongHere(file.line(), "story.file.no-drill");
            });
            return Optional.empty();
        }
        var title = mistakes.reading(() -> StoryReader.title(file));
        var story = mistakes.reading(() -> drill(title.orElse(""), Block.of(drill.get())));
        mistakes.checking(file::done);
        return story;
    }

    private static DrillStory drill(String title, Block block) {
        String about = block.text("about");
        if (about.length() > Limits.NAME_CHARACTERS) {
            throw new WrongHere(
                    block.lineOf("about"), "story.text.long", "most", Limits.NAME_CHARACTERS);
        }
        String what = DrillVerbs.what(block);
        Duration rung = within(block, "rung within").orElse(RUNG_WITHIN);
        block.need("answered within");
        Duration answered = within(block, "answered within").orElseThrow();
        boolean unproven = block.maybeText("answer").map(t -> unproven(block, t)).orElse(false);
        block.done();
        return new DrillStory(title, about, what, rung, answered, unproven);
    }

    /// No drill lasts longer than the desk lets it.
    private static Optional<Duration> within(Block block, String field) {
        Optional<Duration> within =
                block.maybeText(field).map(t -> Times.duration(block.lineOf(field), t));
        if (within.filter(one -> one.compareTo(Policy.DRILL_LASTS) >= 0).isPresent()) {
            throw new WrongHere(
                    block.lineOf(field),
                    "story.drill.long",
                    "minutes",
                    Policy.DRILL_LASTS.toMinutes());
        }
        return within;
    }

    private static boolean unproven(Block block, String text) {
        if (!ANSWERS.contains(text)) {
            throw new WrongHere(
                    block.lineOf("answer"),
                    "story.expect.choice",
                    Map.of("text", text, "known", String.join(", ", ANSWERS)));
        }
        return text.equals("unproven");
    }
}
