package org.watchword.formats.age;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// Somebody a file is sealed to.
public sealed interface Recipient permits X25519Recipient, HybridRecipient, PassphraseRecipient {

    /// The file key, wrapped for them. Nothing in it is used for another file.
    Stanza wrap(FileKey fileKey, SecureRandom random);

    /// Whether what is sealed to them stays shut before a quantum computer.
    boolean isPostQuantum();

    /// Zeroes what is secret in it; a public key has nothing.
    default void close() {}

    /// A public key as age writes it: `age1…`, or `age1pq1…`. Empty for anything else.
    static Optional<Recipient> parse(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        return Bech32.read(letters).flatMap(read -> of(read, letters));
    }

    private static Optional<Recipient> of(Bech32 read, byte[] letters) {
        if (letters[0] != 'a') {
            return Optional.empty();
        }
        return switch (read.prefix()) {
            case X25519Recipient.PREFIX -> X25519Recipient.of(read.data());
            case HybridRecipient.PREFIX -> HybridRecipient.of(read.data());
            default -> Optional.empty();
        };
    }

    /// Why a file cannot be sealed to these together.
    enum Problem {
        NOBODY,
        /// Who opens with a passphrase believes that only those who know it made the file.
        PASSPHRASE_NOT_ALONE,
        /// A file is as open to a quantum computer as the weakest way into it.
        WEAKER_BESIDE_POST_QUANTUM
    }

    static Optional<Problem> problem(List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return Optional.of(Problem.NOBODY);
        }
        if (recipients.size() > 1
                && recipients.stream().anyMatch(PassphraseRecipient.class::isInstance)) {
            return Optional.of(Problem.PASSPHRASE_NOT_ALONE);
        }
        long strong = recipients.stream().filter(Recipient::isPostQuantum).count();
        return strong > 0 && strong < recipients.size()
                ? Optional.of(Problem.WEAKER_BESIDE_POST_QUANTUM)
                : Optional.empty();
    }
}
