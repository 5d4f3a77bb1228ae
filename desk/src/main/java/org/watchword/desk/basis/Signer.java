package org.watchword.desk.basis;

/// Signs bytes with a secret that whoever receives them knows too: HMAC-SHA-256. Nothing is sealed
/// by it.
public interface Signer {
    /// 32 bytes; the same secret and content give the same bytes everywhere.
    byte[] sign(byte[] secret, byte[] content);
}
