package org.watchword.formats.slot;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Key;

/// What an account's slots hold: the seed of its keys and, if its person set one up, the seed of a
/// second factor. Zeroed when closed.
///
/// ```
/// body = zeros(32) ‖ version(1) ‖ seed(32) ‖ second factor: there(1) ‖ its seed(32) ‖ zeros(30)
/// ```
///
/// Without a second factor its place holds zeros. Everything else than this is no body: whoever
/// passed over what he does not know would let its owner in without what it asks for.
public final class AccountBody implements AutoCloseable {
    public static final int SEED_BYTES = 32;
    static final int BYTES = 128;

    private static final int COMMITMENT_BYTES = 32;
    private static final byte VERSION = 1;
    private static final int SEED_AT = COMMITMENT_BYTES + Byte.BYTES;
    private static final int THERE_AT = SEED_AT + SEED_BYTES;
    private static final int FACTOR_AT = THERE_AT + Byte.BYTES;
    private static final int END = FACTOR_AT + SEED_BYTES;

    private final byte[] body;

    private AccountBody(byte[] body) {
        this.body = body;
    }

    /// With a new seed and no second factor.
    public static AccountBody fresh(SecureRandom random) {
        try (Key seed = Key.fresh(SEED_BYTES, random)) {
            return of(seed);
        }
    }

    /// Without a second factor. The seed, of 32 bytes, stays its owner's.
    public static AccountBody of(Key seed) {
        byte[] body = new byte[BYTES];
        body[COMMITMENT_BYTES] = VERSION;
        put(seed, body, SEED_AT);
        return new AccountBody(body);
    }

    /// The same account with this second factor. Its seed, of 32 bytes, stays its owner's.
    public AccountBody with(Key factor) {
        byte[] more = body.clone();
        more[THERE_AT] = 1;
        put(factor, more, FACTOR_AT);
        return new AccountBody(more);
    }

    /// The same account without a second factor.
    public AccountBody withoutFactor() {
        byte[] less = body.clone();
        Arrays.fill(less, THERE_AT, END, (byte) 0);
        return new AccountBody(less);
    }

    private static void put(Key seed, byte[] body, int at) {
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        byte[] bytes = seed.getEncoded();
        System.arraycopy(bytes, 0, body, at, SEED_BYTES);
        Arrays.fill(bytes, (byte) 0);
    }

    /// Takes the bytes over; empty when they are no body, and zeroed then.
    static Optional<AccountBody> read(byte[] body) {
        int other = body[COMMITMENT_BYTES] ^ VERSION;
        int factor = 0;
        for (int i = 0; i < BYTES; i++) {
            boolean isFactor = i >= FACTOR_AT && i < END;
            boolean isZero = i < COMMITMENT_BYTES || i >= END;
            other |= isZero ? body[i] : 0;
            factor |= isFactor ? body[i] : 0;
        }
        boolean isThere = body[THERE_AT] == 1;
        boolean isNone = body[THERE_AT] == 0 && factor == 0;
        if (other == 0 && (isThere || isNone)) {
            return Optional.of(new AccountBody(body));
        }
        Arrays.fill(body, (byte) 0);
        return Optional.empty();
    }

    /// A copy, which its owner closes.
    public Key seed() {
        return Key.taking(Arrays.copyOfRange(body, SEED_AT, SEED_AT + SEED_BYTES));
    }

    public boolean hasFactor() {
        return body[THERE_AT] == 1;
    }

    /// The seed of the second factor, if there is one: a copy, which its owner closes.
    public Optional<Key> factor() {
        return hasFactor()
                ? Optional.of(Key.taking(Arrays.copyOfRange(body, FACTOR_AT, END)))
                : Optional.empty();
    }

    /// A copy, which its owner zeroes.
    byte[] bytes() {
        return body.clone();
    }

    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
    }

    @Override
    public String toString() {
        return "what an account's slots hold";
    }
}
