/// Kills a real desk again and again while people work at it, and looks from outside whether what
/// they were told holds.
///
/// ```
/// Plan       what is done to the desk in one round, drawn from the seed
/// Crowd      people at the desk's forms and at the quiet door; Told is everything they were told
/// Kept       what lies in the database file, read by a stranger who has the key
/// Taken      what the mail server took
/// judges     compare the three: KeptWrites, MessagesOut, Rung, Deadlines
/// PowerLoss  the database as it may look after the current failed, from the writes that were seen
/// ```
///
/// The life of one round: {@link Torture} lets the crowd in, does the upset of the plan, brings the
/// desk back on the same directory, waits until nothing is undone, and lets the judges compare;
/// then it lets a whole round of the ladder pass and compares again. It must not know how a room of
/// the desk works: it knows pages, messages and rows. A deed that died before its answer may be
/// either way; one that was answered may not.
@NullMarked
package org.watchword.story.torture;

import org.jspecify.annotations.NullMarked;
