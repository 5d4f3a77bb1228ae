/// age version 1 (`age-encryption.org/v1`, C2SP `age.md`): files sealed to recipients.
///
/// ```
/// Header                                              payload
/// ┌───────────────────────────────────────────────┐   ┌──────────────────────────────────────┐
/// │ age-encryption.org/v1                         │   │ nonce, 16 bytes                      │
/// │ -> X25519 …          a Stanza per Recipient:  │   │ chunk 0: 64 KiB and a tag            │
/// │ …                    the FileKey, wrapped     │   │ chunk 1 …                            │
/// │ --- …                a MAC under the FileKey  │   │ the last chunk, marked as the last   │
/// └───────────────────────────────────────────────┘   └──────────────────────────────────────┘
///
/// sealing: Age.seal ─▶ SealingStream ─▶ batches of 16 chunks, two threads ─▶ in order, out
/// opening: Identity ─▶ Header.open ─▶ FileKey ─▶ OpeningStream, or SeekablePayload
/// ```
///
/// Header and payload are independent: who keeps them apart joins them by writing one behind the
/// other. {@link ArmorWriter} and {@link ArmorReader} carry both as text.
///
/// It promises: what was not authenticated never comes out, chunks before a bad one may; one thing
/// has one spelling, every other is refused ({@link Failure}); memory does not grow with a file; a
/// sealing that was not finished opens as nothing whole; secrets are zeroed bytes. It must not know
/// files, clocks or a desk. What we demand beyond the specification: `docs/formats/age.md`.
@NullMarked
package org.watchword.formats.age;

import org.jspecify.annotations.NullMarked;
