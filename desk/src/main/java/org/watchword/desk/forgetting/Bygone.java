package org.watchword.desk.forgetting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.Turn;

/// Something kept for a while that a few statements let go of.
///
/// @param oldest asks for the time of the oldest; gives NULL where nothing is kept
/// @param forget each lets go of at most `:most` rows from before `:before`; the next is asked only
///   when the one before finds nothing more
public record Bygone(String kind, Term term, String oldest, List<String> forget)
        implements Forgetful {
    public Bygone {
        forget = List.copyOf(forget);
    }

    @Override
    public boolean forget(Turn turn, Instant before) {
        for (String statement : forget) {
            int rows =
                    turn.handle()
                            .createUpdate(statement)
                            .bind("before", before.toEpochMilli())
                            .bind("most", Limits.FORGOTTEN_AT_ONCE)
                            .execute();
            if (rows > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Instant> oldest(Handle handle) {
        return handle.createQuery(oldest)
                .map((row, _) -> {
                    long at = row.getLong(1);
                    return row.wasNull()
                            ? Optional.<Instant>empty()
                            : Optional.of(Instant.ofEpochMilli(at));
                })
                .one();
    }
}
