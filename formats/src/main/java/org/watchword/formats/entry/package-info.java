/// The sealed entry, version 1: what somebody wrote into a compartment, once and for good.
///
/// ```
/// Entry ─▶ Body, canonical CBOR ─▶ Commitment = SHA-256(domain ‖ r ‖ body)
///              │                       └─▶ signature, Ed25519 of the author
///              ▼                                │
/// Inside: r ‖ signature ‖ length ‖ body ‖ zeros, up to a SizeClass
///              │
///              ▼
/// SealedEntry: version ‖ AES-256-GCM, the EntryContext as associated data
///              ▲
/// DataKey ─HKDF┴─▶ KeyCommitment
///
/// Leaf, 96 bytes: SHA-256(SealedEntry) ‖ Commitment ‖ KeyCommitment ─▶ Head
/// ```
///
/// Life of one: {@link EntrySealer} gives the sealed bytes, the leaf and the data key; the key goes
/// into slots, the leaf into the tree; {@link EntryOpener} takes bytes, leaf, place and key, and
/// gives the entry or an {@link EntryFailure}. It begins with many and verifies their signatures
/// together.
///
/// It promises: nothing comes out that was not verified, from the bytes up to the signature; an
/// entry opens in its organisation, case, compartment and epoch and nowhere else; one entry has one
/// spelling; the sealed bytes and the leaf tell their length class and nothing else, not even who
/// wrote. It must not know who may write what, which entries there are, or where they lie. What
/// others need to read it: `docs/formats/entry.md`; why it is so: `docs/decisions/0077`.
@NullMarked
package org.watchword.formats.entry;

import org.jspecify.annotations.NullMarked;
