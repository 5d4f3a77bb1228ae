package org.watchword.desk.watch.timer;

import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.LadderId;

/// One instant of a timer.
///
/// @param rang as which alarm; empty while it is still to come
public record TimerRing(Instant at, LadderId ladder, TimerText text, Optional<AlarmId> rang) {}
