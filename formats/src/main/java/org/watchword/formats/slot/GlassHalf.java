package org.watchword.formats.slot;

import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.KeyCommitment;

/// One of two halves of an entry's key: random bits by itself, the key when both are added bit by
/// bit (Karnin, Greene, Hellman: *On Secret Sharing Systems*, 1983, for two of two).
public final class GlassHalf implements AutoCloseable {
    static final int BYTES = DataKey.BYTES;

    private final Key half;

    /// Takes the half over.
    GlassHalf(Key half) {
        this.half = half;
    }

    static GlassHalf fresh(SecureRandom random) {
        return new GlassHalf(Key.fresh(BYTES, random));
    }

    /// What makes the key of this half.
    GlassHalf beside(DataKey key) {
        return new GlassHalf(added(key.secretBytes()));
    }

    /// The key of both, if they are of one pair.
    ///
    /// @param commitment of the entry's leaf
    public Slot<DataKey> with(GlassHalf other, KeyCommitment commitment) {
        return Held.by(commitment, added(other.secretBytes()));
    }

    /// Takes the bytes over.
    private Key added(byte[] bytes) {
        byte[] mine = secretBytes();
        for (int i = 0; i < BYTES; i++) {
            bytes[i] ^= mine[i];
        }
        Arrays.fill(mine, (byte) 0);
        return Key.taking(bytes);
    }

    /// A copy, which its owner zeroes.
    byte[] secretBytes() {
        return half.getEncoded();
    }

    @Override
    public void close() {
        half.close();
    }
}
