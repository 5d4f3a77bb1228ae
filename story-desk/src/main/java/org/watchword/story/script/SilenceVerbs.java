package org.watchword.story.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the verbs of watches and words: checking in, pausing, cards.
final class SilenceVerbs {
    static final String DOOR = "door";

    private final Names names;

    SilenceVerbs(Names names) {
        this.names = names;
    }

    Map<String, Function<Block, Verb>> all() {
        Map<String, Function<Block, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("checks_in", this::checksIn);
        verbs.put("pause", this::pause);
        verbs.put("resume_watch", b -> new Verb.ResumeWatch(watch(b)));
        verbs.put("end_watch", b -> new Verb.EndWatch(watch(b)));
        verbs.put("make_card", b -> new Verb.MakeCard(about(b)));
        verbs.put("burn_card", b -> new Verb.BurnCard(about(b)));
        return verbs;
    }

    private Verb checksIn(Block b) {
        String who = names.codename(b.lineOf("who"), b.text("who"));
        Verb.Way by = way(names, b);
        Verb.Word word = choice(b, "word", Verb.Word.values(), b.text("word"));
        boolean sign =
                b.maybeText("call_sign")
                        .map(t -> WatchkeepingReader.yes(b.lineOf("call_sign"), t))
                        .orElse(true);
        var wording = new Verb.Wording(sign, b.maybeText("text"));
        return new Verb.ChecksIn(who, by, word, from(b, by), wording);
    }

    /// The quiet door, or a channel that brings in what people send.
    static Verb.Way way(Names names, Block b) {
        String by = b.text("by");
        return by.equals(DOOR)
                ? new Verb.Way.QuietDoor()
                : new Verb.Way.Over(names.hearing(b.lineOf("by"), by));
    }

    private Optional<String> from(Block b, Verb.Way by) {
        Optional<String> from = b.maybeText("from");
        if (from.isPresent()) {
            Story.Kind kind =
                    by instanceof Verb.Way.Over over
                            ? names.kinds.getOrDefault(over.channel(), Story.Kind.PAPER)
                            : Story.Kind.PAPER;
            if (kind == Story.Kind.PAPER || !TeamReader.invented(kind, from.get())) {
                throw new WrongHere(
                        b.lineOf("from"),
                        "story.team.address",
                        Map.of("text", from.get(), "kind", kind.word()));
            }
            return Optional.of(TeamReader.written(kind, from.get()));
        }
        return from;
    }

    private Verb pause(Block b) {
        return new Verb.Pause(
                watch(b),
                Times.duration(b.lineOf("for"), b.text("for")),
                names.person(b.lineOf("second"), b.text("second")),
                b.text("why"));
    }

    private String watch(Block b) {
        return names.watch(b.lineOf("watch"), b.text("watch"));
    }

    private String about(Block b) {
        return names.codename(b.lineOf("about"), b.text("about"));
    }

    static <E extends Enum<E>> E choice(Block b, String field, E[] all, String text) {
        return ExpectationReader.choice(b.lineOf(field), all, text);
    }
}
