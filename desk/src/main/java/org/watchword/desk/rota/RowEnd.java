package org.watchword.desk.rota;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Takes a stretch of time off the plan: one that has not begun goes, one that runs ends now, so
/// that it can be said who was on duty; one that is over stays.
///
/// @param table one of this room's, with `starts_at` and `ends_at`
record RowEnd(String table) {
    static RowEnd of(String table) {
        return new RowEnd(table);
    }

    /// How many rows were concerned.
    int end(Handle handle, long id, Instant now) {
        int gone =
                handle.createUpdate(
                                "DELETE FROM " + table + " WHERE id = :id AND starts_at >= :now")
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute();
        return gone > 0
                ? gone
                : handle.createUpdate(
                                "UPDATE "
                                        + table
                                        + " SET ends_at = :now WHERE id = :id AND ends_at > :now")
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute();
    }
}
