package org.watchword.desk.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// One key out of another for a named use: HKDF-SHA-256 (RFC 5869) without salt, the use as `info`.
final class Subkey {
    private static final String DOMAIN = "watchword/v1/";
    private static final int BYTES = 32;

    static byte[] derive(byte[] key, String use) {
        try {
            byte[] info = (DOMAIN + use).getBytes(StandardCharsets.UTF_8);
            var spec = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }

    private Subkey() {}
}
