package org.watchword.desk.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.desk.basis.Secret;

/// An account's two slots, one of which a passphrase opens. There is no hash of a passphrase: it is
/// right when it opens something.
///
/// ```
/// stored  = version(1) ‖ memory(4) passes(1) lanes(1) ‖ salt(16) ‖ slot ‖ slot
/// root    = Argon2id(passphrase in NFKC, salt)
/// slot    = nonce(24) ‖ XAES-256-GCM(HKDF(root, "slot"), body, context)
/// body    = zeros(32) ‖ version(1) ‖ seed(32) ‖ has TOTP(1) ‖ TOTP seed(32) ‖ zeros, 128 in all
/// context = domain ‖ everything stored before the slots ‖ holder(8)
/// ```
///
/// An unused slot is random bytes, the order is random, and both are always tried: nothing shows
/// whether a second passphrase exists. The zeros in front make a slot open under one key only.
public final class Slots {
    private static final byte VERSION = 1;
    private static final byte[] DOMAIN = "watchword/slot".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int HEAD_BYTES = 1 + Argon2.ENCODED_BYTES + SALT_BYTES;
    private static final int COMMITMENT_BYTES = 32;
    private static final byte BODY_VERSION = 1;
    private static final int SEED_BYTES = 32;
    private static final int BODY_BYTES = 128;
    private static final int SLOT_BYTES = Xaes.NONCE_BYTES + BODY_BYTES + Xaes.TAG_BYTES;
    private static final int STORED_BYTES = HEAD_BYTES + 2 * SLOT_BYTES;

    private final SecureRandom random;
    private final DerivationLine line;
    private final byte[] decoy;

    Slots(SecureRandom random) {
        this.random = random;
        this.line = new DerivationLine();
        this.decoy = unopenable();
    }

    /// New slots with a new seed for a holder; the caller closes the passphrase. Empty when too
    /// much waits.
    public Optional<byte[]> make(long holder, Secret passphrase) {
        var attempt = new Attempt(holder, "", true);
        return line.run(attempt, () -> made(holder, passphrase));
    }

    /// Tries a passphrase; the same work whether it opens or not. The caller closes the passphrase.
    public SlotResult open(byte[] stored, long holder, Attempt attempt, Secret passphrase) {
        if (stored.length != STORED_BYTES || stored[0] != VERSION) {
            return new SlotResult.Spoiled();
        }
        var cost = Argon2.decode(ByteBuffer.wrap(stored, 1, Argon2.ENCODED_BYTES));
        if (cost.isEmpty()) {
            return new SlotResult.Spoiled();
        }
        return line.run(attempt, () -> tried(stored, holder, cost.get(), passphrase))
                .orElseGet(SlotResult.Busy::new);
    }

    /// Slots that nothing opens, for a name that nobody has: trying them costs the same.
    public byte[] decoy() {
        return decoy.clone();
    }

    private byte[] unopenable() {
        byte[] stored = new byte[STORED_BYTES];
        random.nextBytes(stored);
        putHead(ByteBuffer.wrap(stored), bytes(SALT_BYTES));
        return stored;
    }

    private byte[] made(long holder, Secret passphrase) {
        byte[] stored = unopenable();
        byte[] body = new byte[BODY_BYTES];
        byte[] seed = bytes(SEED_BYTES);
        ByteBuffer.wrap(body).position(COMMITMENT_BYTES).put(BODY_VERSION).put(seed);
        byte[] nonce = bytes(Xaes.NONCE_BYTES);
        var aead = slotKey(stored, Argon2.FLOOR, passphrase);
        byte[] sealed = aead.seal(nonce, body, context(stored, holder));
        int at = HEAD_BYTES + (random.nextBoolean() ? SLOT_BYTES : 0);
        ByteBuffer.wrap(stored).position(at).put(nonce).put(sealed);
        Arrays.fill(body, (byte) 0);
        Arrays.fill(seed, (byte) 0);
        return stored;
    }

    private SlotResult tried(byte[] stored, long holder, Argon2 cost, Secret passphrase) {
        var aead = slotKey(stored, cost, passphrase);
        byte[] context = context(stored, holder);
        var one = opened(aead, stored, HEAD_BYTES, context);
        var other = opened(aead, stored, HEAD_BYTES + SLOT_BYTES, context);
        return one.or(() -> other)
                .<SlotResult>map(SlotResult.Opened::new)
                .orElseGet(SlotResult.Shut::new);
    }

    private static Optional<Unlocked> opened(Xaes aead, byte[] stored, int at, byte[] context) {
        byte[] nonce = Arrays.copyOfRange(stored, at, at + Xaes.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, at + Xaes.NONCE_BYTES, at + SLOT_BYTES);
        return aead.open(nonce, sealed, context).flatMap(Slots::unlocked);
    }

    private static Optional<Unlocked> unlocked(byte[] body) {
        int nonZero = 0;
        for (int i = 0; i < COMMITMENT_BYTES; i++) {
            nonZero |= body[i];
        }
        int at = COMMITMENT_BYTES + 1;
        byte[] seed = Arrays.copyOfRange(body, at, at + SEED_BYTES);
        boolean known = body[COMMITMENT_BYTES] == BODY_VERSION;
        Arrays.fill(body, (byte) 0);
        return nonZero == 0 && known
                ? Optional.of(new Unlocked(new Secret(seed)))
                : Optional.empty();
    }

    private static Xaes slotKey(byte[] stored, Argon2 cost, Secret passphrase) {
        int from = 1 + Argon2.ENCODED_BYTES;
        byte[] salt = Arrays.copyOfRange(stored, from, from + SALT_BYTES);
        try (var normal = NormalForm.of(passphrase);
                var root = new Secret(cost.root(normal.bytes(), salt));
                var key = new Secret(Subkey.derive(root.bytes(), "slot"))) {
            return new Xaes(key.bytes());
        }
    }

    private static void putHead(ByteBuffer stored, byte[] salt) {
        stored.put(VERSION);
        Argon2.FLOOR.encode(stored);
        stored.put(salt);
    }

    private static byte[] context(byte[] stored, long holder) {
        return ByteBuffer.allocate(DOMAIN.length + HEAD_BYTES + Long.BYTES)
                .put(DOMAIN)
                .put(stored, 0, HEAD_BYTES)
                .putLong(holder)
                .array();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
