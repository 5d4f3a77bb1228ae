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
/// body    = an AccountBody, of 128 bytes that begin with 32 zeros
/// context = domain ‖ everything stored before the slots ‖ holder(8)
/// ```
///
/// An unused slot is random bytes, the order is random, and both are always tried: nothing shows
/// whether a second passphrase exists. The zeros in front make a slot open under one key only.
public final class AccountSlots {
    private static final byte VERSION = 1;
    private static final byte[] DOMAIN = "watchword/slot".getBytes(StandardCharsets.US_ASCII);
    private static final String SLOT_KEY = "watchword/v1/slot";
    private static final byte[] NO_SALT = {};
    private static final int SALT_BYTES = 16;
    private static final int SALT_AT = Byte.BYTES + Argon2id.ENCODED_BYTES;
    private static final int HEAD_BYTES = SALT_AT + SALT_BYTES;
    private static final int SLOT_BYTES = Xaes.NONCE_BYTES + AccountBody.BYTES + Xaes.TAG_BYTES;
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

    /// New slots with a new seed and no second factor, which one passphrase opens.
    ///
    /// @param passphrase in its normal form; its owner zeroes it
    public static AccountSlots make(long holder, byte[] passphrase, SecureRandom random) {
        var slots = unopenable(random);
        try (var body = AccountBody.fresh(random)) {
            slots.fill(holder, passphrase, body, random);
        }
        return slots;
    }

    /// New slots, down to the salt, for what the slots of an account held before.
    ///
    /// @param passphrase in its normal form; its owner zeroes it
    /// @param body stays its owner's
    public static AccountSlots holding(
            long holder, byte[] passphrase, AccountBody body, SecureRandom random) {
        var slots = unopenable(random);
        slots.fill(holder, passphrase, body, random);
        return slots;
    }

    private void fill(long holder, byte[] passphrase, AccountBody body, SecureRandom random) {
        byte[] bytes = body.bytes();
        try (Key root = root(passphrase)) {
            fill(holder, root, bytes, random);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    void fill(long holder, Key root, byte[] body, SecureRandom random) {
        byte[] nonce = new byte[Xaes.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = sealing(root).seal(nonce, body, context(holder));
        int at = HEAD_BYTES + (random.nextBoolean() ? SLOT_BYTES : 0);
        ByteBuffer.wrap(stored).position(at).put(nonce).put(sealed);
    }

    /// What the slots hold, when the passphrase opens one; the same work whether it does or not.
    ///
    /// @param passphrase in its normal form; its owner zeroes it
    public Optional<AccountBody> open(long holder, byte[] passphrase) {
        try (Key root = root(passphrase)) {
            return open(holder, root);
        }
    }

    Optional<AccountBody> open(long holder, Key root) {
        Xaes sealing = sealing(root);
        byte[] context = context(holder);
        Optional<AccountBody> one = opened(sealing, HEAD_BYTES, context);
        Optional<AccountBody> other = opened(sealing, HEAD_BYTES + SLOT_BYTES, context);
        return one.or(() -> other);
    }

    private Optional<AccountBody> opened(Xaes sealing, int at, byte[] context) {
        byte[] nonce = Arrays.copyOfRange(stored, at, at + Xaes.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, at + Xaes.NONCE_BYTES, at + SLOT_BYTES);
        return sealing.open(nonce, sealed, context).flatMap(AccountBody::read);
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
