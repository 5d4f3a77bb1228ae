package org.watchword.formats.cipher;

import java.util.Optional;

/// X25519 (RFC 7748) by Bouncy Castle, which is several times faster at it than the JDK.
public final class X25519 {
    public static final int BYTES = 32;

    /// The public half of a secret.
    public static byte[] share(byte[] secret) {
        byte[] share = new byte[BYTES];
        org.bouncycastle.math.ec.rfc7748.X25519.generatePublicKey(secret, 0, share, 0);
        return share;
    }

    /// What both sides come to. Empty when that is all zeros: the other side's point is of low
    /// order, and anybody would come to the same.
    public static Optional<byte[]> agree(byte[] secret, byte[] share) {
        byte[] agreed = new byte[BYTES];
        boolean sound =
                org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(
                        secret, 0, share, 0, agreed, 0);
        return sound ? Optional.of(agreed) : Optional.empty();
    }

    /// Whether something can be agreed with its owner alone. A point of low order comes to zero
    /// with every secret, so that any secret shows it.
    public static boolean isSound(byte[] share) {
        return share.length == BYTES && agree(new byte[BYTES], share).isPresent();
    }

    private X25519() {}
}
