/// How long the desk keeps what it must not keep for good, and how it lets go of it.
///
/// ## What it promises
///
/// - What is older than the team's terms goes within a day, and no term is longer than 90 days.
/// - What went is in no file of the desk any more: deleted rows are overwritten, and the log that
///   the database writes ahead is folded away afterwards.
/// - Forgetting holds up no alarm: it works in pieces of a few milliseconds, in the ordinary lane.
/// - Counts, times and kinds stay: what is forgotten is what people said, and how they are reached.
/// - A wall clock that jumped makes nothing old: a day is waited first.
///
/// ## What it must not know
///
/// What the rooms keep. Each brings a {@link Forgetful} for every sort of thing it lets go of.
///
/// ## The tables
///
/// ```
/// retention (check_in_days, text_days, the two before, changed_at, changed_by)
/// ```
@NullMarked
package org.watchword.desk.forgetting;

import org.jspecify.annotations.NullMarked;
