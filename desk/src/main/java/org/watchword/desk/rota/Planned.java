package org.watchword.desk.rota;

import java.util.Map;
import org.watchword.desk.basis.Sentence;

/// What came of a change to the rota.
public sealed interface Planned {
    /// It is so from now on.
    ///
    /// @param id the number of what was planned
    record Done(long id) implements Planned {}

    /// Not done, and why. Instants in the gaps of the sentence are put into words by the page.
    record Refused(String field, Sentence why) implements Planned {}

    static Refused refused(String field, String key) {
        return new Refused(field, Sentence.of(key));
    }

    static Refused refused(String field, String key, String gap, Object value) {
        return new Refused(field, Sentence.of(key, gap, value));
    }

    /// A sentence that says which time is meant.
    static Refused refused(String field, String key, Span time) {
        return new Refused(field, new Sentence(key, Map.of("from", time.from(), "to", time.to())));
    }
}
