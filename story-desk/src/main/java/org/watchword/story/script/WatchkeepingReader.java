package org.watchword.story.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.watchword.desk.basis.Limits;

/// Reads `channels`, `ladders` and `codenames`.
final class WatchkeepingReader {
    private final Mistakes mistakes;
    private final Names names;

    WatchkeepingReader(Mistakes mistakes, Names names) {
        this.mistakes = mistakes;
        this.names = names;
    }

    List<Story.Channel> channels(Block file) {
        List<Story.Channel> all = new ArrayList<>();
        for (Located.Field f : fields(file, "channels", Limits.CHANNELS)) {
            mistakes.reading(() -> channel(f)).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Story.Channel channel(Located.Field f) {
        names.channels.add(f.name());
        if (!f.name().matches("[a-z][a-z0-9-]{0,30}")) {
            throw new WrongHere(f.line(), "story.watch.channel-name", "name", f.name());
        }
        String word = Block.textOf(f.value());
        Story.Kind kind =
                Stream.of(Story.Kind.values())
                        .filter(k -> k.word().equals(word))
                        .findFirst()
                        .orElseThrow(
                                () -> new WrongHere(f.line(), "story.watch.kind", "name", word));
        names.kinds.put(f.name(), kind);
        return new Story.Channel(f.name(), kind);
    }

    List<Story.Ladder> ladders(Block file) {
        List<Story.Ladder> all = new ArrayList<>();
        for (Located.Field f : fields(file, "ladders", Limits.LADDERS)) {
            names.ladders.add(f.name());
            mistakes.reading(() -> ladder(f)).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Story.Ladder ladder(Located.Field f) {
        TeamReader.name(f.line(), f.name());
        Block block = Block.of(f.value());
        List<Story.Rung> rungs = new ArrayList<>();
        for (Located r : Block.itemsOf(block.need("steps"), Limits.STEPS_PER_LADDER)) {
            rungs.add(rung(r));
        }
        block.done();
        if (rungs.isEmpty()) {
            throw new WrongHere(f.line(), "story.watch.empty-ladder", "name", f.name());
        }
        return new Story.Ladder(f.name(), List.copyOf(rungs));
    }

    private Story.Rung rung(Located piece) {
        Block block = Block.of(piece);
        block.need("ring");
        List<String> targets = block.texts("ring");
        targets.forEach(t -> names.target(block.lineOf("ring"), t));
        if (targets.size() > Limits.TARGETS_PER_STEP) {
            throw new WrongHere(
                    block.lineOf("ring"), "story.list.long", "most", Limits.TARGETS_PER_STEP);
        }
        List<String> over = names.channels(block.lineOf("over"), block.texts("over"));
        Duration wait = Times.duration(block.lineOf("wait"), block.text("wait"));
        boolean all = block.maybeText("all").map(t -> yes(block.lineOf("all"), t)).orElse(false);
        block.done();
        return new Story.Rung(targets, over, wait, all);
    }

    static boolean yes(int line, String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new WrongHere(line, "story.shape.yes-no", "text", text);
        };
    }

    private List<Located.Field> fields(Block file, String name, int most) {
        return mistakes.reading(() -> fieldsOf(file, name, most)).orElse(List.of());
    }

    static List<Located.Field> fieldsOf(Block file, String name, int most) {
        List<Located.Field> all = Block.of(file.need(name)).all();
        if (all.size() > most) {
            throw new WrongHere(file.lineOf(name), "story.list.long", "most", most);
        }
        return all;
    }
}
