/// Backups, sealed to recipients whose keys lie elsewhere, and the way back.
///
/// **One night's backup** is two files. The database is copied as it stands at one instant ({@link
/// org.watchword.desk.store.SqliteSnapshot}); the slots are taken out of the copy ({@link
/// org.watchword.desk.store.SqliteParts}), because they are to be destroyed sooner; settings, key
/// and the rest go as a plain tar archive through a pipe into the program `age`, the slots as
/// another. What comes out is written beside its name in the target, flushed, renamed, and read
/// again: both files, or neither.
///
/// ```
/// desk.db ─▶ snapshot ─┬─▶ apart: slots, chain ───────────────▶ ….slots.age    named first
///                      └─▶ rest: written anew ┐
///                   desk.yaml, watch.key ─────┴──────────────▶ ….backup.age   so never without
/// ```
///
/// The desk holds no key that opens them, so it can say that a backup is *written*; that it can be
/// *opened* only a drill shows, for which somebody brings the key.
///
/// **The way back:** only into an empty directory, with the slots of that night, or later ones of
/// the same desk, in which what was erased since has none. Every byte is compared with what the
/// backup says of itself before anything stands at its name, and the desk starts with no session,
/// link, PIN or code of before. Overdue watches fire when it is started, not before.
///
/// Files beside the data: `backup.last` and `backup.drill` (what became of the last try and the
/// last drills), `backup.lock`, and for moments `backup.snapshot`, what it is parted into, and
/// `backup.drilling`.
@NullMarked
package org.watchword.desk.cli.backup;

import org.jspecify.annotations.NullMarked;
