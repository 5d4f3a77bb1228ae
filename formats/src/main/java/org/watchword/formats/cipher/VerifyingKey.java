package org.watchword.formats.cipher;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/// The public half of an Ed25519 key (RFC 8032), by Bouncy Castle.
///
/// RFC 8032 lets verifiers differ about points that no honest signer makes. This one leaves nothing
/// to differ about: key and signature hold points of the prime order in their one spelling, and for
/// such points all equations of the RFC agree.
public final class VerifyingKey {
    public static final int BYTES = Ed25519.PUBLIC_KEY_SIZE;
    public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

    private final Ed25519.PublicPoint point;
    private volatile NielsPoint.@Nullable Halves halves;

    private VerifyingKey(Ed25519.PublicPoint point) {
        this.point = point;
    }

    /// Empty when the bytes are no point of the prime order, or not its one spelling.
    public static Optional<VerifyingKey> of(byte[] publicKey) {
        return publicKey.length == BYTES
                ? Optional.ofNullable(Ed25519.validatePublicKeyFullExport(publicKey, 0))
                        .map(VerifyingKey::new)
                : Optional.empty();
    }

    byte[] bytes() {
        byte[] out = new byte[BYTES];
        Ed25519.encodePublicPoint(point, out, 0);
        return out;
    }

    /// Found when they are first asked for.
    NielsPoint.Halves halves() {
        NielsPoint.Halves known = halves;
        if (known == null) {
            known = NielsPoint.Halves.of(bytes()).orElseThrow();
            halves = known;
        }
        return known;
    }

    public boolean isSigned(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && PrimeOrder.has(signature)
                && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }
}
