package org.watchword.desk.ledger;

import java.util.Optional;
import org.watchword.desk.store.Turn;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;

/// What stands with an entry that a member writes: in its turn, or neither does.
@FunctionalInterface
interface Along {
    Along NOTHING = (_, _) -> (_, _) -> {};

    /// What a room above keeps. It is asked last, when nothing else speaks against the entry.
    static Along with(Together together) {
        return (context, _) ->
                new InTurn() {
                    @Override
                    public Optional<Written> refused(Turn turn) {
                        return together.kept(turn, context.entry())
                                ? Optional.empty()
                                : Optional.of(new Written.Refused(NotWritten.NOT_TOGETHER));
                    }

                    @Override
                    public void kept(Turn turn, Written.Kept entry) {
                        // It stands already, in this turn.
                    }
                };
    }

    /// Made before the turn, while the key of the entry is in hand.
    InTurn made(EntryContext context, DataKey key);

    /// Its part of the turn.
    @FunctionalInterface
    interface InTurn {
        /// Why the entry is not to be written.
        default Optional<Written> refused(Turn turn) {
            return Optional.empty();
        }

        /// The entry is written.
        void kept(Turn turn, Written.Kept entry);
    }
}
