/// Slots, version 1: who can come to a key, and by what.
///
/// ```
/// passphrase ─Argon2id─▶ AccountSlots ─▶ seed ─▶ ReadingKey (X-Wing)
///                                                   │
///                              EpochSlot, one per member
///                                                   │
///                                                   ▼
///              InboundSlot, by the EpochAddress ◀─ EpochKey ─▶ SettledSlots, AES-256-GCM
///                        │                                        │
///                        └───────────▶ DataKey of one entry ◀─────┘
///                                           ▲
/// holder's GlassHalf (ReadingKey) ───────── ⊕ ──────── desk's GlassHalf (watch key)
/// ```
///
/// It promises: a slot opens for its key, in its place (organisation, case, compartment, epoch,
/// entry, holder) and nowhere else; the data key that comes out is the one that the entry's leaf
/// commits to, and the key of an epoch the one whose public half is known; everything else is a
/// {@link SlotFailure}. It must not know people, files or rows: whoever keeps the bytes may seal
/// them once more as they are. What others need to read them: `docs/formats/slots.md`; why it is
/// so: `docs/decisions/0078` and `0079`.
@NullMarked
package org.watchword.formats.slot;

import org.jspecify.annotations.NullMarked;
