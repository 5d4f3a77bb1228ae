package org.watchword.formats.slot;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Hpke;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.XWing;

/// Thirty-two secret bytes, sealed to an {@link Address} by HPKE: `version(1) ‖ encapsulated(1120)
/// ‖ ciphertext(48)`. What it is for, and its place, are the `info` of HPKE.
final class Addressed {
    static final int SECRET_BYTES = 32;
    static final int BYTES =
            Byte.BYTES + XWing.ENCAPSULATED_BYTES + SECRET_BYTES + Chacha.TAG_BYTES;

    private static final byte VERSION = 1;
    private static final int CIPHERTEXT_AT = Byte.BYTES + XWing.ENCAPSULATED_BYTES;

    /// @param secret its owner zeroes it
    static byte[] seal(Address to, byte[] info, byte[] secret, SecureRandom random) {
        Hpke.Sealed sealed = Hpke.seal(to.octets().bytes(), info, secret, random);
        return ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .put(sealed.encapsulated())
                .put(sealed.ciphertext())
                .array();
    }

    static Slot<Key> open(byte[] stored, byte[] info, ReadingKey with) {
        if (stored.length == 0 || stored[0] != VERSION) {
            return new Slot.Shut<>(SlotFailure.OTHER_VERSION);
        }
        if (stored.length != BYTES) {
            return new Slot.Shut<>(SlotFailure.NO_SLOT);
        }
        var sealed =
                new Hpke.Sealed(
                        Arrays.copyOfRange(stored, Byte.BYTES, CIPHERTEXT_AT),
                        Arrays.copyOfRange(stored, CIPHERTEXT_AT, BYTES));
        return switch (Hpke.open(with.seed(), info, sealed)) {
            case Hpke.Opened.Clear(Key secret) -> new Slot.Open<>(secret);
            case Hpke.Opened.NotForThisKey() -> new Slot.Shut<>(SlotFailure.NOT_FOR_THIS_KEY);
            case Hpke.Opened.Unsound() -> new Slot.Shut<>(SlotFailure.UNSOUND);
        };
    }

    private Addressed() {}
}
