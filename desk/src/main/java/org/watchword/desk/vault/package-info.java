/// Knows keys, never people: the only room that touches ciphers and hashes with a key.
///
/// ```
/// watch.key (32 bytes, 0600) ─HKDF─┬─ "field-seal"  → XAES-256-GCM, the place as context
///                                  └─ "lookup-hash" → HMAC-SHA-256, for finding a row by a name
/// ```
///
/// It promises that a field opens only in the row and column it was sealed for, and that nothing it
/// throws or logs holds a byte of what was sealed.
///
/// It has no tables: rooms keep the bytes it gives them. It must not know who anybody is.
@NullMarked
package org.watchword.desk.vault;

import org.jspecify.annotations.NullMarked;
