package org.watchword.formats.age;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Scrypt;

/// The recipient type scrypt of age: whoever knows a passphrase.
public final class PassphraseRecipient implements Recipient {
    static final String TYPE = "scrypt";
    static final int SALT_BYTES = 16;

    /// What the program age takes: 256 MiB and about a second for each try.
    public static final int WORK_FACTOR = 18;

    private static final byte[] LABEL =
            "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);

    private final Key passphrase;
    private final int workFactor;

    /// Whoever knows this passphrase, at the work the program age asks for.
    ///
    /// @param passphrase is taken over
    public PassphraseRecipient(Key passphrase) {
        this(passphrase, WORK_FACTOR);
    }

    PassphraseRecipient(Key passphrase, int workFactor) {
        this.passphrase = passphrase;
        this.workFactor = workFactor;
    }

    @Override
    public Stanza wrap(FileKey fileKey, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] clear = fileKey.bytes();
        try (Key key = wrapKey(passphrase, salt, workFactor)) {
            return Stanza.of(
                    Chacha.seal(key, X25519Recipient.NONCE, clear),
                    TYPE,
                    Base64Text.of(salt),
                    Integer.toString(workFactor));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    static Key wrapKey(Key passphrase, byte[] salt, int workFactor) {
        byte[] labelled =
                ByteBuffer.allocate(LABEL.length + salt.length).put(LABEL).put(salt).array();
        byte[] bytes = passphrase.getEncoded();
        try {
            return Scrypt.derive(bytes, labelled, workFactor);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public void close() {
        passphrase.close();
    }

    /// There is no public key in it for a quantum computer to solve.
    @Override
    public boolean isPostQuantum() {
        return true;
    }
}
