package org.watchword.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchword.story.seized.Seizure;

/// What was typed into a desk, each text standing nowhere else, and what it gave out that is no
/// text.
final class Typed {
    private final List<String> all = new ArrayList<>();
    private final List<String> ofCases = new ArrayList<>();
    private final Map<String, byte[]> secrets = new LinkedHashMap<>();

    /// A new text that tells what it is.
    String needle(String what) {
        String needle = what + " ящик" + all.size() + " qz" + (7 * all.size() + 3);
        all.add(needle);
        return needle;
    }

    /// The same, for what is written in a case: the desk itself cannot read it.
    String needleOfACase(String what) {
        String needle = needle(what);
        ofCases.add(needle);
        return needle;
    }

    void add(String text) {
        all.add(text);
    }

    void addBytes(String what, String hex) {
        secrets.put(what, HexFormat.of().parseHex(hex));
    }

    List<String> all() {
        return List.copyOf(all);
    }

    List<String> ofCases() {
        return List.copyOf(ofCases);
    }

    /// Looks for all of it, and for what a story knows besides.
    NeedleSearch searchedWith(Collection<String> others) {
        List<String> words = new ArrayList<>(others);
        words.addAll(all);
        return new NeedleSearch(words, secrets);
    }

    /// Only what stands nowhere by chance, also where Java wrote.
    NeedleSearch longOnes(Collection<String> others) {
        List<String> words = new ArrayList<>(others);
        words.addAll(all);
        words.removeIf(word -> word.length() < Seizure.SHORTEST_IN_JAVAS);
        return new NeedleSearch(words, secrets);
    }
}
