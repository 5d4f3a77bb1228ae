package org.watchword.desk.watch.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.LadderId;
import org.watchword.formats.cipher.Octets;

/// The rows of `timer`.
final class TimerRows {
    /// Whatever is due is not after the furthest: by that alone it is found.
    private static final String DUE =
            "alarm_id IS NULL AND at <= :furthest AND (at <= :wall OR no_later <= :furthest)";

    /// What the desk asks about once a second.
    static final String LOOK =
            """
            SELECT ladder_id, text, min(at) AS first,
                max(max(:wall - at, :furthest - no_later)) AS late
            FROM timer WHERE\
            """
                    + " "
                    + DUE
                    + " GROUP BY ladder_id, text ORDER BY first, ladder_id, text";

    /// What rings as one.
    ///
    /// @param first when the first of them was due, on the wall clock
    /// @param late by how much that is late
    record Due(LadderId ladder, TimerText text, Instant first, Duration late) {
        boolean ringsWith(Due other) {
            return ladder.equals(other.ladder()) && text == other.text();
        }
    }

    /// @param behind by how much the wall clock is behind the furthest that it was
    static void insert(Turn turn, NewTimer timer, Duration behind) {
        for (Instant at : timer.at()) {
            turn.handle()
                    .createUpdate(
                            """
                            INSERT INTO timer (id, at, no_later, ladder_id, text)
                            VALUES (:id, :at, :later, :ladder, :text)\
                            """)
                    .bind("id", timer.id().octets().bytes())
                    .bind("at", at.toEpochMilli())
                    .bind("later", at.plus(behind).toEpochMilli())
                    .bind("ladder", timer.ladder().value())
                    .bind("text", timer.text().word())
                    .execute();
        }
    }

    static int pending(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM timer WHERE alarm_id IS NULL")
                .mapTo(Integer.class)
                .one();
    }

    static List<Due> due(Handle handle, Furthest.Now now) {
        return handle.createQuery(LOOK)
                .bind("wall", now.wall().toEpochMilli())
                .bind("furthest", now.furthest().toEpochMilli())
                .map((row, _) ->
                        new Due(
                                new LadderId(row.getLong("ladder_id")),
                                text(row.getString("text")),
                                Instant.ofEpochMilli(row.getLong("first")),
                                Duration.ofMillis(row.getLong("late"))))
                .list();
    }

    private static TimerText text(String word) {
        return TimerText.of(word).orElseThrow();
    }

    /// What is due of these has rung.
    static void rang(Turn turn, Due due, Furthest.Now now, AlarmId alarm) {
        turn.handle()
                .createUpdate(
                        "UPDATE timer SET alarm_id = :alarm WHERE "
                                + DUE
                                + " AND ladder_id = :ladder AND text = :text")
                .bind("alarm", alarm.value())
                .bind("wall", now.wall().toEpochMilli())
                .bind("furthest", now.furthest().toEpochMilli())
                .bind("ladder", due.ladder().value())
                .bind("text", due.text().word())
                .execute();
    }

    /// What has not rung will not.
    static void cancel(Turn turn, TimerId id) {
        turn.handle()
                .createUpdate("DELETE FROM timer WHERE id = :id AND alarm_id IS NULL")
                .bind("id", id.octets().bytes())
                .execute();
    }

    static List<TimerRing> rings(Handle handle, TimerId id) {
        return handle.createQuery("SELECT * FROM timer WHERE id = :id ORDER BY at")
                .bind("id", id.octets().bytes())
                .map((row, _) -> {
                    long alarm = row.getLong("alarm_id");
                    return new TimerRing(
                            Instant.ofEpochMilli(row.getLong("at")),
                            new LadderId(row.getLong("ladder_id")),
                            text(row.getString("text")),
                            alarm == 0 ? Optional.empty() : Optional.of(new AlarmId(alarm)));
                })
                .list();
    }

    static List<TimerId> of(Handle handle, AlarmId alarm) {
        return handle.createQuery(
                        "SELECT DISTINCT id FROM timer WHERE alarm_id = :alarm ORDER BY id")
                .bind("alarm", alarm.value())
                .map((row, _) -> new TimerId(Octets.of(row.getBytes(1))))
                .list();
    }

    private TimerRows() {}
}
