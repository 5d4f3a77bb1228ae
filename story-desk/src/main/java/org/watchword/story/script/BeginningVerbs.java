package org.watchword.story.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Reads the verbs of a first evening: joining, and giving a desk what it rings over and somebody
/// who watches it.
final class BeginningVerbs {
    private final Names names;

    BeginningVerbs(Names names) {
        this.names = names;
    }

    Map<String, Function<Block, Verb>> all() {
        Map<String, Function<Block, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("join", b -> new Verb.Join());
        verbs.put("add_channel", b -> new Verb.AddChannel(channel(b)));
        verbs.put(
                "add_address",
                b -> new Verb.AddAddress(names.person(b.lineOf("of"), b.text("of")), channel(b)));
        verbs.put("prove_address", b -> new Verb.ProveAddress(channel(b)));
        verbs.put(
                "add_codename",
                b -> new Verb.AddCodename(names.codename(b.lineOf("name"), b.text("name"))));
        verbs.put("set_watcher", this::setWatcher);
        return verbs;
    }

    private Verb setWatcher(Block b) {
        String rings = names.person(b.lineOf("rings"), b.text("rings"));
        return new Verb.SetWatcher(
                b.text("name"), rings, names.server(b.lineOf("over"), b.text("over")));
    }

    private String channel(Block b) {
        return names.server(b.lineOf("channel"), b.text("channel"));
    }
}
