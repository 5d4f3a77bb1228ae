/// Who watches the desk, and which desk it watches: heartbeats between two desks, or from a desk to
/// a watcher.
///
/// ## What it promises
///
/// - A heartbeat is made by a committed turn of the writer, so a desk that cannot write looks dead.
/// - It carries a number that never comes again, the time, and which sorts of channel work: nothing
///   about people.
/// - Silence is measured on the clock that only runs forward, never by what the other says of time.
/// - It is shown after 30 seconds, and rings after 90, or at once where a second path fails too.
/// - A start of ours forgets neither whom we watch nor that somebody was silent, and rings for
///   nobody within its first 30 seconds.
/// - It detects a dead desk, not a captured one.
///
/// ## What it must not know
///
/// Alarms and people: it rings through the port {@link org.watchword.desk.basis.Notices}, and the
/// partner's number through the outbox.
///
/// ## The table
///
/// ```
/// partner (one row)   name ▣ address ▣ proxy ▣ trust ▣ their_key ▣ number ▣
///                     kind, channel and language of the number
///                     heard_count, heard_at        the last heartbeat that counted
///                     silent_since, rung_at, rings, seen_at
///                     taken_at                     when ours was last taken
/// row_number          the number of our last heartbeat
/// ```
///
/// ## The life of one heartbeat
///
/// ```
/// Beating: every 10 s a turn of the writer gives the number ─▶ signed ─▶ POST /beat
///                                                                          │
///   theirs: BeatDoor ─▶ Ear: form, signature, higher number? ─ no ─▶ refused, and shown
///                        │ yes
///                        ├─▶ Silence begins anew, in memory and in the row
///                        └─▶ answered with a signature: ours has been taken
///
/// Vigil: each second ─▶ Silence.at(now) ─▶ shown ─▶ second path ─▶ rings, and the number is rung
/// ```
@NullMarked
package org.watchword.desk.partner;

import org.jspecify.annotations.NullMarked;
