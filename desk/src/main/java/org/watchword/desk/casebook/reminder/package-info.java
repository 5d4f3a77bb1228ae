/// Reminders: which sealed entry a planted timer is for.
///
/// ## What it promises
///
/// - The watch knows a timer's number, its instants, its ladder and one of three sentences; what it
///   is for stands in an entry of a case and nowhere else.
/// - An entry, its timer and the pointer from the one to the other stand in one turn; so do the
///   entry that says that it is done and the end of the timer; so do the erasing of the entry and
///   the end of both.
/// - Of several who press "It is done" one writes an entry.
/// - It cancels nothing of which no entry says who did it.
///
/// ## What it must not know
///
/// Keys, and what a reminder says: the room `casebook` reads and writes entries with the keys of
/// whoever looks, and decides who may.
///
/// ## The table
///
/// ```
/// reminder     number, timer_id, lies ▣      case, compartment and entry
///
/// ▣ sealed under the watch key
/// ```
///
/// ## The life of one reminder
///
/// ```
/// casebook: an entry `reminder` ─┐
///           Reminders.planting ──┴─ one turn ─▶ timer (watch) ─▶ rings, as an alarm
///                                             └▶ pointer ◀─ Reminders.of(timer) ◀─ its room
///           an entry `reminder-ended` ─┐
///           Reminders.ending ──────────┴─ one turn ─▶ what has not rung will not; no pointer
/// ```
///
/// Why it is so: `docs/decisions/0110`.
@NullMarked
package org.watchword.desk.casebook.reminder;

import org.jspecify.annotations.NullMarked;
