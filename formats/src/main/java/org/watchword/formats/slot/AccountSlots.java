package org.watchword.formats.slot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Argon2id;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Xaes;

/// An account's two slots, one of which a passphrase opens. There is no hash of a passphrase: it is
/// right when it opens something.
///
/// ```
/// stored  = version(1) ‖ memory(4) passes(1) lanes(1) ‖ salt(16) ‖ slot ‖ slot
/// root    = Argon2id(passphrase, salt)
/// slot    = nonce(24) ‖ XAES-256-GCM(HKDF(root), body, context)
/// body    = zeros(32) ‖ version(1) ‖ seed(32) ‖ zeros, 128 in all
/// context = domain ‖ everything stored before the slots ‖ holder(8)
/// ```
///
/// An unused slot is random bytes, the order is random, and both are always tried: nothing shows
/// whether a second passphrase exists. The zeros in front make a slot open under one key only. The
/// zeros behind are the place of what a later version puts beside the seed; a body that holds
/// anything there does not open here, so that no second factor is passed over.
public final class AccountSlots {
    private static final byte VERSION = 1;
    private static final byte[] DOMAIN = "watchword/slot".getBytes(StandardCharsets.US_ASCII);
    private static final String SLOT_KEY = "watchword/v1/slot";
    private static final byte[] NO_SALT = {};
    private static final int SALT_BYTES = 16;
    private static final int SALT_AT = Byte.BYTES + Argon2id.ENCODED_BYTES;
    private static final int HEAD_BYTES = SALT_AT + SALT_BYTES;
    private static final int COMMITMENT_BYTES = 32;
    private static final byte BODY_VERSION = 1;
    private static final int SEED_AT = COMMITMENT_BYTES + Byte.BYTES;
    private static final int SEED_BYTES = 32;
    private static final int BODY_BYTES = 128;
    private static final int SLOT_BYTES = Xaes.NONCE_BYTES + BODY_BYTES + Xaes.TAG_BYTES;
    public static final int BYTES = HEAD_BYTES + 2 * SLOT_BYTES;

    private final byte[] stored;
    private final Argon2id cost;

    private AccountSlots(byte[] stored, Argon2id cost) {
        this.stored = stored;
        this.cost = cost;
    }

    /// Empty when they are not what is made here, or ask for less work than is allowed, or for more
    /// than anybody should do. No work is done.
    public static Optional<AccountSlots> read(byte[] stored) {
        if (stored.length != BYTES || stored[0] != VERSION) {
            return Optional.empty();
        }
        return Argon2id.decode(ByteBuffer.wrap(stored, Byte.BYTES, Argon2id.ENCODED_BYTES))
                .map(cost -> new AccountSlots(stored.clone(), cost));
    }

    /// Slots that nothing opens; trying them costs the same.
    public static AccountSlots unopenable(SecureRandom random) {
        byte[] stored = new byte[BYTES];
        random.nextBytes(stored);
        stored[0] = VERSION;
        ByteBuffer.wrap(stored).position(Byte.BYTES).put(Argon2id.FLOOR.encoded());
        return new AccountSlots(stored, Argon2id.FLOOR);
    }

    /// New slots with a new seed, which one passphrase opens.
    ///
    /// @param passphrase in its normal form; its owner zeroes it
    public static AccountSlots make(long holder, byte[] passphrase, SecureRandom random) {
        var slots = unopenable(random);
        try (Key root = slots.root(passphrase)) {
            slots.fill(holder, root, random);
        }
        return slots;
    }

    void fill(long holder, Key root, SecureRandom random) {
        byte[] body = new byte[BODY_BYTES];
        try (Key seed = Key.fresh(SEED_BYTES, random)) {
            byte[] bytes = seed.getEncoded();
            ByteBuffer.wrap(body).position(COMMITMENT_BYTES).put(BODY_VERSION).put(bytes);
            Arrays.fill(bytes, (byte) 0);
        }
        byte[] nonce = new byte[Xaes.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = sealing(root).seal(nonce, body, context(holder));
        Arrays.fill(body, (byte) 0);
        int at = HEAD_BYTES + (random.nextBoolean() ? SLOT_BYTES : 0);
        ByteBuffer.wrap(stored).position(at).put(nonce).put(sealed);
    }

    /// The seed, when the passphrase opens a slot; the same work whether it does or not.
    ///
    /// @param passphrase in its normal form; its owner zeroes it
    public Optional<Key> open(long holder, byte[] passphrase) {
        try (Key root = root(passphrase)) {
            return open(holder, root);
        }
    }

    Optional<Key> open(long holder, Key root) {
        Xaes sealing = sealing(root);
        byte[] context = context(holder);
        Optional<Key> one = opened(sealing, HEAD_BYTES, context);
        Optional<Key> other = opened(sealing, HEAD_BYTES + SLOT_BYTES, context);
        return one.or(() -> other);
    }

    private Optional<Key> opened(Xaes sealing, int at, byte[] context) {
        byte[] nonce = Arrays.copyOfRange(stored, at, at + Xaes.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, at + Xaes.NONCE_BYTES, at + SLOT_BYTES);
        return sealing.open(nonce, sealed, context).flatMap(AccountSlots::seed);
    }

    private static Optional<Key> seed(byte[] body) {
        byte[] seed = Arrays.copyOfRange(body, SEED_AT, SEED_AT + SEED_BYTES);
        int other = body[COMMITMENT_BYTES] ^ BODY_VERSION;
        for (int i = 0; i < BODY_BYTES; i++) {
            other |= i < COMMITMENT_BYTES || i >= SEED_AT + SEED_BYTES ? body[i] : 0;
        }
        Arrays.fill(body, (byte) 0);
        return other == 0 ? Optional.of(Key.taking(seed)) : Optional.empty();
    }

    Key root(byte[] passphrase) {
        return cost.root(passphrase, Arrays.copyOfRange(stored, SALT_AT, HEAD_BYTES));
    }

    private static Xaes sealing(Key root) {
        byte[] bytes = root.getEncoded();
        try (Key key = Hkdf.derive(bytes, NO_SALT, SLOT_KEY)) {
            return new Xaes(key);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] context(long holder) {
        return ByteBuffer.allocate(DOMAIN.length + HEAD_BYTES + Long.BYTES)
                .put(DOMAIN)
                .put(stored, 0, HEAD_BYTES)
                .putLong(holder)
                .array();
    }

    public byte[] bytes() {
        return stored.clone();
    }
}
