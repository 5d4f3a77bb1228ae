package org.watchword.desk.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Totp;
import org.watchword.formats.slot.AccountBody;

/// A secret that a person's phone has too, and that makes a code of six digits every thirty seconds
/// ({@link Totp}). Zeroed when closed.
public final class SecondFactor implements AutoCloseable {
    /// Letters of the secret in Base32 (RFC 4648), without the signs that fill it up.
    public static final int LETTERS = 52;

    private static final String FILLED_UP = "====";

    private final Key seed;

    /// Takes the seed over.
    SecondFactor(Key seed) {
        this.seed = seed;
    }

    public static SecondFactor fresh(SecureRandom random) {
        return new SecondFactor(Key.fresh(AccountBody.SEED_BYTES, random));
    }

    /// Out of its letters; empty when they are none. The caller closes what it gave.
    public static Optional<SecondFactor> read(Secret letters) {
        byte[] typed = letters.bytes();
        boolean isOne = typed.length == LETTERS;
        for (byte letter : typed) {
            isOne &= (letter >= 'A' && letter <= 'Z') || (letter >= '2' && letter <= '7');
        }
        if (!isOne) {
            return Optional.empty();
        }
        byte[] filled = Arrays.copyOf(typed, LETTERS + FILLED_UP.length());
        Arrays.fill(filled, LETTERS, filled.length, (byte) '=');
        byte[] seed = Base32.decode(filled);
        Arrays.fill(filled, (byte) 0);
        return Optional.of(new SecondFactor(Key.taking(seed)));
    }

    /// Its letters, to be shown once.
    public String letters() {
        byte[] bytes = seed.getEncoded();
        String letters = Base32.toBase32String(bytes);
        Arrays.fill(bytes, (byte) 0);
        return letters.substring(0, LETTERS);
    }

    /// The step whose code was typed, blanks left out: that of this moment, of the one before or of
    /// the one after. The same work whether there is one or not. The caller closes what it gave.
    public OptionalLong step(Secret typed, Instant now) {
        byte[] digits = withoutBlanks(typed.bytes());
        long middle = Math.floorDiv(now.getEpochSecond(), Totp.STEP_SECONDS);
        long found = Long.MIN_VALUE;
        for (long step = middle - 1; step <= middle + 1; step++) {
            byte[] code = Totp.code(seed, step);
            found = MessageDigest.isEqual(code, digits) ? step : found;
            Arrays.fill(code, (byte) 0);
        }
        Arrays.fill(digits, (byte) 0);
        return found == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private static byte[] withoutBlanks(byte[] typed) {
        byte[] kept = new byte[typed.length];
        int length = 0;
        for (byte one : typed) {
            if (one != ' ') {
                kept[length++] = one;
            }
        }
        byte[] digits = Arrays.copyOf(kept, length);
        Arrays.fill(kept, (byte) 0);
        return digits;
    }

    Key seed() {
        return seed;
    }

    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "a second factor";
    }
}
