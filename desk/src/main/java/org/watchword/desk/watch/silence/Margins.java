package org.watchword.desk.watch.silence;

import java.time.Duration;

/// How long before a due time the person is reminded, and how long after it nobody is rung.
///
/// @param reminder zero: at the due time itself
public record Margins(Duration reminder, Duration grace) {}
