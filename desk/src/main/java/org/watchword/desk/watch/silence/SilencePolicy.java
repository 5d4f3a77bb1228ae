package org.watchword.desk.watch.silence;

import java.time.Duration;

/// What a team may set about its watches.
///
/// @param early how long before a due time a word counts for it, at most: never earlier than half
///   of the way from the due time before
/// @param longestPause no pause lasts longer
/// @param together within how long silences are told as one
/// @param many from how many on
public record SilencePolicy(Duration early, Duration longestPause, Duration together, int many) {
    /// No two due times of a watch are nearer to each other.
    static final Duration SHORTEST_PERIOD = Duration.ofMinutes(30);

    /// A silence that rings later than this says so.
    static final Duration LATE_FROM = Duration.ofSeconds(5);

    /// What is due within this stands on the board.
    static final Duration SOON = Duration.ofHours(1);

    static final Duration SHORTEST_GRACE = Duration.ofMinutes(5);
    static final Duration LONGEST_GRACE = Duration.ofHours(24);
    static final Duration LONGEST_REMINDER = Duration.ofHours(12);

    /// Fewer than this are never many, however few watches there are.
    static final int MANY_AT_LEAST = 2;

    public static final SilencePolicy DEFAULT =
            new SilencePolicy(Duration.ofHours(2), Duration.ofHours(72), Duration.ofMinutes(10), 5);
}
