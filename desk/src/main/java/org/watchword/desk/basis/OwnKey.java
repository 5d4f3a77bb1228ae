package org.watchword.desk.basis;

/// Signs for others who know this desk's public key, and looks whether they signed: Ed25519 with a
/// context (RFC 8032, Ed25519ctx), so that what was signed for one use is of no use for another.
public interface OwnKey {
    int PUBLIC_BYTES = 32;
    int SIGNATURE_BYTES = 64;

    /// What others are given.
    byte[] publicKey();

    /// Signs for one use.
    ///
    /// @param context what it is signed for, in ASCII
    byte[] sign(String context, byte[] content);

    /// Whether whoever has this public key signed that, for that use.
    boolean isSigned(byte[] publicKey, String context, byte[] content, byte[] signature);
}
