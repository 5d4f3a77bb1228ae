/// Who is on duty, now and next.
///
/// ```
/// shift          role, person, starts_at ≤ t < ends_at, taken_over
/// weekly_shift   role, person, days, every so many weeks, from–to by the clock on the wall
/// stand_in       role, person instead of another, starts_at ≤ t < ends_at
/// shift_swap     asked ─▶ accepted (two stand-ins) | declined | withdrawn
/// handover_note  role, author, sealed text        shift_sheet  number, who, when, code used
///
/// who is on duty at t:  the latest take-over that holds, alone; else
///                       shifts + weekly shifts, each stand-in laid over them in its order
/// ```
///
/// It promises that what {@link Rota#onDuty} answers is what is shown and what is rung; that the
/// latest take-over which holds stands alone, and counts from its commit; that where planned shifts
/// of several people overlap, all of them are on duty; that nobody who left the team is, and nobody
/// loses a shift to a stand-in who left; that a swap changes nothing until it is accepted; and that
/// a gap is empty, never guessed.
///
/// A weekly shift is never written out: when it holds is computed each time, so that no night lacks
/// one because nobody ran something. It begins and ends when the clock on the wall first shows its
/// time or a later one; two that meet on paper meet in the night of a change, too.
///
/// The life of a shift: planned by somebody who keeps the people, shown with the gaps before and
/// after it, swapped or stood in for, taken over by whoever is awake, over at its end. What is over
/// stays, so that it can be said who was on duty: taking something away ends it now.
///
/// What is taken off goes through `ShiftChanges`: where somebody would be rung less by it, it
/// waits.
///
/// A shift sheet is paper. Its number, its maker and its time are kept, what stands on it is not;
/// other rooms write on it through the place `sheet.beside`, and may give its single-use code a
/// meaning ({@link SheetCodes}).
///
/// It must not know ladders, messages or alarms. On whom ladders rely it asks through {@link
/// Relied}; which step would reach nobody says the watch, with {@link Rota#holesBetween}.
@NullMarked
package org.watchword.desk.rota;

import org.jspecify.annotations.NullMarked;
