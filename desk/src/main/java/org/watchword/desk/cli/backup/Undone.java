package org.watchword.desk.cli.backup;

import java.util.Map;
import org.watchword.desk.basis.Sentence;

/// Carries the reason why a backup or a restore was not done up to the command that tells it.
/// Nothing half-made is left where it was to stand.
final class Undone extends RuntimeException {
    private final transient Sentence why;
    private final int status;

    private Undone(Sentence why, int status) {
        super(why.key());
        this.why = why;
        this.status = status;
    }

    /// Something about what was given is wrong; trying again changes nothing.
    static Undone input(String key) {
        return new Undone(Sentence.of(key), 2);
    }

    static Undone input(String key, String gap, Object value) {
        return new Undone(Sentence.of(key, gap, value), 2);
    }

    static Undone input(Sentence why) {
        return new Undone(why, 2);
    }

    /// Something around the program is missing or does not work.
    static Undone around(String key, String gap, Object value) {
        return new Undone(new Sentence(key, Map.of(gap, value)), 3);
    }

    static Undone around(String key) {
        return new Undone(Sentence.of(key), 3);
    }

    Sentence why() {
        return why;
    }

    /// 2 or 3, as the commands end with it.
    int status() {
        return status;
    }
}
