/// The statistics of a month, in the shape in which those who guard lone workers report: how fast
/// alarms were accepted, how many words came late, how many alarms were false, drills apart, and
/// how often channels failed.
///
/// ```
/// alarm, alarm_log, alarm_codename ─▶ MonthRows ─▶ Figures ┐
/// channel_outage (of delivery) ────────────────▶ Outages  ├─▶ page, paper, spreadsheet
/// ```
///
/// It promises that it counts and names nobody: no code-name, no member, no text; that words after
/// which nobody calls back are counted with the calls for help and are not told apart; and that a
/// month reads the same after its words are forgotten. A month is one of the desk's zone; an alarm
/// belongs to the month in which it was raised, an outage to each month it touches.
///
/// It must not know how alarms come about: it reads rows.
@NullMarked
package org.watchword.desk.watch.month;

import org.jspecify.annotations.NullMarked;
