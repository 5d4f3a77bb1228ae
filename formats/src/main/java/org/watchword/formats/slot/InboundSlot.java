package org.watchword.formats.slot;

import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.KeyCommitment;

/// The key of an entry whose writer need not be a member: sealed to the public key of an epoch. The
/// first member who opens it puts a settled one in its place.
public final class InboundSlot {
    public static final int BYTES = Addressed.BYTES;

    private static final Domain INFO = new Domain("watchword/v1/inbound-slot");

    public static byte[] seal(
            DataKey key, EntryContext entry, EpochAddress to, SecureRandom random) {
        byte[] secret = key.secretBytes();
        byte[] info = info(new SlotContext(to.epoch(), entry));
        try {
            return Addressed.seal(to.address(), info, secret, random);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// Opens one for a member of the epoch.
    ///
    /// @param commitment of the entry's leaf
    public static Slot<DataKey> open(
            byte[] stored, EntryContext entry, EpochKey with, KeyCommitment commitment) {
        byte[] info = info(new SlotContext(with.epoch(), entry));
        return Addressed.open(stored, info, with.reading())
                .then(secret -> Held.by(commitment, secret));
    }

    private static byte[] info(SlotContext context) {
        return INFO.before(context.bytes());
    }

    private InboundSlot() {}
}
