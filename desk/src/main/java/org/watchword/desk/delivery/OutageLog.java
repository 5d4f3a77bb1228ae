package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Keeps when channels failed. Written beside the work and never waited for: what cannot be kept is
/// missing from a statistic, and holds up no message.
final class OutageLog {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final Store store;

    OutageLog(Store store) {
        this.store = store;
    }

    /// It fails from now on. One that failed already when the desk was started goes on doing so.
    void began(ChannelId channel, Instant now) {
        submit(turn -> insert(turn, channel, now));
    }

    /// It is well, or nobody asks it any more.
    void over(ChannelId channel, Instant now) {
        submit(turn ->
                turn.handle()
                        .createUpdate(
                                """
                                UPDATE channel_outage SET ended_at = max(:now, started_at)
                                WHERE channel = :channel AND ended_at IS NULL\
                                """)
                        .bind("channel", channel.value())
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    private static int insert(Turn turn, ChannelId channel, Instant now) {
        return turn.handle()
                .createUpdate(
                        """
                        INSERT INTO channel_outage (id, channel, started_at)
                        SELECT :id, :channel, :now WHERE NOT EXISTS (SELECT 1 FROM channel_outage
                            WHERE channel = :channel AND ended_at IS NULL)\
                        """)
                .bind("id", RowNumbers.next(turn, "channel_outage"))
                .bind("channel", channel.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private interface Keeping {
        int in(Turn turn);
    }

    private void submit(Keeping keeping) {
        try {
            var _ =
                    store.writer()
                            .submit(Lane.ORDINARY, keeping::in)
                            .exceptionally(trouble -> {
                                LOG.warn(
                                        "an outage was not kept: {}",
                                        trouble.getClass().getSimpleName());
                                return 0;
                            });
        } catch (StoreUnavailable e) {
            LOG.warn("an outage was not kept: {}", e.why());
        }
    }

    /// Those that touch a stretch of time, the earliest first.
    static List<Outage> touching(Handle handle, Instant from, Instant to) {
        return handle.createQuery(
                        """
                        SELECT channel, started_at, ended_at FROM channel_outage
                        WHERE started_at < :to AND coalesce(ended_at, :to) > :from
                        ORDER BY started_at, id\
                        """)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> {
                    long ended = row.getLong("ended_at");
                    Optional<Instant> until =
                            row.wasNull()
                                    ? Optional.empty()
                                    : Optional.of(Instant.ofEpochMilli(ended));
                    return new Outage(
                            new ChannelId(row.getLong("channel")),
                            Instant.ofEpochMilli(row.getLong("started_at")),
                            until);
                })
                .list();
    }
}
