package org.watchword.formats.age;

/// Why something did not open.
public enum Failure {
    /// It does not begin like an age file.
    NO_AGE_FILE(Kind.HEADER),
    /// A version of age that this program does not know.
    OTHER_VERSION(Kind.HEADER),
    /// The header is not one that age writes.
    HEADER_MALFORMED(Kind.HEADER),
    /// A stanza for us is not one that age writes.
    STANZA_MALFORMED(Kind.HEADER),
    /// A passphrase must be the only way into a file.
    PASSPHRASE_NOT_ALONE(Kind.HEADER),
    /// Trying the passphrase would take more work than was allowed.
    TOO_MUCH_WORK(Kind.HEADER),
    /// The header was changed since it was written.
    HEADER_CHANGED(Kind.HMAC),
    /// None of the identities opens it, or the passphrase is another.
    NOBODY_HERE(Kind.NO_MATCH),
    /// The armor is not the one spelling that there is.
    ARMOR_MALFORMED(Kind.ARMOR),
    /// A chunk was changed or is at another place than it was sealed for.
    CHUNK_CHANGED(Kind.PAYLOAD),
    /// The file ends too early.
    CUT_OFF(Kind.PAYLOAD),
    /// Something stands behind the last chunk.
    SOMETHING_BEHIND(Kind.PAYLOAD);

    /// The kinds that the test vectors of age know.
    public enum Kind {
        HEADER,
        HMAC,
        NO_MATCH,
        ARMOR,
        PAYLOAD
    }

    private final Kind kind;

    Failure(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
