package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ACodeOfTheMoment {
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static String code(long seconds) {
        try (Key seed = Key.taking(SEED.clone())) {
            byte[] code = Totp.code(seed, seconds / Totp.STEP_SECONDS);
            return new String(code, StandardCharsets.US_ASCII);
        }
    }

    /// RFC 6238, appendix B, of whose eight digits telephones show the last six.
    @Test
    void is_that_of_the_published_examples() {
        assertEquals("287082", code(59));
        assertEquals("081804", code(1_111_111_109));
        assertEquals("050471", code(1_111_111_111));
        assertEquals("005924", code(1_234_567_890));
        assertEquals("279037", code(2_000_000_000));
        assertEquals("353130", code(20_000_000_000L));
    }

    /// RFC 4226, appendix D.
    @Test
    void is_that_of_the_published_counters() {
        String[] published = {
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489"
        };
        for (int step = 0; step < published.length; step++) {
            assertEquals(published[step], code((long) step * Totp.STEP_SECONDS));
        }
    }
}
