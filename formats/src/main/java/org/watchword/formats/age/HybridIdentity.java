package org.watchword.formats.age;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.formats.cipher.Hpke;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.XWing;

/// The identity to a recipient of the type mlkem768x25519.
public final class HybridIdentity implements Identity {
    static final String PREFIX = "age-secret-key-pq-";

    private final Key seed;

    /// Takes the key over.
    HybridIdentity(Key seed) {
        this.seed = seed;
    }

    public static HybridIdentity fresh(SecureRandom random) {
        byte[] bytes = new byte[XWing.SEED_BYTES];
        random.nextBytes(bytes);
        return new HybridIdentity(Key.taking(bytes));
    }

    public HybridRecipient recipient() {
        return HybridRecipient.ofIdentity(seed);
    }

    /// As age writes it. Its owner zeroes it.
    public byte[] letters() {
        return Bech32.secret(PREFIX, seed);
    }

    /// All stanzas of the type are looked at before the first is tried.
    @Override
    public Optional<FileKey> unwrap(List<Stanza> stanzas) throws AgeFailure {
        List<Hpke.Sealed> ours = new ArrayList<>();
        for (Stanza stanza : stanzas) {
            if (stanza.is(HybridRecipient.TYPE)) {
                ours.add(sealed(stanza));
            }
        }
        for (Hpke.Sealed sealed : ours) {
            switch (Hpke.open(seed, HybridRecipient.INFO, sealed)) {
                case Hpke.Opened.Clear(Key fileKey) -> {
                    return Optional.of(FileKey.of(fileKey));
                }
                case Hpke.Opened.NotForThisKey() -> {
                    // The next one may be.
                }
                case Hpke.Opened.Unsound() -> throw new AgeFailure(Failure.STANZA_MALFORMED);
            }
        }
        return Optional.empty();
    }

    private static Hpke.Sealed sealed(Stanza stanza) throws AgeFailure {
        Optional<byte[]> encapsulated =
                stanza.arguments().size() == 2
                        ? Base64Text.read(stanza.arguments().get(1), XWing.ENCAPSULATED_BYTES)
                        : Optional.empty();
        if (encapsulated.isEmpty() || stanza.body().length != X25519Recipient.BODY_BYTES) {
            throw new AgeFailure(Failure.STANZA_MALFORMED);
        }
        return new Hpke.Sealed(encapsulated.get(), stanza.body());
    }

    @Override
    public void close() {
        seed.close();
    }
}
