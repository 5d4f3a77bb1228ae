package org.watchword.desk.vault;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.AccountKeys;

/// An account's seed as it lies in memory between two requests: sealed under a secret that only a
/// browser holds.
///
/// ```
/// sealed  = AES-256-GCM(HKDF-SHA-256(cookie, domain), nonce(12), seed, domain ‖ holder(8))
/// ```
public final class SealedKeys {
    private static final Domain DOMAIN = new Domain("watchword/v1/session-seal");

    private final byte[] nonce;
    private final byte[] sealed;
    private final long holder;

    private SealedKeys(byte[] nonce, byte[] sealed, long holder) {
        this.nonce = nonce;
        this.sealed = sealed;
        this.holder = holder;
    }

    /// Seals what was unlocked, which stays its owner's.
    ///
    /// @param cookie 32 random bytes that are kept nowhere; the caller closes it
    /// @param holder whose seed it is
    public static SealedKeys of(
            Unlocked unlocked, Secret cookie, long holder, SecureRandom random) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        try (Key under = under(cookie);
                Key seed = unlocked.body().seed()) {
            byte[] clear = seed.getEncoded();
            byte[] sealed = AesGcm.seal(under, nonce, clear, context(holder));
            Arrays.fill(clear, (byte) 0);
            return new SealedKeys(nonce, sealed, holder);
        }
    }

    /// The account's keys, which the caller closes with the cookie's bytes.
    ///
    /// @throws IllegalStateException when this is not the cookie that they were sealed under
    public AccountKeys open(Secret cookie) {
        try (Key under = under(cookie)) {
            byte[] clear =
                    AesGcm.open(under, nonce, sealed, context(holder))
                            .orElseThrow(() -> new IllegalStateException("another cookie"));
            try (Key seed = Key.taking(clear)) {
                return AccountKeys.of(seed);
            }
        }
    }

    private static Key under(Secret cookie) {
        try (Key secret = Key.taking(cookie.bytes().clone())) {
            return Hkdf.derive(secret, DOMAIN.before());
        }
    }

    private static byte[] context(long holder) {
        return DOMAIN.before(ByteBuffer.allocate(Long.BYTES).putLong(holder).array());
    }

    @Override
    public String toString() {
        return "sealed keys";
    }
}
