package org.watchword.story.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the verbs of drills.
final class DrillVerbs {
    /// What is drilled; the desk's own words.
    private static final List<String> WHAT = List.of("call", "silence");

    static Map<String, Function<Block, Verb>> all() {
        Map<String, Function<Block, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("begin_drill", b -> new Verb.BeginDrill(b.text("about"), what(b)));
        verbs.put("end_drill", b -> new Verb.EndDrill());
        return verbs;
    }

    static String what(Block block) {
        String text = block.text("what");
        if (!WHAT.contains(text)) {
            throw new WrongHere(
                    block.lineOf("what"),
                    "story.expect.choice",
                    Map.of("text", text, "known", String.join(", ", WHAT)));
        }
        return text;
    }

    private DrillVerbs() {}
}
