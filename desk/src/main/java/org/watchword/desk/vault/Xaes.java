package org.watchword.desk.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// XAES-256-GCM as C2SP specifies it (c2sp.org/XAES-256-GCM): AES-256-GCM with a nonce of 24 bytes,
/// long enough to be drawn at random for ever. The first half of the nonce derives a key by CMAC,
/// the second half is the nonce under that key. Bytes laid out as `ciphertext ‖ tag`.
final class Xaes {
    static final int NONCE_BYTES = 24;
    static final int TAG_BYTES = 16;

    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;
    private static final int HALF = 12;

    /// Always under the same key: looked up and made ready once in a thread.
    private final ThreadLocal<Cipher> blocks;

    /// The first subkey of CMAC (NIST SP 800-38B), the only one that whole blocks need.
    private final byte[] k1;

    /// Takes 32 bytes and keeps its own copy.
    Xaes(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        var kept = new SecretKeySpec(key, "AES");
        this.blocks = ThreadLocal.withInitial(() -> underTheKey(kept));
        this.k1 = doubled(block(new byte[BLOCK]));
    }

    byte[] seal(byte[] nonce, byte[] plaintext, byte[] context) {
        try {
            return gcm(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    /// Empty when anything was changed: key, nonce, ciphertext or context.
    Optional<byte[]> open(byte[] nonce, byte[] sealed, byte[] context) {
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(gcm(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to decrypt", e);
        }
    }

    private Cipher gcm(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has 24 bytes");
        }
        byte[] derived = derived(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var tail = new GCMParameterSpec(TAG_BYTES * 8, nonce, HALF, HALF);
            cipher.init(mode, new SecretKeySpec(derived, "AES"), tail);
            cipher.updateAAD(context);
            return cipher;
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// CMAC over one block, twice: `00 i 'X' 00 ‖ first half of the nonce`, i = 1, 2.
    private byte[] derived(byte[] nonce) {
        byte[] both = new byte[2 * BLOCK];
        for (int i = 0; i < 2; i++) {
            both[i * BLOCK + 1] = (byte) (i + 1);
            both[i * BLOCK + 2] = 'X';
            System.arraycopy(nonce, 0, both, i * BLOCK + 4, HALF);
            for (int j = 0; j < BLOCK; j++) {
                both[i * BLOCK + j] ^= k1[j];
            }
        }
        return block(both);
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
