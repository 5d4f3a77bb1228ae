/// Timers that are planted for something sealed: the watch rings them like anything else, and never
/// learns what they mean.
///
/// It promises: each instant of a timer rings once, whatever is killed in between; a wall clock set
/// back delays none; what became due while the desk was down rings when it starts, and says how
/// late it is; whoever answered an earlier one has not answered a later one. It must not know who
/// planted a timer or what for: it holds a random number, instants, a ladder and one of three
/// sentences. It never cancels one by itself.
///
/// The life of one timer:
///
/// 1. A room above plants it ({@link PlantedTimers#plant}), in the turn in which it keeps what it
///    is for. A time that is over, too far ahead, or on no ladder is refused with a sentence.
/// 2. About once a second the watch looks whether one is due, by an index. `Furthest` says how late
///    it is at least.
/// 3. What is due rings in one turn: an alarm for each ladder and sentence, and its number in the
///    rows. After the commit it is an alarm as any other.
/// 4. The room above cancels what has not rung ({@link PlantedTimers#cancel}), or asks which timers
///    an alarm stands for ({@link PlantedTimers#rangAs}).
/// 5. What rang is forgotten with the words of its alarm.
///
/// ```
/// timer ──▶ ladder     which is climbed; the default one where it was taken away
///   └─────▶ alarm      which it became
/// ```
///
/// Why it is so: `docs/decisions/0109`.
@NullMarked
package org.watchword.desk.watch.timer;

import org.jspecify.annotations.NullMarked;
