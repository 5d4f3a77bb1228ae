package org.watchword.desk.vault;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.AccountSlots;

/// An account's two slots ({@link AccountSlots}), one of which a passphrase opens, tried in a line
/// in which a flood of tries delays nobody else.
public final class Slots {
    private final SecureRandom random;
    private final DerivationLine line;
    private final byte[] decoy;

    Slots(SecureRandom random) {
        this.random = random;
        this.line = new DerivationLine();
        this.decoy = AccountSlots.unopenable(random).bytes();
    }

    /// New slots with a new seed for a holder; the caller closes the passphrase. Empty when too
    /// much waits.
    public Optional<byte[]> make(long holder, Secret passphrase) {
        var attempt = new Attempt(holder, "", true);
        return line.run(
                attempt,
                () -> inNormalForm(passphrase, p -> AccountSlots.make(holder, p, random).bytes()));
    }

    /// Tries a passphrase; the same work whether it opens or not. The caller closes the passphrase.
    public SlotResult open(byte[] stored, long holder, Attempt attempt, Secret passphrase) {
        Optional<AccountSlots> read = AccountSlots.read(stored);
        if (read.isEmpty()) {
            return new SlotResult.Spoiled();
        }
        return line.run(
                        attempt,
                        () -> inNormalForm(passphrase, p -> tried(read.get().open(holder, p))))
                .orElseGet(SlotResult.Busy::new);
    }

    /// Slots that nothing opens, for a name that nobody has: trying them costs the same.
    public byte[] decoy() {
        return decoy.clone();
    }

    private static SlotResult tried(Optional<Key> seed) {
        return seed.<SlotResult>map(Slots::opened).orElseGet(SlotResult.Shut::new);
    }

    private static SlotResult opened(Key seed) {
        try (seed) {
            return new SlotResult.Opened(new Unlocked(new Secret(seed.getEncoded())));
        }
    }

    private static <T> T inNormalForm(Secret passphrase, Function<byte[], T> work) {
        try (var normal = NormalForm.of(passphrase)) {
            return work.apply(normal.bytes());
        }
    }
}
