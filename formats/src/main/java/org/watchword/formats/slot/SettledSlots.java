package org.watchword.formats.slot;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.KeyCommitment;

/// The slots that members write for each other: `version(1) ‖ nonce(12) ‖ AES-256-GCM(data key)`
/// under a key of the epoch, which is derived once for all of them.
public final class SettledSlots implements AutoCloseable {
    private static final byte VERSION = 1;
    private static final int CIPHERTEXT_AT = Byte.BYTES + AesGcm.NONCE_BYTES;
    public static final int BYTES = CIPHERTEXT_AT + DataKey.BYTES + AesGcm.TAG_BYTES;

    private static final Domain WRAPPING = new Domain("watchword/v1/slot-wrap");
    private static final Domain PLACE = new Domain("watchword/v1/settled-slot");

    private final Epoch epoch;
    private final Key wrapping;

    /// The key of the epoch may be closed afterwards.
    public SettledSlots(EpochKey of) {
        epoch = of.epoch();
        wrapping = Hkdf.derive(of.reading().seed(), WRAPPING.before(epoch.bytes()));
    }

    public byte[] seal(DataKey key, EntryContext entry, SecureRandom random) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = key.secretBytes();
        byte[] sealed = AesGcm.seal(wrapping, nonce, secret, place(entry));
        Arrays.fill(secret, (byte) 0);
        return ByteBuffer.allocate(BYTES).put(VERSION).put(nonce).put(sealed).array();
    }

    /// Opens one.
    ///
    /// @param commitment of the entry's leaf
    public Slot<DataKey> open(byte[] stored, EntryContext entry, KeyCommitment commitment) {
        if (stored.length == 0 || stored[0] != VERSION) {
            return new Slot.Shut<>(SlotFailure.OTHER_VERSION);
        }
        if (stored.length != BYTES) {
            return new Slot.Shut<>(SlotFailure.NO_SLOT);
        }
        byte[] nonce = Arrays.copyOfRange(stored, Byte.BYTES, CIPHERTEXT_AT);
        byte[] sealed = Arrays.copyOfRange(stored, CIPHERTEXT_AT, BYTES);
        Optional<byte[]> secret = AesGcm.open(wrapping, nonce, sealed, place(entry));
        return secret.map(bytes -> Held.by(commitment, Key.taking(bytes)))
                .orElseGet(() -> new Slot.Shut<>(SlotFailure.NOT_FOR_THIS_KEY));
    }

    private byte[] place(EntryContext entry) {
        return PLACE.before(new SlotContext(epoch, entry).bytes());
    }

    @Override
    public void close() {
        wrapping.close();
    }
}
