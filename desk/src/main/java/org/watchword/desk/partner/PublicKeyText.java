package org.watchword.desk.partner;

import java.util.Base64;
import java.util.Optional;
import org.watchword.desk.basis.OwnKey;

/// A public key as people copy it: `desk-` and 43 letters of base64.
public final class PublicKeyText {
    private static final String PREFIX = "desk-";

    public static String of(byte[] publicKey) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey);
    }

    /// Empty when it is none.
    public static Optional<byte[]> read(String typed) {
        String text = typed.strip();
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            boolean whole = key.length == OwnKey.PUBLIC_BYTES && of(key).equals(text);
            return whole ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private PublicKeyText() {}
}
