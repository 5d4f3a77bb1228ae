package org.watchword.formats.membership;

import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.cipher.VerifyingKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.slot.Address;
import org.watchword.formats.slot.ReadingKey;

/// Both public keys of somebody: what verifies his word, and what is sealed to him.
public record Keys(AuthorKey signing, Address reading) {
    public static Keys of(SigningKey signing, ReadingKey reading) {
        return new Keys(AuthorKey.of(signing), reading.address());
    }

    static boolean isSound(AuthorKey key) {
        return VerifyingKey.of(key.octets().bytes()).isPresent();
    }

    static boolean isSound(Address address) {
        return Address.read(address.octets().bytes()).isPresent();
    }
}
