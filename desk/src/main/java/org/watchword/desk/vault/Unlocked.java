package org.watchword.desk.vault;

import java.util.Optional;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.AccountBody;
import org.watchword.formats.slot.AccountKeys;

/// The proof that a slot was opened: only the vault can make one. It holds what the slot held, and
/// is closed as soon as it is no longer needed.
public final class Unlocked implements AutoCloseable {
    private final AccountBody body;

    /// Takes it over.
    Unlocked(AccountBody body) {
        this.body = body;
    }

    /// The account's keys, made of its seed; the caller closes them.
    public AccountKeys keys() {
        try (Key seed = body.seed()) {
            return AccountKeys.of(seed);
        }
    }

    /// Whether the account has a second factor.
    public boolean hasSecondFactor() {
        return body.hasFactor();
    }

    /// The second factor, if the account has one; the caller closes it.
    public Optional<SecondFactor> secondFactor() {
        return body.factor().map(SecondFactor::new);
    }

    /// The same account with this second factor, to make its slots anew. The caller closes it.
    public Unlocked with(SecondFactor factor) {
        return new Unlocked(body.with(factor.seed()));
    }

    /// The same account without a second factor, to make its slots anew. The caller closes it.
    public Unlocked withoutSecondFactor() {
        return new Unlocked(body.withoutFactor());
    }

    /// What the slot held; for the vault alone.
    AccountBody body() {
        return body;
    }

    @Override
    public void close() {
        body.close();
    }

    @Override
    public String toString() {
        return "unlocked";
    }
}
