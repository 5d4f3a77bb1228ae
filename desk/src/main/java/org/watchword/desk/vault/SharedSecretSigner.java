package org.watchword.desk.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.watchword.desk.basis.Signer;

/// {@link Signer} by the JDK's HMAC-SHA-256 (RFC 2104).
final class SharedSecretSigner implements Signer {
    private static final String HMAC = "HmacSHA256";

    @Override
    public byte[] sign(byte[] secret, byte[] content) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
