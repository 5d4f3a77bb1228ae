package org.watchword.formats.membership;

/// How an account stands.
public sealed interface Standing {
    /// May come, and has not: there are no keys.
    record Invited() implements Standing {}

    /// The founding names it, and it has not signed yet. It has authority once it does.
    record Named(Keys keys) implements Standing {}

    /// Has come, with these keys. Nobody compared them yet: nothing may be sealed to them.
    record Accepted(Keys keys) implements Standing {}

    /// In force.
    record Confirmed(Keys keys, boolean hasAuthority) implements Standing {}

    /// Shut out, and otherwise as it was.
    record Suspended(Keys keys, boolean hasAuthority) implements Standing {}
}
