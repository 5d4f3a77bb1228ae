package org.watchword.story.script;

import java.util.List;

/// A piece of a YAML file that remembers its line.
sealed interface Located {
    int line();

    /// A single value as it was written; an empty text when nothing was.
    record Text(int line, String value) implements Located {}

    record Items(int line, List<Located> all) implements Located {}

    record Fields(int line, List<Field> all) implements Located {}

    record Field(int line, String name, Located value) {}
}
