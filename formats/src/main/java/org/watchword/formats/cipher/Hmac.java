package org.watchword.formats.cipher;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/// HMAC with SHA-256 (RFC 2104).
public final class Hmac {
    public static byte[] sha256(Key key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private Hmac() {}
}
