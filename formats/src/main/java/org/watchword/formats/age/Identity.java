package org.watchword.formats.age;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.watchword.formats.cipher.Key;

/// What opens what was sealed to its recipient. Closing zeroes it.
public sealed interface Identity extends AutoCloseable
        permits X25519Identity, HybridIdentity, PassphraseIdentity {

    /// The file key, when a stanza is for this identity.
    ///
    /// @throws AgeFailure when a stanza of its type is malformed
    Optional<FileKey> unwrap(List<Stanza> stanzas) throws AgeFailure;

    @Override
    void close();

    /// A secret key as age writes it, `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`. Empty for
    /// anything else.
    ///
    /// @param letters its owner zeroes them
    static Optional<Identity> parse(byte[] letters) {
        return Bech32.read(letters).flatMap(read -> of(read, letters));
    }

    private static Optional<Identity> of(Bech32 read, byte[] letters) {
        if (letters[0] == 'A' && read.data().length == X25519Identity.BYTES) {
            if (read.prefix().equals(X25519Identity.PREFIX)) {
                return Optional.of(new X25519Identity(Key.taking(read.data())));
            }
            if (read.prefix().equals(HybridIdentity.PREFIX)) {
                return Optional.of(new HybridIdentity(Key.taking(read.data())));
            }
        }
        Arrays.fill(read.data(), (byte) 0);
        return Optional.empty();
    }
}
