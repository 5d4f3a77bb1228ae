package org.watchword.formats.age;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.X25519;

/// The identity to a recipient of the type X25519.
public final class X25519Identity implements Identity {
    static final String PREFIX = "age-secret-key-";
    static final int BYTES = X25519.BYTES;

    private final Key secret;
    private final X25519Recipient recipient;

    /// Takes the key over.
    X25519Identity(Key secret) {
        this.secret = secret;
        byte[] bytes = secret.getEncoded();
        recipient = X25519Recipient.ofIdentity(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    public static X25519Identity fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new X25519Identity(Key.taking(bytes));
    }

    public X25519Recipient recipient() {
        return recipient;
    }

    /// As age writes it. Its owner zeroes it.
    public byte[] letters() {
        return Bech32.secret(PREFIX, secret);
    }

    /// All stanzas of the type are looked at before the first is tried.
    @Override
    public Optional<FileKey> unwrap(List<Stanza> stanzas) throws AgeFailure {
        List<Wrapped> ours = new ArrayList<>();
        for (Stanza stanza : stanzas) {
            if (stanza.is(X25519Recipient.TYPE)) {
                ours.add(Wrapped.of(stanza));
            }
        }
        for (Wrapped wrapped : ours) {
            Optional<FileKey> opened = opened(wrapped);
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    private Optional<FileKey> opened(Wrapped wrapped) throws AgeFailure {
        byte[] bytes = secret.getEncoded();
        Optional<byte[]> agreed = X25519.agree(bytes, wrapped.share);
        Arrays.fill(bytes, (byte) 0);
        if (agreed.isEmpty()) {
            throw new AgeFailure(Failure.STANZA_MALFORMED);
        }
        try (Key key = recipient.wrapKey(agreed.get(), wrapped.share)) {
            return Chacha.open(key, X25519Recipient.NONCE, wrapped.body).map(FileKey::taking);
        }
    }

    private static final class Wrapped {
        private final byte[] share;
        private final byte[] body;

        private Wrapped(byte[] share, byte[] body) {
            this.share = share;
            this.body = body;
        }

        static Wrapped of(Stanza stanza) throws AgeFailure {
            Optional<byte[]> share =
                    stanza.arguments().size() == 2
                            ? Base64Text.read(stanza.arguments().get(1), X25519.BYTES)
                            : Optional.empty();
            if (share.isEmpty() || stanza.body().length != X25519Recipient.BODY_BYTES) {
                throw new AgeFailure(Failure.STANZA_MALFORMED);
            }
            return new Wrapped(share.get(), stanza.body());
        }
    }

    @Override
    public void close() {
        secret.close();
    }
}
