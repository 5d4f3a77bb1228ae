/// Snapshots, version 1: what one reader verified of a compartment, so that he need not verify it
/// again.
///
/// ```
/// Stretch: the rows between two numbers, as they lie ──SHA-256──▶ what a snapshot is bound to
///    │                                                                   │
///    │ each row opened and verified                                      ▼
///    ▼                                                          associated data
/// bodies of entries ─▶ padded to what the rows show ─▶ AES-256-GCM ─▶ sealed snapshot
///                                                          ▲
///                      a reader's own key ──HKDF, 32 bytes drawn for this one alone
/// ```
///
/// It promises: a snapshot opens for whoever made it, over the very rows that it was made of, and
/// nowhere else; everything else is a {@link SnapshotFailure}, and whoever gets one reads the
/// entries themselves. It is longer than its rows show by the same bytes always. It must not know
/// people, files or rows of a database, nor who may read: whoever opens one knows that already.
/// What others need to read them: `docs/formats/marks.md`; why it is so: `docs/decisions/0105` and
/// `0106`.
@NullMarked
package org.watchword.formats.snapshot;

import org.jspecify.annotations.NullMarked;
