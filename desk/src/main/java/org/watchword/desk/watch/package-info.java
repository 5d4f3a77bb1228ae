/// Rings the right people until somebody answers.
///
/// It promises: what was accepted is kept; an open alarm is never silent; a second alarm from one
/// form is impossible; whoever has answered is not rung again for it; people end alarms, the
/// program never does. It must not know cases, ledgers or ciphers, and it keeps no word in clear.
///
/// The life of one alarm: a form comes in ({@link Watch}), in one turn its row is written and the
/// engine says what follows, that is written too (rings into the outbox, lines into the log), and
/// only after the commit are couriers woken and the timer armed. From there on every event, be it a
/// timer, an answer, a refusal or an edited ladder, is a turn of the same form: load, step, keep,
/// hand over.
@NullMarked
package org.watchword.desk.watch;

import org.jspecify.annotations.NullMarked;
