package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;

class ARehearsal {
    /// A Java whose ciphers are broken shows itself here.
    @Test
    void opens_what_it_sealed() {
        assertDoesNotThrow(() -> Rehearsal.play(new Drawn("played")));
    }

    @Test
    void is_played_once_in_a_process() {
        Rehearsal.once(new Drawn("first"));
        var again = new Drawn("again");
        Rehearsal.once(again);
        assertArrayEquals(drawn(new Drawn("again")), drawn(again), "something was drawn");
    }

    private static byte[] drawn(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
