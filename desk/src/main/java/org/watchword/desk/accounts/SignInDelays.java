package org.watchword.desk.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// How long the next try of a name from a source has to wait: nothing after two wrong ones, then
/// one second, two, four, up to fifteen. Forgotten after an hour.
final class SignInDelays {
    private static final int FREE = 3;
    private static final long MOST_SECONDS = 15;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    static Duration left(Handle handle, byte[] key, Instant now) {
        return handle.createQuery(
                        "SELECT failures, last_at FROM sign_in_delay"
                                + " WHERE name_and_source_hash = :key")
                .bind("key", key)
                .map((rs, context) ->
                        left(
                                rs.getInt("failures"),
                                Instant.ofEpochMilli(rs.getLong("last_at")),
                                now))
                .findOne()
                .orElse(Duration.ZERO);
    }

    private static Duration left(int failures, Instant last, Instant now) {
        var passed = Duration.between(last, now);
        if (failures < FREE || passed.isNegative() || passed.compareTo(FORGOTTEN) > 0) {
            return Duration.ZERO;
        }
        long seconds = Math.min(MOST_SECONDS, 1L << Math.min(failures - FREE, 10));
        return Duration.ofSeconds(seconds).minus(passed);
    }

    static void wrong(Handle handle, byte[] key, Instant now) {
        handle.createUpdate("DELETE FROM sign_in_delay WHERE last_at < :old")
                .bind("old", now.minus(FORGOTTEN).toEpochMilli())
                .execute();
        handle.createUpdate(
                        """
                        INSERT INTO sign_in_delay (name_and_source_hash, failures, last_at)
                        VALUES (:key, 1, :now)
                        ON CONFLICT (name_and_source_hash)
                        DO UPDATE SET failures = sign_in_delay.failures + 1, last_at = :now
                        """)
                .bind("key", key)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Notes a try, and says once more whether it was right.
    static boolean note(Handle handle, byte[] key, boolean right, Instant now) {
        if (right) {
            right(handle, key);
        } else {
            wrong(handle, key, now);
        }
        return right;
    }

    private static void right(Handle handle, byte[] key) {
        handle.createUpdate("DELETE FROM sign_in_delay WHERE name_and_source_hash = :key")
                .bind("key", key)
                .execute();
    }

    private SignInDelays() {}
}
