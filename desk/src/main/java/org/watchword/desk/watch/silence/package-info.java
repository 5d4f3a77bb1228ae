/// Who must be heard by when.
///
/// It promises: a silence rings, once, whatever else happens; a word whose row was committed before
/// wins; a pause always ends; a clock that is moved, a zone that changes its hours and a desk that
/// was down delay nothing and fire nothing twice. It must not know words, call-signs or cards: that
/// somebody was heard it is told ({@link Watches#heard}), and whether words still wait it asks
/// (`Waiting`). Of alarms it knows only how one is raised (`Ringing`, which is the alarms' own
/// front); it never ends one.
///
/// The life of one watch:
///
/// 1. A form, a story or the first evening hands a {@link Plan} to {@link Watches}; `PlanRules`
///    refuses what is never or always due. It is a draft until it is armed.
/// 2. Armed, it awaits one due time of its {@link Schedule}. Its one timer lies in `DueHeap` by
///    (deadline, generation); `DueTimes` fires what is due, several watches in one piece of the
///    writer's work. The row decides: a timer of an older generation changes nothing.
/// 3. `WatchTurns` applies the words that wait, then loads each watch, asks the pure `WatchEngine`,
///    keeps what it says and does it. First a reminder (`Reminding`), then grace, then silence.
/// 4. `Firings` rings the silences of that piece: each alone, or many as one incident. Its row in
///    `watch_firing`, named by watch and generation, makes a second alarm impossible.
/// 5. Whether it was heard or missed, the watch awaits its next due time at once. A journey that
///    has arrived ends by itself; everything else ends by hand.
///
/// What a person changes about a watch that awaits somebody goes through `WatchChanges`: what only
/// adds counts at once, the rest waits, and until then `PlanMerge` lets the watch go by both plans.
///
/// At start every timer is read from an index, and what is overdue fires at once.
///
/// ```
/// watch ──▶ watch_codename ──▶ codename    who was heard, for which due time, who is missed
///   ├────▶ watch_firing ─────▶ alarm       what rang, by (watch, generation)
///   └────▶ watch_log                       who paused, resumed, changed, ended it
/// ```
@NullMarked
package org.watchword.desk.watch.silence;

import org.jspecify.annotations.NullMarked;
