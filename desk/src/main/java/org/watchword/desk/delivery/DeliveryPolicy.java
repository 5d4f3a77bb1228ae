package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.List;
import org.watchword.desk.basis.Limits;

/// How patient the desk is with its channels.
///
/// @param sendingAtOnce messages of one channel that are with its gateway at the same time
/// @param backoff waits between tries; the last one holds from there on
/// @param tries how often a message is tried before it is given up
/// @param probeHealthyEvery how often a channel that works is asked
/// @param probeFailingEvery how often one that does not is asked
/// @param keptForFirst of those that may be sending at once, how many wait for first rings
/// @param receiptWithin how soon a gateway that reports should have told that a message arrived
/// @param unheard of how many messages nothing is heard before the channel counts as swallowing
public record DeliveryPolicy(
        int sendingAtOnce,
        List<Duration> backoff,
        int tries,
        Duration probeHealthyEvery,
        Duration probeFailingEvery,
        int keptForFirst,
        Duration receiptWithin,
        int unheard) {
    /// What the desk does unless told otherwise.
    public static DeliveryPolicy usual() {
        return new DeliveryPolicy(
                Limits.SENDING_AT_ONCE,
                List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(60)),
                Limits.MESSAGE_TRIES,
                Duration.ofMinutes(1),
                Duration.ofSeconds(3),
                2,
                Duration.ofMinutes(5),
                1);
    }

    /// How long to wait after so many tries, counted from 1.
    Duration waitAfter(int triesSoFar) {
        return backoff.get(Math.min(triesSoFar, backoff.size()) - 1);
    }
}
