package org.watchword.story.simulation;

import java.util.List;

/// A history as a small text: `seed N`, `days N`, and a line for each happening. It stays what it
/// is however scripts are written later; who is awaited still follows from the seed.
final class KeptHistory {
    static String written(Script script) {
        var text = new StringBuilder();
        text.append("seed ").append(script.seed()).append('\n');
        text.append("days ").append(script.days()).append('\n');
        script.happenings().forEach(one -> text.append(one.line()).append('\n'));
        return text.toString();
    }

    /// Lines that begin with `#` say what it is about.
    ///
    /// @throws IllegalArgumentException when it is no history
    static Script read(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        if (lines.size() < 2) {
            throw new IllegalArgumentException("no history");
        }
        var script = Script.of(number(lines.get(0), "seed "), (int) number(lines.get(1), "days "));
        return script.with(lines.stream().skip(2).map(Happening::of).toList());
    }

    private static long number(String line, String word) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("no " + word + "in a history");
        }
        return Long.parseLong(line.substring(word.length()).strip());
    }

    private KeptHistory() {}
}
