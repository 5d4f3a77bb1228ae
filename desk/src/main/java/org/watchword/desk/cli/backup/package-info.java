/// Backups of the watch plane, sealed to recipients whose keys lie elsewhere, and the way back.
///
/// **One night's backup:** the database is copied as it stands at one instant ({@link
/// org.watchword.desk.store.SqliteSnapshot}); settings, key and copy go as a plain tar archive
/// through a pipe into the program `age`; what comes out is written beside its name in the target,
/// flushed, renamed, and read again. The desk holds no key that opens it, so it can say that a
/// backup is *written*; that it can be *opened* only a drill shows, for which somebody brings the
/// key.
///
/// **The way back:** only into an empty directory. Every byte is compared with what the backup says
/// of itself before anything stands at its name, and the desk starts with no session, link, PIN or
/// code of before. Overdue watches fire when it is started, not before.
///
/// Files beside the data: `backup.last` and `backup.drill` (what became of the last try and the
/// last drill), `backup.lock`, and for moments `backup.snapshot` and `backup.drilling`.
@NullMarked
package org.watchword.desk.cli.backup;

import org.jspecify.annotations.NullMarked;
