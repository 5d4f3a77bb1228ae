/// Drills on a live desk: the real ladder over the real channels, about nobody.
///
/// ```
/// form ─▶ Drills.begin ─▶ watch.Drilling ─▶ alarm with its mark, about a twin of the code-name
///                                             │ rings, answers, log: as any alarm
/// page, tick ◀── DrillShown, DrillRows ◀──────┘
/// ```
///
/// It promises that a drill is begun here and nowhere else; that one is refused while anything real
/// is open or another drill runs; that what nobody proved is shown as that and answers no drill.
/// Who answered is counted without whoever began it: she is awake, and it proves nothing.
///
/// It keeps nothing of its own: a drill is an alarm, and its rows are the watch's. It must not know
/// how ladders climb.
@NullMarked
package org.watchword.desk.watch.drill;

import org.jspecify.annotations.NullMarked;
