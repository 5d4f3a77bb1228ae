package org.watchword.formats.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// XAES-256-GCM as C2SP specifies it (c2sp.org/XAES-256-GCM): AES-256-GCM with a nonce of 24 bytes,
/// long enough to be drawn at random for ever. The first half of the nonce derives a key by CMAC,
/// the second half is the nonce under that key. Bytes laid out as `ciphertext ‖ tag`.
public final class Xaes {
    public static final int NONCE_BYTES = 24;
    public static final int TAG_BYTES = AesGcm.TAG_BYTES;

    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;
    private static final int HALF = 12;

    /// Always under the same key: looked up and made ready once in a thread.
    private final ThreadLocal<Cipher> blocks;

    /// The first subkey of CMAC (NIST SP 800-38B), the only one that whole blocks need.
    private final byte[] k1;

    /// The key, of 32 bytes, may be closed afterwards.
    public Xaes(Key key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        byte[] bytes = key.getEncoded();
        var kept = new SecretKeySpec(bytes, "AES");
        Arrays.fill(bytes, (byte) 0);
        this.blocks = ThreadLocal.withInitial(() -> underTheKey(kept));
        this.k1 = doubled(block(new byte[BLOCK]));
    }

    public byte[] seal(byte[] nonce, byte[] clear, byte[] context) {
        try (Key derived = derived(nonce)) {
            return AesGcm.seal(derived, tail(nonce), clear, context);
        }
    }

    /// Empty when anything was changed: key, nonce, ciphertext or context.
    public Optional<byte[]> open(byte[] nonce, byte[] sealed, byte[] context) {
        try (Key derived = derived(nonce)) {
            return AesGcm.open(derived, tail(nonce), sealed, context);
        }
    }

    private static byte[] tail(byte[] nonce) {
        return Arrays.copyOfRange(nonce, HALF, NONCE_BYTES);
    }

    /// CMAC over one block, twice: `00 i 'X' 00 ‖ first half of the nonce`, i = 1, 2.
    private Key derived(byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has 24 bytes");
        }
        byte[] both = new byte[2 * BLOCK];
        for (int i = 0; i < 2; i++) {
            both[i * BLOCK + 1] = (byte) (i + 1);
            both[i * BLOCK + 2] = 'X';
            System.arraycopy(nonce, 0, both, i * BLOCK + 4, HALF);
            for (int j = 0; j < BLOCK; j++) {
                both[i * BLOCK + j] ^= k1[j];
            }
        }
        return Key.taking(block(both));
    }

    private byte[] block(byte[] whole) {
        try {
            return blocks.get().doFinal(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refused whole blocks", e);
        }
    }

    private static Cipher underTheKey(SecretKeySpec key) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256", e);
        }
    }

    /// Doubling in GF(2^128), without a branch on the key.
    private static byte[] doubled(byte[] l) {
        byte[] out = new byte[BLOCK];
        int carry = 0;
        for (int i = BLOCK - 1; i >= 0; i--) {
            out[i] = (byte) (l[i] << 1 | carry);
            carry = (l[i] & 0xff) >>> 7;
        }
        out[BLOCK - 1] ^= (byte) (0x87 & -carry);
        return out;
    }
}
