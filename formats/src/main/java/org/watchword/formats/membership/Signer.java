package org.watchword.formats.membership;

/// Whose a key is that signs.
sealed interface Signer {
    record Person(AccountNumber account) implements Signer {}

    record Desk() implements Signer {}

    /// Nobody's any more; it never becomes anybody's again.
    record Replaced() implements Signer {}
}
