/// The published constructions that the formats are made of, each under its published name.
///
/// ```
/// Sha256, Hmac   FIPS 180-4; RFC 2104          JDK
/// Hkdf           RFC 5869, SHA-256             JDK
/// Totp           RFC 6238, HMAC-SHA-1          HMAC by the JDK
/// Chacha         RFC 8439, ChaCha20-Poly1305   JDK
/// AesGcm         NIST SP 800-38D               JDK
/// Xaes           C2SP XAES-256-GCM             AES and AES-GCM by the JDK
/// X25519         RFC 7748                      Bouncy Castle
/// SigningKey,
/// VerifyingKey   RFC 8032, Ed25519             Bouncy Castle
/// PrimeOrder     Pornin's halving, 2022        the field by Bouncy Castle
/// BatchVerifier  Bernstein et al., 2011        the field and SHA-512 by Bouncy Castle
/// Scrypt         RFC 7914                      Bouncy Castle
/// Argon2id       RFC 9106                      Bouncy Castle
/// XWing          ML-KEM-768 with X25519        ML-KEM by Bouncy Castle, SHA3-256 by the JDK
/// Hpke           RFC 9180, base mode, over XWing, HKDF-SHA256 and ChaCha20-Poly1305
/// ```
///
/// It promises that a secret is bytes, that a {@link Key} is zeroed when it is closed, and that
/// nothing that failed its tag comes out. While it is held, a key lies in {@link KeyMemory}, which
/// a program may lock. {@link Domain} keeps uses apart; {@link Primed} has the one for fields
/// compiled before somebody waits. It must not know any format: no header, no file, no entry. What
/// a library copied inside itself cannot be zeroed from here. Why which library does what:
/// `docs/decisions/0074`, `0080` and `0117`; why keys lie apart: `0093`.
@NullMarked
package org.watchword.formats.cipher;

import org.jspecify.annotations.NullMarked;
