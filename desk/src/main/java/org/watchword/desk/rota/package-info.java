/// Who is on duty, now and next.
///
/// ```
/// shift: role, person, starts_at ≤ t < ends_at, taken_over
/// ```
///
/// It promises that what {@link Rota#onDuty} answers is what is shown and what is rung; that the
/// latest take-over which holds stands alone, and counts from its commit; that where planned shifts
/// of several people overlap, all of them are on duty; that nobody who left the team is; and that a
/// gap is empty, never guessed.
///
/// The life of a shift: planned by somebody who keeps the people, shown with the holes before and
/// after it, taken over by whoever is awake, over at its end. Past shifts stay, so that it can be
/// said who was on duty.
///
/// It must not know ladders, messages or alarms. Which step would reach nobody says the watch, with
/// {@link Rota#holesBetween}.
@NullMarked
package org.watchword.desk.rota;

import org.jspecify.annotations.NullMarked;
