package org.watchword.story.simulation;

import java.util.List;
import java.util.Optional;

/// What a history came to.
///
/// @param lines what was seen last
/// @param digest of everything that was seen: the same for the same history
record Outcome(Optional<Violation> violation, List<String> lines, long digest) {}
