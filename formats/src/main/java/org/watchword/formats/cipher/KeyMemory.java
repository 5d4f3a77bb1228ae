package org.watchword.formats.cipher;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Optional;

/// Where keys lie while they are held: one piece of memory that no collector moves, so that what is
/// zeroed has left no older copy behind, and that a program may lock, so that it never reaches a
/// swap disk. A key that finds no room there, or is longer than any of ours, lies among other
/// objects.
public final class KeyMemory {
    static final int PLACE_BYTES = 64;
    static final int PLACES = 4_096;
    private static final int PAGE_BYTES = 4_096;

    private static final MemorySegment WHOLE =
            Arena.global().allocate((long) PLACES * PLACE_BYTES, PAGE_BYTES);
    private static final BitSet TAKEN = new BitSet(PLACES);

    /// All of it, for the program that locks it.
    public static MemorySegment whole() {
        return WHOLE;
    }

    /// A place for so many bytes; zeroed and given back once.
    static Optional<MemorySegment> place(int length) {
        if (length > PLACE_BYTES) {
            return Optional.empty();
        }
        synchronized (TAKEN) {
            int at = TAKEN.nextClearBit(0);
            if (at == PLACES) {
                return Optional.empty();
            }
            TAKEN.set(at);
            return Optional.of(WHOLE.asSlice((long) at * PLACE_BYTES, length));
        }
    }

    static void giveBack(MemorySegment place) {
        place.fill((byte) 0);
        synchronized (TAKEN) {
            TAKEN.clear((int) ((place.address() - WHOLE.address()) / PLACE_BYTES));
        }
    }

    /// How many keys are held.
    static int held() {
        synchronized (TAKEN) {
            return TAKEN.cardinality();
        }
    }

    private KeyMemory() {}
}
