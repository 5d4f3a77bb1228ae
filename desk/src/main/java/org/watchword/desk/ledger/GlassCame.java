package org.watchword.desk.ledger;

import org.watchword.formats.entry.Entry;

/// What came of opening an entry together with the desk.
public sealed interface GlassCame<R> {
    /// It is open. That it was opened, by whom and why, is kept already.
    record Opened<R>(Entry entry, WrittenBy by) implements GlassCame<R> {}

    /// He holds no half of it.
    record NotAHolder<R>() implements GlassCame<R> {}

    /// He does not come in at all.
    record Shut<R>(ShutOut why) implements GlassCame<R> {}

    /// What says that it was opened could not be written: so it was not.
    record Refused<R>(NotWritten why) implements GlassCame<R> {}

    /// The reason does not count.
    record Unsaid<R>(R why) implements GlassCame<R> {}

    /// What is kept does not open: somebody changed it. Where it was the desk's half or the entry,
    /// that it was asked for is kept.
    record Spoilt<R>(Flaw why) implements GlassCame<R> {}
}
