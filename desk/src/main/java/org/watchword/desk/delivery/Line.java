package org.watchword.desk.delivery;

import java.util.OptionalInt;

/// An open channel, with what its courier must know of it.
///
/// @param mostPerHour how many messages it may send in an hour, first rings apart
record Line(ChannelId id, Channel channel, ChannelKind kind, OptionalInt mostPerHour) {}
