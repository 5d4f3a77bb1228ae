package org.watchword.desk.watch.word;

import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// Who is told what words mean, in the turn that applies them.
public interface Meant {
    /// A word that means something.
    ///
    /// @param over empty for the quiet door
    /// @param at when the word was kept
    record Word(CodenameId who, Optional<ChannelId> over, Instant at) {}

    /// An OK that counts.
    void ok(Turn turn, Word word);

    /// A right word that proves nothing: used before, out of its turn, or after too many wrong
    /// ones.
    void contact(Turn turn, Word word);

    void help(Turn turn, Word word);

    void duress(Turn turn, Word word);

    /// Nobody hears.
    static Meant nobody() {
        return new Meant() {
            @Override
            public void ok(Turn turn, Word word) {}

            @Override
            public void contact(Turn turn, Word word) {}

            @Override
            public void help(Turn turn, Word word) {}

            @Override
            public void duress(Turn turn, Word word) {}
        };
    }
}
