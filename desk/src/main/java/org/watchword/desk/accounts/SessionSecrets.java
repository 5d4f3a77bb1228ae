package org.watchword.desk.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.watchword.desk.basis.KeyedHash;

/// What a session is known by: a cookie of 32 random bytes, kept only as a keyed hash, and the
/// token of its forms, made from a seed that is kept. The token outlives a renewed cookie, so that
/// a page open elsewhere can still be posted; without the cookie it is worth nothing.
final class SessionSecrets {
    private static final int COOKIE_BYTES = 32;
    private static final int SEED_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String cookie;
    private final byte[] cookieHash;
    private final byte[] tokenSeed;
    private final byte[] tokenHash;

    private SessionSecrets(KeyedHash hash, String cookie, byte[] tokenSeed) {
        this.cookie = cookie;
        this.cookieHash = cookieHash(hash, cookie);
        this.tokenSeed = tokenSeed;
        this.tokenHash = tokenHash(hash, token(hash, tokenSeed));
    }

    static SessionSecrets fresh(KeyedHash hash, SecureRandom random) {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new SessionSecrets(hash, BASE64.encodeToString(bytes), seed);
    }

    static byte[] cookieHash(KeyedHash hash, String cookie) {
        return hash.of("session-cookie", cookie.getBytes(StandardCharsets.US_ASCII));
    }

    static String token(KeyedHash hash, byte[] seed) {
        return BASE64.encodeToString(hash.of("form-token", seed));
    }

    static byte[] tokenHash(KeyedHash hash, String token) {
        return hash.of("form-token-kept", token.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] pinHash(KeyedHash hash, long session, byte[] pin) {
        byte[] both =
                ByteBuffer.allocate(Long.BYTES + pin.length).putLong(session).put(pin).array();
        byte[] made = hash.of("session-pin", both);
        Arrays.fill(both, (byte) 0);
        return made;
    }

    String cookie() {
        return cookie;
    }

    byte[] cookieHash() {
        return cookieHash;
    }

    byte[] tokenSeed() {
        return tokenSeed;
    }

    byte[] tokenHash() {
        return tokenHash;
    }
}
