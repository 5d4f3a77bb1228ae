package org.watchword.formats.age;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Key;

/// The identity of whoever knows a passphrase.
public final class PassphraseIdentity implements Identity {
    /// More is refused before any work is done: each step doubles time and memory, and at 20 it is
    /// 1 GiB.
    public static final int MOST_WORK_FACTOR = 20;

    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]*");
    private static final int MOST_DIGITS = 2;

    private final Key passphrase;
    private final int mostWorkFactor;

    /// Takes the passphrase over.
    public PassphraseIdentity(Key passphrase) {
        this(passphrase, MOST_WORK_FACTOR);
    }

    /// Takes the passphrase over, and does no more work than that.
    ///
    /// @param mostWorkFactor where there is less memory
    public PassphraseIdentity(Key passphrase, int mostWorkFactor) {
        this.passphrase = passphrase;
        this.mostWorkFactor = Math.min(mostWorkFactor, MOST_WORK_FACTOR);
    }

    @Override
    public Optional<FileKey> unwrap(List<Stanza> stanzas) throws AgeFailure {
        for (Stanza stanza : stanzas) {
            if (stanza.is(PassphraseRecipient.TYPE)) {
                if (stanzas.size() > 1) {
                    throw new AgeFailure(Failure.PASSPHRASE_NOT_ALONE);
                }
                return opened(stanza);
            }
        }
        return Optional.empty();
    }

    private Optional<FileKey> opened(Stanza stanza) throws AgeFailure {
        List<String> arguments = stanza.arguments();
        if (arguments.size() != 3 || stanza.body().length != X25519Recipient.BODY_BYTES) {
            throw new AgeFailure(Failure.STANZA_MALFORMED);
        }
        Optional<byte[]> salt = Base64Text.read(arguments.get(1), PassphraseRecipient.SALT_BYTES);
        String factor = arguments.get(2);
        if (salt.isEmpty() || !DECIMAL.matcher(factor).matches()) {
            throw new AgeFailure(Failure.STANZA_MALFORMED);
        }
        if (factor.length() > MOST_DIGITS || Integer.parseInt(factor) > mostWorkFactor) {
            throw new AgeFailure(Failure.TOO_MUCH_WORK);
        }
        int workFactor = Integer.parseInt(factor);
        try (Key key = PassphraseRecipient.wrapKey(passphrase, salt.get(), workFactor)) {
            return Chacha.open(key, X25519Recipient.NONCE, stanza.body()).map(FileKey::taking);
        }
    }

    @Override
    public void close() {
        passphrase.close();
    }
}
