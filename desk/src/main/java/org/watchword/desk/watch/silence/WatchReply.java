package org.watchword.desk.watch.silence;

import org.watchword.desk.basis.Sentence;

/// What came of a command about a watch.
public sealed interface WatchReply {
    record Changed(WatchId id) implements WatchReply {}

    /// Nothing was kept; `field` is the part of the form that the reason belongs to.
    record Refused(String field, Sentence why) implements WatchReply {}

    static Refused refused(String field, String key) {
        return new Refused(field, Sentence.of(key));
    }
}
