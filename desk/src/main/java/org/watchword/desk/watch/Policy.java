package org.watchword.desk.watch;

import java.time.Duration;

/// What a team may set about how the watch rings.
///
/// @param lapse how long an acknowledgement stands without a sign of its owner
/// @param joinRing how long a call that joined an incident may wait until somebody looks
/// @param unproven how long somebody is not rung for an answer that nobody has confirmed
/// @param lateHold how long the ladder waits at its step for a late word, once in an alarm
/// @param leadRing how long until case leads are rung again who did not answer
public record Policy(
        Duration lapse,
        Duration joinRing,
        Duration unproven,
        Duration lateHold,
        Duration leadRing) {
    /// No step waits shorter than this, whatever its ladder says.
    static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);

    /// No step waits longer than this.
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// The wait of a ladder that has no step.
    static final Duration EMPTY_WAIT = Duration.ofMinutes(1);

    /// A timer that fires later than this says so in the log.
    static final Duration LATE_FROM = Duration.ofSeconds(5);

    /// No drill lasts longer than this.
    public static final Duration DRILL_LASTS = Duration.ofMinutes(30);

    public static final Policy DEFAULT =
            new Policy(
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(2));
}
