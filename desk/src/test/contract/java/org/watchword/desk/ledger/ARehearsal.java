package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;

class ARehearsal {
    private final HandClock clock = new HandClock(Instant.parse("2026-02-04T15:05:00Z"));

    /// A Java whose ciphers are broken shows itself here.
    @Test
    void reads_what_it_wrote() {
        assertDoesNotThrow(() -> Rehearsal.play(clock, new SecureRandom()));
    }

    @Test
    void is_played_once_in_a_process() {
        Rehearsal.once(clock, new SecureRandom());
        assertDoesNotThrow(() -> Rehearsal.once(clock, new NotAsked()));
    }

    /// Whoever plays draws keys.
    private static final class NotAsked extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            throw new AssertionError("it is played again");
        }
    }
}
