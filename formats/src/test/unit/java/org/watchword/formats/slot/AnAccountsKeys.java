package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cipher.Key;

class AnAccountsKeys {
    private final byte[] seed = new byte[32];

    AnAccountsKeys() {
        new SecureRandom().nextBytes(seed);
    }

    @Test
    void areTheSameEachTimeTheSeedIsThere() {
        try (AccountKeys one = keys(seed);
                AccountKeys again = keys(seed)) {
            assertEquals(one.reading().address(), again.reading().address());
            assertArrayEquals(one.signing().publicKey(), again.signing().publicKey());
            assertArrayEquals(one.own().getEncoded(), again.own().getEncoded());
        }
    }

    @Test
    void areOthersForAnotherSeed() {
        byte[] other = seed.clone();
        other[31] ^= 1;
        try (AccountKeys one = keys(seed);
                AccountKeys another = keys(other)) {
            assertNotEquals(one.reading().address(), another.reading().address());
            assertFalse(Arrays.equals(one.signing().publicKey(), another.signing().publicKey()));
            assertFalse(Arrays.equals(one.own().getEncoded(), another.own().getEncoded()));
        }
    }

    @Test
    void noneOfThemIsTheSeedOrAnother() {
        try (AccountKeys one = keys(seed)) {
            byte[] own = one.own().getEncoded();
            byte[] reading = one.reading().seed().getEncoded();
            assertFalse(Arrays.equals(seed, own));
            assertFalse(Arrays.equals(seed, reading));
            assertFalse(Arrays.equals(own, reading));
        }
    }

    @Test
    void endTogether() {
        AccountKeys one = keys(seed);
        one.close();
        assertTrue(one.own().isDestroyed());
        assertTrue(one.reading().seed().isDestroyed());
    }

    private static AccountKeys keys(byte[] seed) {
        try (Key key = Key.taking(seed.clone())) {
            return AccountKeys.of(key);
        }
    }
}
