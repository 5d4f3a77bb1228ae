package org.watchword.story;

import java.time.Instant;

/// A text that somebody sent into the desk.
///
/// @param from the address it came from
public record Said(String over, String from, String text, Instant realAt, Instant storyAt) {}
