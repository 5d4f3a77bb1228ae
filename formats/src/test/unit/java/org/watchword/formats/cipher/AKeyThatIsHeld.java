package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AKeyThatIsHeld {
    private static final int LENGTH = 32;
    private static final int GARBAGE_ROUNDS = 200;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    private byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Whether these bytes lie in any place of the keys' memory.
    private static boolean lies(byte[] sought) {
        byte[] all = KeyMemory.whole().toArray(ValueLayout.JAVA_BYTE);
        for (int at = 0; at < all.length; at += KeyMemory.PLACE_BYTES) {
            if (ByteBuffer.wrap(all, at, sought.length).equals(ByteBuffer.wrap(sought))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void lies_in_the_memory_of_keys_alone_and_nowhere_once_it_is_closed() {
        byte[] bytes = drawn(LENGTH);
        byte[] given = bytes.clone();
        Key key = Key.taking(given);
        assertArrayEquals(new byte[LENGTH], given);
        assertTrue(lies(bytes));
        assertArrayEquals(bytes, key.getEncoded());
        key.close();
        key.close();
        assertFalse(lies(bytes));
        assertThrows(IllegalStateException.class, key::getEncoded);
    }

    @Test
    void works_elsewhere_when_there_is_no_room_or_it_is_too_long() {
        List<Key> keys = new ArrayList<>();
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < KeyMemory.PLACES + 10; i++) {
            byte[] bytes = drawn(i == 0 ? 2 * KeyMemory.PLACE_BYTES : LENGTH);
            held.add(bytes);
            keys.add(Key.taking(bytes.clone()));
        }
        for (int i = 0; i < keys.size(); i++) {
            assertArrayEquals(held.get(i), keys.get(i).getEncoded());
            assertEquals(held.get(i).length, keys.get(i).length());
        }
        keys.forEach(Key::close);
        byte[] one = drawn(LENGTH);
        try (Key again = Key.taking(one.clone())) {
            assertTrue(lies(one), "no place was given back by " + again);
        }
    }

    @Test
    void is_zeroed_too_when_nobody_closed_it() {
        byte[] bytes = drawn(LENGTH);
        assertEquals(LENGTH, Key.taking(bytes.clone()).length());
        for (int i = 0; i < GARBAGE_ROUNDS && lies(bytes); i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertFalse(lies(bytes));
    }
}
