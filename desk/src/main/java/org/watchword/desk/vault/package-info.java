/// Knows keys, never people: the only room that touches ciphers and hashes with a key.
///
/// ```
/// watch.key (32 bytes, 0600) ─HKDF─┬─ "field-seal"  → XAES-256-GCM, the place as context
///                                  ├─ "lookup-hash" → HMAC-SHA-256, for finding a row by a name
///                                  ├─ "own-signature" → Ed25519, for those who know the public key
///                                  └─ "desk-writing"  → Ed25519, what the desk writes unattended
///
/// shared secret ─▶ HMAC-SHA-256 over what leaves, for a receiver who knows the secret too
///
/// passphrase, in its normal form ─▶ AccountSlots of the formats ─▶ Unlocked | shut
///                                                                    │
///                      a browser's cookie ─HKDF─ "session-seal" ─▶ SealedKeys, between requests
/// ```
///
/// It promises that a field opens only in the row and column it was sealed for; that a passphrase
/// is kept nowhere, not even as a hash: it is right when a slot opens; that stored parameters below
/// the floor are refused before any work; that nothing of an account's keys lies open between two
/// requests; that tries of passphrases run on threads of their own, two at a time and never two of
/// one account; that only this room makes an {@link Unlocked}; that the key of {@link DeskWriting}
/// signs what is on its closed list and nothing else; and that nothing it throws or logs holds a
/// byte of what was sealed.
///
/// It has no tables: rooms keep the bytes it gives them. It must not know who anybody is: a holder
/// is a number. What the slots are made of: `docs/formats/slots.md`; why it is so:
/// `docs/decisions/0004` and `0005`.
@NullMarked
package org.watchword.desk.vault;

import org.jspecify.annotations.NullMarked;
