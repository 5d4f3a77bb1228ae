package org.watchword.desk.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Reads and writes weekly shifts and stand-ins.
final class PlanRows {
    List<Weekly> weekly(Handle handle, RoleId role) {
        return handle.createQuery("SELECT * FROM weekly_shift WHERE role = :role ORDER BY id")
                .bind("role", role.value())
                .map((rs, context) -> weekly(rs))
                .list();
    }

    Optional<Weekly> weekly(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM weekly_shift WHERE id = :id")
                .bind("id", id)
                .map((rs, context) -> weekly(rs))
                .findOne();
    }

    private static Weekly weekly(ResultSet row) throws SQLException {
        long stopped = row.getLong("stopped_at");
        Optional<Instant> stoppedAt =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(stopped));
        long last = row.getLong("last_day");
        Optional<LocalDate> lastDay =
                row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(last));
        return new Weekly(
                row.getLong("id"),
                new RoleId(row.getString("role")),
                new PersonId(row.getLong("person")),
                new Pattern(
                        days(row.getInt("days")),
                        row.getInt("every_weeks"),
                        minute(row.getInt("from_minute")),
                        minute(row.getInt("to_minute")),
                        row.getInt("days_later"),
                        LocalDate.ofEpochDay(row.getLong("first_day")),
                        lastDay),
                stoppedAt);
    }

    private static Set<DayOfWeek> days(int bits) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits >> (day.getValue() - 1) & 1) == 1) {
                days.add(day);
            }
        }
        return days;
    }

    private static int bits(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.ofSecondOfDay(ofDay * 60L);
    }

    void insert(Handle handle, Weekly weekly, Instant now) {
        Pattern pattern = weekly.pattern();
        handle.createUpdate(
                        """
                        INSERT INTO weekly_shift (id, role, person, days, every_weeks, from_minute,
                            to_minute, days_later, first_day, last_day, planned_at)
                        VALUES (:id, :role, :person, :days, :weeks, :from, :to, :later, :first,
                            :last, :now)
                        """)
                .bind("id", weekly.id())
                .bind("role", weekly.role().value())
                .bind("person", weekly.person().value())
                .bind("days", bits(pattern.days()))
                .bind("weeks", pattern.everyWeeks())
                .bind("from", pattern.from().toSecondOfDay() / 60)
                .bind("to", pattern.to().toSecondOfDay() / 60)
                .bind("later", pattern.daysLater())
                .bind("first", pattern.first().toEpochDay())
                .bind("last", pattern.last().map(LocalDate::toEpochDay).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// What was before stays, so that it can be said who was on duty.
    int stop(Handle handle, long id, Instant now) {
        return handle.createUpdate(
                        """
                        UPDATE weekly_shift SET stopped_at = :now
                        WHERE id = :id AND stopped_at IS NULL
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    int countWeekly(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM weekly_shift WHERE stopped_at IS NULL")
                .mapTo(Integer.class)
                .one();
    }

    List<StandIn> standIns(Handle handle, RoleId role, Span window) {
        return handle.createQuery(
                        """
                        SELECT * FROM stand_in
                        WHERE role = :role AND ends_at > :from AND starts_at < :to ORDER BY id
                        """)
                .bind("role", role.value())
                .bind("from", window.from().toEpochMilli())
                .bind("to", window.to().toEpochMilli())
                .map((rs, context) -> standIn(rs))
                .list();
    }

    /// Those that are not over, earliest first.
    List<StandIn> standInsAfter(Handle handle, Instant now) {
        return handle.createQuery("SELECT * FROM stand_in WHERE ends_at > :now ORDER BY starts_at")
                .bind("now", now.toEpochMilli())
                .map((rs, context) -> standIn(rs))
                .list();
    }

    private static StandIn standIn(ResultSet row) throws SQLException {
        long swap = row.getLong("swap");
        Optional<Long> ofSwap = row.wasNull() ? Optional.empty() : Optional.of(swap);
        return new StandIn(
                row.getLong("id"),
                new RoleId(row.getString("role")),
                new PersonId(row.getLong("person")),
                new PersonId(row.getLong("instead_of")),
                new Span(
                        Instant.ofEpochMilli(row.getLong("starts_at")),
                        Instant.ofEpochMilli(row.getLong("ends_at"))),
                ofSwap);
    }

    void insert(Handle handle, StandIn standIn, PersonId by, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO stand_in (id, role, person, instead_of, starts_at, ends_at,
                            swap, made_by, made_at)
                        VALUES (:id, :role, :person, :instead, :from, :to, :swap, :by, :now)
                        """)
                .bind("id", standIn.id())
                .bind("role", standIn.role().value())
                .bind("person", standIn.person().value())
                .bind("instead", standIn.insteadOf().value())
                .bind("from", standIn.time().from().toEpochMilli())
                .bind("to", standIn.time().to().toEpochMilli())
                .bind("swap", standIn.swap().orElse(null))
                .bind("by", by.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Takes away what is still to come of it; nothing when it is over or gone.
    int endStandIn(Handle handle, long id, Instant now) {
        return RowEnd.of("stand_in").end(handle, id, now);
    }
}
