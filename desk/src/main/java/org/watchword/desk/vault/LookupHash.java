package org.watchword.desk.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.formats.cipher.Key;

/// {@link KeyedHash} under the watch key: HMAC-SHA-256 over `length(4) ‖ domain ‖ length(4) ‖
/// value`.
final class LookupHash implements KeyedHash {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    LookupHash(WatchKey key) {
        byte[] subkey;
        try (Key derived = key.subkey("lookup-hash")) {
            subkey = derived.getEncoded();
        }
        this.key = new SecretKeySpec(subkey, HMAC);
        Arrays.fill(subkey, (byte) 0);
    }

    @Override
    public byte[] of(String domain, byte[] value) {
        byte[] name = domain.getBytes(StandardCharsets.UTF_8);
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(length(name));
            mac.update(name);
            mac.update(length(value));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private static byte[] length(byte[] part) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array();
    }
}
