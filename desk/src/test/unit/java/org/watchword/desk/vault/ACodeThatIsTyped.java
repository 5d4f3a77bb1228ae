package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Totp;

class ACodeThatIsTyped {
    private static final Instant NOW = Instant.parse("2021-02-04T12:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    private final byte[] seed = new byte[32];
    private final SecondFactor factor;

    ACodeThatIsTyped() {
        new SecureRandom().nextBytes(seed);
        factor = new SecondFactor(Key.taking(seed.clone()));
    }

    private static Secret typed(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    private String code(long step) {
        return new String(Totp.code(Key.taking(seed.clone()), step), StandardCharsets.US_ASCII);
    }

    @Test
    void is_good_in_its_step_and_one_beside_it_and_in_no_other() {
        for (long step = STEP - 4; step <= STEP + 4; step++) {
            boolean isNear = Math.abs(step - STEP) <= 1;
            var expected = isNear ? OptionalLong.of(step) : OptionalLong.empty();
            assertEquals(expected, factor.step(typed(code(step)), NOW), "step " + (step - STEP));
        }
    }

    @Test
    void may_have_blanks_in_it_and_nothing_else() {
        String code = code(STEP);
        String halves = " " + code.substring(0, 3) + " " + code.substring(3) + " ";
        assertEquals(OptionalLong.of(STEP), factor.step(typed(halves), NOW));
        for (String wrong : new String[] {"", "0" + code, code + "0", code.substring(1), "ё"}) {
            assertTrue(factor.step(typed(wrong), NOW).isEmpty(), wrong.length() + " characters");
        }
    }

    @Test
    void comes_of_a_secret_that_its_letters_give_back() {
        String letters = factor.letters();
        assertEquals(SecondFactor.LETTERS, letters.length());
        var read = SecondFactor.read(typed(letters)).orElseThrow();
        assertEquals(OptionalLong.of(STEP), read.step(typed(code(STEP)), NOW));
        assertTrue(SecondFactor.read(typed(letters.substring(1))).isEmpty());
        assertTrue(SecondFactor.read(typed(letters.substring(1) + "1")).isEmpty());
        assertTrue(SecondFactor.read(typed("")).isEmpty());
    }
}
