package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;

/// The rows of `hearing`: since when the desk listens at each place.
final class Hearing {
    private static final byte[] FROM_BEFORE = {};

    /// Since when; begins now where nobody listened yet.
    static Instant since(Turn turn, ChannelId channel, byte[] place, Instant now) {
        Handle handle = turn.handle();
        Optional<Instant> known = find(handle, channel, place);
        if (known.isPresent()) {
            return known.get();
        }
        if (takenOver(handle, channel, place)) {
            return find(handle, channel, place).orElseThrow();
        }
        handle.createUpdate(
                        """
                        INSERT INTO hearing (channel, place_hash, since_at)
                        VALUES (:channel, :place, :now)\
                        """)
                .bind("channel", channel.value())
                .bind("place", place)
                .bind("now", now.toEpochMilli())
                .execute();
        return now;
    }

    private static Optional<Instant> find(Handle handle, ChannelId channel, byte[] place) {
        return handle.createQuery(
                        """
                        SELECT since_at FROM hearing
                        WHERE channel = :channel AND place_hash = :place\
                        """)
                .bind("channel", channel.value())
                .bind("place", place)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /// A channel that listened before places had a name goes on listening where it did.
    private static boolean takenOver(Handle handle, ChannelId channel, byte[] place) {
        return handle.createUpdate(
                                """
                                UPDATE hearing SET place_hash = :place
                                WHERE channel = :channel AND place_hash = :before\
                                """)
                        .bind("channel", channel.value())
                        .bind("place", place)
                        .bind("before", FROM_BEFORE)
                        .execute()
                == 1;
    }

    private Hearing() {}
}
