package org.watchword.desk.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519ctxSigner;
import org.watchword.desk.basis.OwnKey;
import org.watchword.formats.cipher.Key;

/// {@link OwnKey} under the watch key: its seed is derived and lies nowhere by itself.
final class OwnSignatures implements OwnKey {
    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;

    OwnSignatures(WatchKey watchKey) {
        byte[] seed;
        try (Key derived = watchKey.subkey("own-signature")) {
            seed = derived.getEncoded();
        }
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.publicKey = key.generatePublicKey().getEncoded();
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(String context, byte[] content) {
        var signer = new Ed25519ctxSigner(bytes(context));
        signer.init(true, key);
        signer.update(content, 0, content.length);
        return signer.generateSignature();
    }

    @Override
    public boolean isSigned(byte[] from, String context, byte[] content, byte[] signature) {
        if (from.length != PUBLIC_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            var verifier = new Ed25519ctxSigner(bytes(context));
            verifier.init(false, new Ed25519PublicKeyParameters(from));
            verifier.update(content, 0, content.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException noPointOfTheCurve) {
            return false;
        }
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.US_ASCII);
    }
}
