package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.Sentence;

/// Somebody is to be reminded of something that the watch does not know.
///
/// @param says all that is said of it, in messages too
/// @param ladder that is climbed; the default one where it was taken away
/// @param since when it was due; not after now
/// @param late by how much it rings later than that
public record DueReminder(Sentence says, LadderId ladder, Instant since, Duration late) {}
