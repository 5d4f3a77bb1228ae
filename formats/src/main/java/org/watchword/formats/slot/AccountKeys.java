package org.watchword.formats.slot;

import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.SigningKey;

/// What an account does with keys, all of it from the one seed that its slots hold (HKDF, RFC
/// 5869): it reads, it signs, and it keeps for itself what it had verified already.
///
/// @param own seals what is nobody else's: marks and snapshots
public record AccountKeys(ReadingKey reading, SigningKey signing, Key own)
        implements AutoCloseable {
    private static final Domain READING = new Domain("watchword/v1/account-reading");
    private static final Domain SIGNING = new Domain("watchword/v1/account-signing");
    private static final Domain OWN = new Domain("watchword/v1/account-own");

    /// The seed stays its owner's, who closes it.
    public static AccountKeys of(Key seed) {
        return new AccountKeys(
                new ReadingKey(Hkdf.derive(seed, READING.before())),
                new SigningKey(Hkdf.derive(seed, SIGNING.before())),
                Hkdf.derive(seed, OWN.before()));
    }

    @Override
    public void close() {
        reading.close();
        signing.close();
        own.close();
    }
}
