package org.watchword.formats.cipher;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM (NIST SP 800-38D) by the JDK, laid out as `ciphertext ‖ tag`. One nonce is used for
/// one message of a key; whoever draws nonces at random seals no more than 2³² of them.
public final class AesGcm {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;

    /// Named, because Java would look through all providers anew for each cipher.
    private static final Provider JDK = Security.getProvider("SunJCE");

    public static byte[] seal(Key key, byte[] nonce, byte[] clear, byte[] context) {
        try {
            return begun(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not seal", e);
        }
    }

    /// Empty when anything was changed: key, nonce, ciphertext or context.
    public static Optional<byte[]> open(Key key, byte[] nonce, byte[] sealed, byte[] context) {
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(begun(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not open", e);
        }
    }

    private static Cipher begun(int mode, Key key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        if (key.length() != KEY_BYTES || nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes and a nonce has 12");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", JDK);
        cipher.init(mode, key.named("AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private AesGcm() {}
}
