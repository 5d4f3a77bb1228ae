package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.Optional;

/// A time in which a channel failed: its gateway refused, could not be reached or did not answer.
///
/// @param to empty while it lasts
public record Outage(ChannelId channel, Instant from, Optional<Instant> to) {}
