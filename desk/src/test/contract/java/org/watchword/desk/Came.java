package org.watchword.desk;

/// What came of somebody's asking for an address.
enum Came {
    /// A page, or an answer.
    IN("+"),
    /// He passed the gate, and what he asked for is not there, or not for him.
    NOTHING("0"),
    SIGN_IN("s"),
    UNLOCK("u"),
    PASSPHRASE("p"),
    FILES("f"),
    /// His roles do not allow it.
    ROLE("-");

    final String sign;

    Came(String sign) {
        this.sign = sign;
    }

    /// Whether the gate let him in.
    boolean isIn() {
        return this == IN || this == NOTHING;
    }
}
