package org.watchword.desk.vault;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.slot.AccountBody;
import org.watchword.formats.slot.AccountSlots;

/// An account's two slots ({@link AccountSlots}), one of which a passphrase opens, tried in a line
/// in which a flood of tries delays nobody else.
public final class Slots {
    private final SecureRandom random;
    private final DerivationLine line;
    private final byte[] decoy;

    /// @param atBirth what each thread that derives does before anything else
    Slots(SecureRandom random, Runnable atBirth) {
        this.random = random;
        this.line = new DerivationLine(atBirth);
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

    /// New slots for what was unlocked; the caller closes both. Empty when too much waits.
    public Optional<byte[]> remake(long holder, Secret passphrase, Unlocked unlocked) {
        var attempt = new Attempt(holder, "", true);
        return line.run(
                attempt, () -> inNormalForm(passphrase, p -> remade(holder, p, unlocked.body())));
    }

    private byte[] remade(long holder, byte[] passphrase, AccountBody body) {
        return AccountSlots.holding(holder, passphrase, body, random).bytes();
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

    private static SlotResult tried(Optional<AccountBody> body) {
        return body.<SlotResult>map(held -> new SlotResult.Opened(new Unlocked(held)))
                .orElseGet(SlotResult.Shut::new);
    }

    private static <T> T inNormalForm(Secret passphrase, Function<byte[], T> work) {
        try (var normal = NormalForm.of(passphrase)) {
            return work.apply(normal.bytes());
        }
    }
}
