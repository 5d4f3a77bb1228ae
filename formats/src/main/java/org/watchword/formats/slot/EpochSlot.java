package org.watchword.formats.slot;

import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Key;

/// The key of an epoch, sealed to one of its members.
public final class EpochSlot {
    public static final int BYTES = Addressed.BYTES;

    private static final Domain INFO = new Domain("watchword/v1/epoch-slot");

    public static byte[] seal(EpochKey key, Address member, SecureRandom random) {
        byte[] secret = key.reading().seed().getEncoded();
        try {
            return Addressed.seal(member, info(key.address(), member), secret, random);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// Opens one for its member.
    ///
    /// @param epoch as the signed list of members names it: only its own key comes out
    public static Slot<EpochKey> open(byte[] stored, EpochAddress epoch, ReadingKey member) {
        return Addressed.open(stored, info(epoch, member.address()), member)
                .then(seed -> held(epoch, seed));
    }

    private static Slot<EpochKey> held(EpochAddress epoch, Key seed) {
        var key = new EpochKey(epoch.epoch(), new ReadingKey(seed));
        if (key.address().equals(epoch)) {
            return new Slot.Open<>(key);
        }
        key.close();
        return new Slot.Shut<>(SlotFailure.HOLDS_ANOTHER);
    }

    private static byte[] info(EpochAddress epoch, Address member) {
        return INFO.before(epoch.epoch().bytes(), member.fingerprint());
    }

    private EpochSlot() {}
}
