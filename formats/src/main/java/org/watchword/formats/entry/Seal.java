package org.watchword.formats.entry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;

/// The seal around the inside of an entry, and what its author signs.
final class Seal {
    /// The key is derived from a data key that seals one entry, once.
    private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];

    private static final Domain SEALING = new Domain("watchword/v1/entry-seal");
    private static final Domain SIGNING = new Domain("watchword/v1/entry-signature");
    private static final int AROUND = Byte.BYTES + AesGcm.TAG_BYTES;

    static SealedEntry around(byte[] padded, EntryContext context, DataKey dataKey) {
        try (Key key = dataKey.sealing()) {
            byte[] ciphertext = AesGcm.seal(key, NONCE, padded, SEALING.before(context.bytes()));
            byte[] sealed =
                    ByteBuffer.allocate(Byte.BYTES + ciphertext.length)
                            .put(SealedEntry.VERSION)
                            .put(ciphertext)
                            .array();
            return new SealedEntry(Octets.of(sealed));
        }
    }

    static boolean isOfAKnownVersion(byte[] sealed) {
        return sealed.length > 0 && sealed[0] == SealedEntry.VERSION;
    }

    static boolean isOfALength(byte[] sealed) {
        return SizeClass.isOne(sealed.length - AROUND);
    }

    static Optional<byte[]> opened(byte[] sealed, EntryContext context, DataKey dataKey) {
        byte[] ciphertext = Arrays.copyOfRange(sealed, Byte.BYTES, sealed.length);
        try (Key key = dataKey.sealing()) {
            return AesGcm.open(key, NONCE, ciphertext, SEALING.before(context.bytes()));
        }
    }

    static byte[] toBeSigned(EntryContext context, Commitment commitment) {
        return SIGNING.before(context.bytes(), commitment.octets().bytes());
    }

    private Seal() {}
}
