package org.watchword.desk.watch.month;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Outage;

/// How often and how long one channel failed in a month.
record Outages(int count, Duration total, Duration longest) {
    /// Counts what touches a month, as far as it lies in it.
    ///
    /// @param to the end of the month, or now while it lasts
    static Outages of(List<Outage> all, ChannelId channel, Instant from, Instant to) {
        List<Duration> lasted =
                all.stream()
                        .filter(one -> one.channel().equals(channel))
                        .map(one -> inside(one, from, to))
                        .toList();
        return new Outages(
                lasted.size(),
                lasted.stream().reduce(Duration.ZERO, Duration::plus),
                lasted.stream().max(Duration::compareTo).orElse(Duration.ZERO));
    }

    private static Duration inside(Outage one, Instant from, Instant to) {
        Instant began = one.from().isBefore(from) ? from : one.from();
        Instant ended = one.to().filter(end -> end.isBefore(to)).orElse(to);
        Duration lasted = Duration.between(began, ended);
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }
}
