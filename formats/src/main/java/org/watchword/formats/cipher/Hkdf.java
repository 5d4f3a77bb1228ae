package org.watchword.formats.cipher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with SHA-256 (RFC 5869).
public final class Hkdf {
    public static final int HASH_BYTES = 32;

    private static final byte[] NO_SALT = {};

    /// Extract and expand, 32 bytes.
    ///
    /// @param salt none when empty
    public static Key derive(byte[] secret, byte[] salt, String info) {
        byte[] use = info.getBytes(StandardCharsets.US_ASCII);
        return Key.taking(run(salted(salt).addIKM(secret).thenExpand(use, HASH_BYTES)));
    }

    /// Extract without salt and expand, 32 bytes.
    public static Key derive(Key secret, byte[] info) {
        return Key.taking(run(salted(NO_SALT).addIKM(secret).thenExpand(info, HASH_BYTES)));
    }

    static Key extract(byte[] salt, byte[] secret) {
        return Key.taking(run(salted(salt).addIKM(secret).extractOnly()));
    }

    static byte[] expand(Key extracted, byte[] info, int length) {
        return run(HKDFParameterSpec.expandOnly(extracted, info, length));
    }

    private static HKDFParameterSpec.Builder salted(byte[] salt) {
        var builder = HKDFParameterSpec.ofExtract();
        return salt.length == 0 ? builder : builder.addSalt(salt);
    }

    private static byte[] run(HKDFParameterSpec spec) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }

    private Hkdf() {}
}
