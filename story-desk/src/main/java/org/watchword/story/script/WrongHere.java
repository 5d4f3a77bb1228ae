package org.watchword.story.script;

import java.util.Map;
import org.watchword.desk.basis.Sentence;

/// A mistake on its way out of the reading; it never leaves this package.
final class WrongHere extends RuntimeException {
    private final transient Mistake mistake;

    WrongHere(int line, String key, Map<String, Object> gaps) {
        super(key, null, false, false);
        this.mistake = new Mistake(line, new Sentence(key, gaps));
    }

    WrongHere(int line, String key, String gap, Object value) {
        this(line, key, Map.of(gap, value));
    }

    WrongHere(int line, String key) {
        this(line, key, Map.of());
    }

    Mistake mistake() {
        return mistake;
    }
}
