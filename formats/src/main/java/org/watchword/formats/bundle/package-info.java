/// Bundles: evidence that leaves the desk so that a stranger verifies it offline. A bundle is a bag
/// of BagIt 1.0 (RFC 8493) in one spelling, with the custody of each item beside it.
///
/// ```
/// bagit.txt                 BagDeclaration   which BagIt, which letters
/// bag-info.txt              BagInfo          what it is, for people; the PayloadOxum
/// custody.txt               CustodyLog       a CustodyLine per event: who had it, what was done
/// manifest-sha256.txt       Manifest         each file of the payload, with its Checksum
/// tagmanifest-sha256.txt    TagManifest      each of the files above with its Checksum
/// data/…                    the payload: read and hashed by whoever has the files
///
/// writing: PayloadFiles, CustodyLog ─▶ Bundle.of ─▶ Bundle.tagFiles ─▶ bytes by name
/// reading: bytes by name ─▶ Bundle.read ─▶ Bundle.verify(the PayloadFiles that were found)
/// ```
///
/// It promises: one thing has one spelling, every other is refused; a path means the same file on
/// every system, or is refused; nothing is read before its checksum agrees; a failure says what and
/// in which line, and never what stands there ({@link BundleFailure}); memory is bounded by {@link
/// Limits}. It must not know files, clocks, keys or a desk: bytes are handed in. Nothing here is
/// signed: whoever signs a bundle signs its `tagmanifest-sha256.txt`. What we demand beyond RFC
/// 8493: `docs/formats/bundle.md`.
@NullMarked
package org.watchword.formats.bundle;

import org.jspecify.annotations.NullMarked;
