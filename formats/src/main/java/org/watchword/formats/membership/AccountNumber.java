package org.watchword.formats.membership;

import org.watchword.formats.entry.Epoch;

/// Whose account, by the number that the desk gave it. Whose name it bears, the chain does not
/// know.
public record AccountNumber(long number) implements Comparable<AccountNumber> {
    /// As the numbers of epochs, so that every language reads it exactly.
    public static final long MOST = Epoch.MOST;

    public AccountNumber {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("no number of an account");
        }
    }

    @Override
    public int compareTo(AccountNumber other) {
        return Long.compare(number, other.number);
    }
}
