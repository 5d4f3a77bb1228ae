package org.watchword.desk.vault;

/// What came of a passphrase tried on an account's slots.
public sealed interface SlotResult {
    /// One slot opened. The caller closes what it was given.
    record Opened(Unlocked unlocked) implements SlotResult {}

    /// No slot opens with this passphrase.
    record Shut() implements SlotResult {}

    /// Not tried: too much waits already, or a try for this account from this source is under way.
    record Busy() implements SlotResult {}

    /// Not tried: the stored slots are not what this vault makes, or ask for less work than it
    /// allows. Somebody changed them, or they are damaged.
    record Spoiled() implements SlotResult {}
}
