/// The one spelling that our formats have for numbers, bytes, texts and lists: a strict part of
/// CBOR (RFC 8949) in its core deterministic encoding (section 4.2.1).
///
/// ```
/// unsigned number   0 … 2⁶³−1           major type 0
/// bytes             definite length     major type 2
/// text              definite, UTF-8     major type 3
/// array             definite length     major type 4
/// ```
///
/// Everything else that CBOR has is refused: negative numbers, maps, tags, floats, simple values,
/// lengths to be told later, and any head that is longer than it must be. So equal values are equal
/// bytes, and a hash or a signature over the bytes is one over the values.
///
/// A reader is told by its caller what must come next, and how long it may be at most; it builds no
/// tree, calls nothing of itself again, and makes no array before it has seen that the bytes for it
/// are there. How deep arrays nest is therefore fixed by who reads. It must not know what the
/// values mean.
@NullMarked
package org.watchword.formats.cbor;

import org.jspecify.annotations.NullMarked;
