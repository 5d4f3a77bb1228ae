/// A stopped desk in the hands of whoever seizes its machine: what can be read there.
///
/// ```
/// Seizure ─▶ needles of the story, while the desk runs
///         ─▶ kill -9
///         ─▶ every Trace is searched: directory, log, temporary files, start cache, crash files
///         ─▶ Image, a copy of the directory ─┬─▶ a backup, both files: searched as they lie
///                                            └─▶ InClear: what the rows show without a key
///         ─▶ started again
/// ```
///
/// It must not know how a room of the desk works, nor whether a story or a reader asks.
@NullMarked
package org.watchword.story.seized;

import org.jspecify.annotations.NullMarked;
