package org.watchword.desk.vault;

import java.security.SecureRandom;
import org.watchword.desk.store.Writer;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.slot.GlassContext;
import org.watchword.formats.slot.GlassHalf;
import org.watchword.formats.slot.GlassSlots;
import org.watchword.formats.slot.Slot;

/// The halves that the desk has of keys which a holder opens together with it. One comes out in one
/// way only: {@link #after} a turn that is committed, in which stands why. There is no other method
/// that opens one, so that whoever looks for all of them finds the callers of this.
public final class DeskHalves {
    private final GlassSlots slots;
    private final SecureRandom random;

    DeskHalves(WatchKey watchKey, SecureRandom random) {
        this.slots = watchKey.glass();
        this.random = random;
    }

    /// New halves for one holder.
    public GlassSlots.Pair seal(DataKey key, GlassContext place) {
        return slots.seal(key, place, random);
    }

    /// What a turn decided about a half.
    ///
    /// @param <T> why it stays
    public sealed interface Decided<T> {
        /// It may go out as soon as this turn is committed: why stands in it.
        record Out<T>(Octets stored, GlassContext place) implements Decided<T> {}

        /// It stays where it is.
        record Stays<T>(T what) implements Decided<T> {}
    }

    /// The same, once it is committed.
    public sealed interface Came<T> {
        /// Whoever gets the half closes it.
        record Out<T>(Slot<GlassHalf> half) implements Came<T> {}

        record Stays<T>(T what) implements Came<T> {}
    }

    /// Has a turn decide, in the lane that is served on a full disk too, and opens the half after
    /// its commit.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept: nothing is
    ///   opened
    public <T> Came<T> after(Writer writer, Writer.Work<Decided<T>> turn) {
        return switch (writer.write(Lane.FIRST, turn)) {
            case Decided.Stays<T>(T what) -> new Came.Stays<>(what);
            case Decided.Out<T>(Octets stored, GlassContext place) ->
                    new Came.Out<>(slots.openDesks(stored.bytes(), place));
        };
    }

    @Override
    public String toString() {
        return "the desk's halves";
    }
}
