package org.watchword.desk.forgetting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;

/// The one row of `retention`.
///
/// A longer time counts at once. A shorter one counts a day later: what it lets go of cannot be had
/// back, and whoever was forced or mistaken has a day in which another one may notice.
final class RetentionRows {
    static final Duration SHORTER_AFTER = Duration.ofDays(1);

    /// What is set.
    ///
    /// @param now what holds now
    /// @param chosen what the team chose last
    /// @param from from when on that holds alone; empty when it does already
    record Set(Retention now, Retention chosen, Optional<Instant> from) {}

    private record Row(Retention chosen, Retention before, Instant changedAt) {}

    static Set read(Handle handle, Instant now) {
        Row row =
                handle.createQuery("SELECT * FROM retention")
                        .map((r, _) -> row(r))
                        .findOne()
                        .orElse(new Row(Retention.USUAL, Retention.USUAL, Instant.EPOCH));
        Retention longer = row.chosen().orLonger(row.before());
        Instant from = row.changedAt().plus(SHORTER_AFTER);
        boolean waits = now.isBefore(from) && !longer.equals(row.chosen());
        return waits
                ? new Set(longer, row.chosen(), Optional.of(from))
                : new Set(row.chosen(), row.chosen(), Optional.empty());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Retention(row.getInt("check_in_days"), row.getInt("text_days")),
                new Retention(row.getInt("check_in_days_before"), row.getInt("text_days_before")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    static void write(Turn turn, Retention chosen, PersonId by, Instant now) {
        Retention before = read(turn.handle(), now).now();
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO retention (id, check_in_days, text_days, check_in_days_before,
                            text_days_before, changed_at, changed_by)
                        VALUES (1, :checkIns, :texts, :checkInsBefore, :textsBefore, :now, :by)
                        ON CONFLICT (id) DO UPDATE SET check_in_days = :checkIns,
                            text_days = :texts, check_in_days_before = :checkInsBefore,
                            text_days_before = :textsBefore, changed_at = :now, changed_by = :by\
                        """)
                .bind("checkIns", chosen.checkInDays())
                .bind("texts", chosen.textDays())
                .bind("checkInsBefore", before.checkInDays())
                .bind("textsBefore", before.textDays())
                .bind("now", now.toEpochMilli())
                .bind("by", by.value())
                .execute();
    }

    private RetentionRows() {}
}
