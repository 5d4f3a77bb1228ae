package org.watchword.desk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/// What went over a channel, read from the rows of `message`: for its limit, for what it costs, and
/// for noticing that it takes messages which never arrive.
final class Traffic {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MONTH = Duration.ofDays(30);

    /// How many, and as how many the carrier counts them.
    record Count(int messages, int parts) {}

    static Count lastHour(Handle handle, ChannelId channel, Instant now) {
        return between(handle, channel, now.minus(HOUR), now);
    }

    static Count lastMonth(Handle handle, ChannelId channel, Instant now) {
        return between(handle, channel, now.minus(MONTH), now);
    }

    /// A clock that was set back leaves rows of a time to come, which count for nothing: they would
    /// hold up messages until that time is over.
    private static Count between(Handle handle, ChannelId channel, Instant from, Instant to) {
        return handle.createQuery(
                        """
                        SELECT count(*) AS n, coalesce(sum(parts), 0) AS parts FROM message
                        WHERE channel = :channel AND sent_at > :from AND sent_at <= :to\
                        """)
                .bind("channel", channel.value())
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> new Count(row.getInt("n"), row.getInt("parts")))
                .one();
    }

    /// How many more than first rings may go out now.
    static int allowance(Handle handle, ChannelId channel, OptionalInt mostPerHour, Instant now) {
        if (mostPerHour.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        int sending =
                handle.createQuery(
                                """
                                SELECT count(*) FROM message
                                WHERE channel = :channel AND state = 'sending'\
                                """)
                        .bind("channel", channel.value())
                        .mapTo(Integer.class)
                        .one();
        int used = lastHour(handle, channel, now).messages() + sending;
        return Math.max(0, mostPerHour.getAsInt() - used);
    }

    /// How many wait that a limit may hold up.
    static int mayBeHeld(Handle handle, ChannelId channel) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM message WHERE channel = :channel
                            AND state IN ('queued', 'repeat') AND urgency <> 'first'\
                        """)
                .bind("channel", channel.value())
                .mapTo(Integer.class)
                .one();
    }

    /// When the gateway told what became of the newest message of which it told at all.
    static Optional<Instant> lastReceipt(Handle handle, ChannelId channel) {
        return handle.createQuery(
                        """
                        SELECT settled_at FROM message
                        WHERE channel = :channel AND sent_at IS NOT NULL
                            AND (state = 'delivered' OR reason = :lost)
                        ORDER BY sent_at DESC LIMIT 1\
                        """)
                .bind("channel", channel.value())
                .bind("lost", Reason.LOST.name())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /// Since when a channel that reports takes messages of which nothing more is heard; empty while
    /// it is well.
    static Optional<Instant> swallowing(
            Handle handle, ChannelId channel, DeliveryPolicy policy, Instant now) {
        List<Instant> unheard =
                handle.createQuery(
                                """
                                SELECT sent_at FROM message WHERE channel = :channel
                                    AND state = 'sent' AND sent_at <= :late
                                    AND gateway_hash IS NOT NULL
                                    AND sent_at > coalesce((SELECT sent_at FROM message
                                        WHERE channel = :channel AND sent_at IS NOT NULL
                                            AND (state = 'delivered' OR reason = :lost)
                                        ORDER BY sent_at DESC LIMIT 1), 0)
                                ORDER BY sent_at LIMIT :most\
                                """)
                        .bind("channel", channel.value())
                        .bind("late", now.minus(policy.receiptWithin()).toEpochMilli())
                        .bind("lost", Reason.LOST.name())
                        .bind("most", policy.unheard())
                        .mapTo(Long.class)
                        .map(Instant::ofEpochMilli)
                        .list();
        return unheard.size() < policy.unheard()
                ? Optional.empty()
                : Optional.of(unheard.getFirst());
    }

    private Traffic() {}
}
