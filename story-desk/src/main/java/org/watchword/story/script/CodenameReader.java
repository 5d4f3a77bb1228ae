package org.watchword.story.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;

/// Reads `codenames`: plan cards, and where the people behind them are reached.
final class CodenameReader {
    private final Mistakes mistakes;
    private final Names names;
    private final Language usual;

    /// @param usual in which they read where nothing else is said
    CodenameReader(Mistakes mistakes, Names names, Language usual) {
        this.mistakes = mistakes;
        this.names = names;
        this.usual = usual;
    }

    List<Story.Codename> read(Block file) {
        var fields =
                mistakes.reading(() ->
                        WatchkeepingReader.fieldsOf(file, "codenames", StoryLimits.CODENAMES));
        List<Story.Codename> all = new ArrayList<>();
        for (Located.Field f : fields.orElse(List.of())) {
            names.codenames.add(f.name());
            mistakes.reading(() -> codename(f)).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Story.Codename codename(Located.Field f) {
        TeamReader.name(f.line(), f.name());
        if (names.people.contains(f.name())) {
            throw new WrongHere(f.line(), "story.name.taken", "name", f.name());
        }
        Block block = Block.of(f.value());
        String plan = block.maybeText("plan").orElse("");
        if (plan.length() > Limits.PLAN_CHARACTERS) {
            throw new WrongHere(
                    block.lineOf("plan"), "story.text.long", "most", Limits.PLAN_CHARACTERS);
        }
        Optional<String> ladder =
                block.maybeText("ladder").map(l -> names.ladder(block.lineOf("ladder"), l));
        Language language =
                block.maybeText("language")
                        .map(l -> StoryReader.language(block.lineOf("language"), l))
                        .orElse(usual);
        Map<String, String> addresses = new LinkedHashMap<>();
        if (block.maybe("addresses").isPresent()) {
            for (Located.Field a : Block.of(block.need("addresses")).all()) {
                addresses.put(names.channel(a.line(), a.name()), TeamReader.address(names, a));
            }
        }
        List<Story.Question> questions = questions(block);
        boolean card =
                block.maybeText("card")
                        .map(t -> WatchkeepingReader.yes(block.lineOf("card"), t))
                        .orElse(false);
        block.done();
        return new Story.Codename(f.name(), plan, ladder, language, addresses, questions, card);
    }

    private static List<Story.Question> questions(Block block) {
        List<Story.Question> all = new ArrayList<>();
        if (block.maybe("questions").isPresent()) {
            for (Located one : Block.itemsOf(block.need("questions"), StoryLimits.QUESTIONS)) {
                Block question = Block.of(one);
                all.add(new Story.Question(question.text("asks"), question.text("answer")));
                question.done();
            }
        }
        return List.copyOf(all);
    }
}
