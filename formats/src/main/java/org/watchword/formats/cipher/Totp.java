package org.watchword.formats.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;

/// Codes that change with the time (RFC 6238 over RFC 4226): six digits, a step of thirty seconds
/// since 1970, HMAC-SHA-1. Telephones know no other kind for certain; what breaks SHA-1,
/// collisions, breaks no HMAC.
public final class Totp {
    public static final int DIGITS = 6;
    public static final int STEP_SECONDS = 30;

    private static final int MODULUS = 1_000_000;

    /// The code of a step, in ASCII digits; its owner zeroes it.
    public static byte[] code(Key seed, long step) {
        byte[] hash = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int at = hash[hash.length - 1] & 0xf;
        int number = (ByteBuffer.wrap(hash).getInt(at) & 0x7fffffff) % MODULUS;
        Arrays.fill(hash, (byte) 0);
        byte[] digits = new byte[DIGITS];
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + number % 10);
            number /= 10;
        }
        return digits;
    }

    private static byte[] hmac(Key key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-1", e);
        }
    }

    private Totp() {}
}
