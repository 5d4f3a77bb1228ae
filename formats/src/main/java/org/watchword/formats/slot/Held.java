package org.watchword.formats.slot;

import org.watchword.formats.cipher.Key;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.KeyCommitment;

/// What a slot held, compared with what its entry's leaf says: neither AES-GCM nor
/// ChaCha20-Poly1305 keeps a slot from opening under two keys.
final class Held {
    /// Takes the secret over.
    static Slot<DataKey> by(KeyCommitment commitment, Key secret) {
        var key = DataKey.taking(secret);
        if (key.commitment().equals(commitment)) {
            return new Slot.Open<>(key);
        }
        key.close();
        return new Slot.Shut<>(SlotFailure.HOLDS_ANOTHER);
    }

    private Held() {}
}
