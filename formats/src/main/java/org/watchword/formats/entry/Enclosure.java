package org.watchword.formats.entry;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

/// A file that lies beside an entry, as the entry speaks of it: by the key that opens it, and by
/// the hash of what is sealed. So whoever opens the entry opens the file, nobody else does, and the
/// author's signature says which file it is.
///
/// ```
/// padded = length(4) ‖ file ‖ zeros, up to the size class
/// sealed = 01 ‖ AES-256-GCM(HKDF-SHA-256(key), nonce of zeros, padded)
/// ```
///
/// @param key drawn for this one file; it is as secret as what else the entry says
/// @param hash SHA-256 of what is sealed
public record Enclosure(Octets key, Octets hash) {
    /// What a file may have: two megabytes, of 1,024 times 1,024 bytes each.
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    public static final int KEY_BYTES = 32;
    public static final int HASH_BYTES = 32;

    /// What the sealed form of the largest file has.
    public static final int MOST_SEALED_BYTES =
            Byte.BYTES + SizeClass.of(Integer.BYTES + MOST_BYTES) + AesGcm.TAG_BYTES;

    private static final byte VERSION = 1;
    private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];
    private static final Domain KEY = new Domain("watchword/v1/enclosure-key");
    private static final Domain SEALING = new Domain("watchword/v1/enclosure-seal");

    public Enclosure {
        var _ = key.exactly(KEY_BYTES);
        var _ = hash.exactly(HASH_BYTES);
    }

    /// A file that was sealed.
    ///
    /// @param says what goes into the entry
    /// @param bytes what goes beside it
    public record Sealed(Enclosure says, Octets bytes) {}

    /// Seals a file under a key that is drawn now.
    ///
    /// @throws IllegalArgumentException when it is too large
    public static Sealed seal(byte[] file, SecureRandom random) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("a file of " + file.length + " bytes");
        }
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        byte[] padded = new byte[SizeClass.of(Integer.BYTES + file.length)];
        ByteBuffer.wrap(padded).putInt(file.length).put(file);
        try (Key key = sealing(secret)) {
            byte[] ciphertext = AesGcm.seal(key, NONCE, padded, SEALING.before());
            byte[] sealed =
                    ByteBuffer.allocate(Byte.BYTES + ciphertext.length)
                            .put(VERSION)
                            .put(ciphertext)
                            .array();
            var says = new Enclosure(Octets.of(secret), Octets.of(Sha256.of(sealed)));
            return new Sealed(says, Octets.of(sealed));
        } finally {
            Arrays.fill(padded, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// The file, whose owner zeroes it. Empty when this is not the very one that the entry speaks
    /// of.
    public Optional<byte[]> open(Octets sealed) {
        byte[] bytes = sealed.bytes();
        boolean isIt =
                bytes.length > Byte.BYTES + AesGcm.TAG_BYTES
                        && bytes.length <= MOST_SEALED_BYTES
                        && bytes[0] == VERSION
                        && Octets.of(Sha256.of(bytes)).equals(hash);
        if (!isIt) {
            return Optional.empty();
        }
        byte[] secret = key.bytes();
        try (Key sealing = sealing(secret)) {
            byte[] ciphertext = Arrays.copyOfRange(bytes, Byte.BYTES, bytes.length);
            return AesGcm.open(sealing, NONCE, ciphertext, SEALING.before())
                    .flatMap(Enclosure::unpadded);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static Key sealing(byte[] secret) {
        try (Key whole = Key.taking(secret.clone())) {
            return Hkdf.derive(whole, KEY.before());
        }
    }

    private static Optional<byte[]> unpadded(byte[] padded) {
        try {
            int length = padded.length < Integer.BYTES ? -1 : ByteBuffer.wrap(padded).getInt();
            int end = Integer.BYTES + length;
            boolean fits = length >= 0 && length <= MOST_BYTES && end <= padded.length;
            return fits && SizeClass.of(end) == padded.length && isZero(padded, end)
                    ? Optional.of(Arrays.copyOfRange(padded, Integer.BYTES, end))
                    : Optional.empty();
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    private static boolean isZero(byte[] bytes, int from) {
        int any = 0;
        for (int i = from; i < bytes.length; i++) {
            any |= bytes[i];
        }
        return any == 0;
    }

    @Override
    public String toString() {
        return "a file beside an entry";
    }
}
