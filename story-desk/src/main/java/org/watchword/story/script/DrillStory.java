package org.watchword.story.script;

import java.time.Duration;

/// A drill that was read without a mistake.
///
/// @param about a code-name of the desk, or an invented name
/// @param what a word of the desk's form
/// @param rungWithin how soon somebody must be rung
/// @param answeredWithin how soon somebody must have answered
/// @param unproven whether an answer counts that nobody has confirmed
public record DrillStory(
        String title,
        String about,
        String what,
        Duration rungWithin,
        Duration answeredWithin,
        boolean unproven) {}
