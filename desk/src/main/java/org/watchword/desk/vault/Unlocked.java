package org.watchword.desk.vault;

import org.watchword.desk.basis.Secret;

/// The proof that a slot was opened: only the vault can make one. It holds the slot's seed, from
/// which an account's own keys are derived, and is closed as soon as it is no longer needed.
public final class Unlocked implements AutoCloseable {
    private final Secret seed;

    Unlocked(Secret seed) {
        this.seed = seed;
    }

    /// The seed; for the vault's own key derivations.
    Secret seed() {
        return seed;
    }

    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "unlocked";
    }
}
