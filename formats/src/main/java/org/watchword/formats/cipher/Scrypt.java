package org.watchword.formats.cipher;

import org.bouncycastle.crypto.generators.SCrypt;

/// scrypt (RFC 7914) with r = 8 and p = 1, by Bouncy Castle.
public final class Scrypt {
    private static final int BLOCKS = 8;
    private static final int LANES = 1;
    private static final int KEY_BYTES = 32;

    /// A key of 32 bytes.
    ///
    /// @param workFactor the base-two logarithm of N; it takes 1 KiB times N of memory
    public static Key derive(byte[] passphrase, byte[] salt, int workFactor) {
        return Key.taking(
                SCrypt.generate(passphrase, salt, 1 << workFactor, BLOCKS, LANES, KEY_BYTES));
    }

    private Scrypt() {}
}
