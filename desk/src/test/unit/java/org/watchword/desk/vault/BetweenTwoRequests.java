package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.slot.AccountBody;

class BetweenTwoRequests {
    private static final long HOLDER = 7;

    private final SecureRandom random = new SecureRandom();
    private final AccountBody body = AccountBody.fresh(random);
    private final Unlocked unlocked = new Unlocked(body);
    private final byte[] cookie = random.generateSeed(32);
    private final SealedKeys sealed = SealedKeys.of(unlocked, cookie(), HOLDER, random);

    private Secret cookie() {
        return new Secret(cookie.clone());
    }

    @Test
    void the_keys_open_again_with_the_cookie_and_are_those_of_the_slot() {
        try (var keys = sealed.open(cookie());
                var first = unlocked.keys()) {
            assertEquals(first.reading().address(), keys.reading().address());
            assertArrayEquals(first.signing().publicKey(), keys.signing().publicKey());
            assertArrayEquals(first.own().getEncoded(), keys.own().getEncoded());
        }
    }

    @Test
    void they_open_for_no_other_cookie() {
        for (int bit = 0; bit < 8 * cookie.length; bit++) {
            byte[] other = cookie.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(IllegalStateException.class, () -> sealed.open(new Secret(other)));
        }
    }

    @Test
    void they_do_not_need_what_was_unlocked() {
        unlocked.close();
        try (var keys = sealed.open(cookie())) {
            assertTrue(keys.own().length() == 32);
        }
        assertArrayEquals(new byte[32], body.seed().getEncoded());
    }

    @Test
    void nothing_prints_them() {
        assertEquals("sealed keys", sealed.toString());
        assertEquals("unlocked", unlocked.toString());
        assertNotEquals("", body.toString());
    }
}
