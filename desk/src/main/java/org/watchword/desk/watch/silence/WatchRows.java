package org.watchword.desk.watch.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.silence.OneWatch.Armed;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.watch.silence.OneWatch.Ear;
import org.watchword.desk.watch.silence.OneWatch.Ended;
import org.watchword.desk.watch.silence.OneWatch.Paused;

/// The rows of `watch` and `watch_codename`.
final class WatchRows {
    private static final String LATE =
            "EXISTS (SELECT 1 FROM watch_codename c"
                    + " WHERE c.watch_id = watch.id AND c.missed_since IS NOT NULL)";

    private static final String STANDS =
            """
            UPDATE watch SET state = :state, edition = :edition,
                due_at = :due, paused_until = :until, generation = :generation,
                timer_kind = :kind, timer_at = :at, set_back_millis = :back,
                touched_at = :now, ended_at = :ended
            WHERE id = :id\
            """;

    private static final String HEARD =
            """
            UPDATE watch_codename SET heard_at = :heard, heard_for = :counted,
                missed_since = :missed
            WHERE watch_id = :watch AND codename_id = :who\
            """;

    /// How many are read by one question.
    private static final int READ_AT_ONCE = 500;

    private final FieldSeal seal;

    WatchRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// A timer as a start reads it.
    record Timer(WatchId watch, long generation, Instant at, Instant touched) {}

    WatchId insert(Turn turn, Plan plan, Instant now) {
        long id = RowNumbers.next(turn, "watch");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO watch (id, label, schedule, reminder_seconds, grace_seconds,
                            anyone, drill, state, edition, generation, touched_at, made_at)
                        VALUES (:id, :none, :none, 0, 0, 0, 0, 'draft', 0, 0, :now, :now)\
                        """)
                .bind("id", id)
                .bind("none", new byte[0])
                .bind("now", now.toEpochMilli())
                .execute();
        var ears = plan.about().stream().map(Ear::fresh).toList();
        var watch =
                new OneWatch(new WatchId(id), 0, plan, new Draft(), ears, OneWatch.Clockwork.STILL);
        savePlan(turn.handle(), watch);
        save(turn.handle(), watch, now);
        return watch.id();
    }

    private FieldSeal.Place place(String column, long row) {
        return new FieldSeal.Place("watch", column, row);
    }

    /// What people wrote.
    void savePlan(Handle handle, OneWatch watch) {
        long id = watch.id().value();
        Plan plan = watch.plan();
        handle.createUpdate(
                        """
                        UPDATE watch SET label = :label, schedule = :schedule,
                            ladder_id = :ladder, reminder_seconds = :reminder,
                            grace_seconds = :grace, anyone = :anyone, drill = :drill
                        WHERE id = :id\
                        """)
                .bind("id", id)
                .bind("label", seal.seal(place("label", id), plan.label()))
                .bind(
                        "schedule",
                        seal.seal(place("schedule", id), WrittenSchedule.of(plan.schedule())))
                .bind("ladder", plan.ladder().map(LadderId::value).orElse(null))
                .bind("reminder", plan.margins().reminder().toSeconds())
                .bind("grace", plan.margins().grace().toSeconds())
                .bind("anyone", plan.anyone())
                .bind("drill", plan.drill())
                .execute();
        handle.createUpdate("DELETE FROM watch_codename WHERE watch_id = :id")
                .bind("id", id)
                .execute();
        var ears =
                handle.prepareBatch(
                        """
                        INSERT INTO watch_codename (watch_id, codename_id) VALUES (:id, :who)\
                        """);
        watch.ears().forEach(ear -> ears.bind("id", id).bind("who", ear.who().value()).add());
        ears.execute();
        keep(handle, List.of(new Kept(watch, watch.ears(), false, Instant.EPOCH)));
    }

    /// What is to be kept of a watch.
    ///
    /// @param ears those who were heard otherwise than before
    /// @param stands whether it stands otherwise than before
    record Kept(OneWatch watch, List<Ear> ears, boolean stands, Instant now) {}

    /// Where it stands.
    void save(Handle handle, OneWatch watch, Instant now) {
        keep(handle, List.of(new Kept(watch, List.of(), true, now)));
    }

    /// Keeps several at once: where thousands are due at one instant, each statement counts.
    void keep(Handle handle, List<Kept> all) {
        var standing = all.stream().filter(Kept::stands).toList();
        if (!standing.isEmpty()) {
            var batch = handle.prepareBatch(STANDS);
            standing.forEach(one -> bound(batch, one.watch(), one.now()).add());
            batch.execute();
        }
        if (all.stream().anyMatch(one -> !one.ears().isEmpty())) {
            var batch = handle.prepareBatch(HEARD);
            all.forEach(one -> one.ears().forEach(ear -> bound(batch, one.watch(), ear).add()));
            batch.execute();
        }
    }

    private static PreparedBatch bound(PreparedBatch batch, OneWatch watch, Instant now) {
        var phase = watch.phase();
        var timer = watch.clockwork().timer();
        return batch.bind("id", watch.id().value())
                .bind("state", state(phase))
                .bind("edition", watch.edition())
                .bind("due", phase instanceof Armed armed ? millis(armed.due()) : null)
                .bind("until", phase instanceof Paused paused ? millis(paused.until()) : null)
                .bind("generation", watch.clockwork().generation())
                .bind("kind", timer.map(t -> t.kind().word()).orElse(null))
                .bind("at", timer.map(t -> t.at().toEpochMilli()).orElse(null))
                .bind("back", watch.clockwork().setBack().toMillis())
                .bind("now", now.toEpochMilli())
                .bind("ended", phase instanceof Ended ended ? millis(ended.at()) : null);
    }

    private static PreparedBatch bound(PreparedBatch batch, OneWatch watch, Ear ear) {
        return batch.bind("watch", watch.id().value())
                .bind("who", ear.who().value())
                .bind("heard", millis(ear.heardAt()))
                .bind("counted", millis(ear.heardFor()))
                .bind("missed", millis(ear.missedSince()));
    }

    private static String state(OneWatch.Phase phase) {
        return switch (phase) {
            case Draft _ -> "draft";
            case Armed _ -> "armed";
            case Paused _ -> "paused";
            case Ended _ -> "ended";
        };
    }

    private static Long millis(Instant at) {
        return at.toEpochMilli();
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    Optional<OneWatch> load(Handle handle, WatchId id) {
        return handle.createQuery("SELECT * FROM watch WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> watch(handle, row))
                .findOne();
    }

    /// Those that are not over: who is late first, then by what comes next, drafts last.
    List<OneWatch> going(Handle handle, int most) {
        return handle.createQuery(
                        "SELECT * FROM watch WHERE state <> 'ended' ORDER BY "
                                + LATE
                                + " DESC, state = 'draft', timer_at IS NULL, timer_at, id"
                                + " LIMIT :most")
                .bind("most", most)
                .map((row, _) -> watch(handle, row))
                .list();
    }

    /// Those that ended last, but what is forgotten.
    List<OneWatch> ended(Handle handle, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM watch WHERE state = 'ended' AND length(label) > 0
                        ORDER BY ended_at DESC, id DESC LIMIT :most\
                        """)
                .bind("most", most)
                .map((row, _) -> watch(handle, row))
                .list();
    }

    /// Those that are late, and those that are due by then.
    List<OneWatch> dueBy(Handle handle, Instant until, int most) {
        return handle.createQuery(
                        "SELECT * FROM watch WHERE state IN ('armed', 'paused') AND ("
                                + LATE
                                + " OR (state = 'armed' AND due_at <= :until)) ORDER BY "
                                + LATE
                                + " DESC, due_at, id LIMIT :most")
                .bind("until", until.toEpochMilli())
                .bind("most", most)
                .map((row, _) -> watch(handle, row))
                .list();
    }

    /// Watches that are about this code-name and not over.
    List<WatchId> about(Handle handle, CodenameId who) {
        return handle.createQuery(
                        """
                        SELECT watch.id FROM watch_codename
                        JOIN watch ON watch.id = watch_codename.watch_id
                        WHERE codename_id = :who AND state <> 'ended' ORDER BY watch.id\
                        """)
                .bind("who", who.value())
                .mapTo(Long.class)
                .map(WatchId::new)
                .list();
    }

    /// How many are armed that are no drill's.
    int armed(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM watch WHERE state = 'armed' AND drill = 0")
                .mapTo(Integer.class)
                .one();
    }

    /// Those of these whose generation is the one of now, each once. Their labels stay sealed:
    /// nothing that fires needs one.
    List<OneWatch> standing(Handle handle, List<DueTimes.Entry> entries) {
        var standing = Set.copyOf(entries);
        var found = new ArrayList<OneWatch>();
        var ids = entries.stream().map(entry -> entry.watch().value()).distinct().toList();
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE));
            Map<Long, List<Ear>> ears = ears(handle, some);
            handle.createQuery("SELECT * FROM watch WHERE id IN (<ids>)")
                    .bindList("ids", some)
                    .map((row, _) ->
                            watch(row, ears.getOrDefault(row.getLong("id"), List.of()), ""))
                    .forEach(found::add);
        }
        found.removeIf(watch ->
                !standing.contains(new DueTimes.Entry(watch.id(), watch.clockwork().generation())));
        found.sort(Comparator.comparingLong(watch -> watch.id().value()));
        return found;
    }

    private static Map<Long, List<Ear>> ears(Handle handle, List<Long> watches) {
        var ears = new HashMap<Long, List<Ear>>();
        handle.createQuery(
                        """
                        SELECT * FROM watch_codename WHERE watch_id IN (<ids>)
                        ORDER BY watch_id, codename_id\
                        """)
                .bindList("ids", watches)
                .map((row, _) -> Map.entry(row.getLong("watch_id"), ear(row)))
                .forEach(one ->
                        ears.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                .add(one.getValue()));
        return ears;
    }

    /// Every timer there is, one by one.
    void timers(Handle handle, Consumer<Timer> each) {
        handle.createQuery(
                        """
                        SELECT timer_at, id, generation, touched_at FROM watch
                        WHERE timer_at IS NOT NULL\
                        """)
                .map((row, _) ->
                        new Timer(
                                new WatchId(row.getLong("id")),
                                row.getLong("generation"),
                                Instant.ofEpochMilli(row.getLong("timer_at")),
                                Instant.ofEpochMilli(row.getLong("touched_at"))))
                .forEach(each);
    }

    /// When a watch was taken a step further last; 1970 where none ever was.
    Instant lastTouched(Handle handle) {
        String sql = "SELECT max(touched_at) FROM watch WHERE timer_at IS NOT NULL";
        return handle.createQuery(sql).map((row, _) -> Instant.ofEpochMilli(row.getLong(1))).one();
    }

    /// Every timer comes so much earlier on a wall clock that was set back.
    void clockSetBack(Handle handle, Duration by, Instant to) {
        handle.createUpdate(
                        """
                        UPDATE watch SET timer_at = timer_at - :by,
                            set_back_millis = set_back_millis + :by,
                            touched_at = min(touched_at, :to)
                        WHERE timer_at IS NOT NULL\
                        """)
                .bind("by", by.toMillis())
                .bind("to", to.toEpochMilli())
                .execute();
    }

    private OneWatch watch(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String label = seal.openOr(place("label", id), row.getBytes("label"), "");
        return watch(row, ears(handle, List.of(id)).getOrDefault(id, List.of()), label);
    }

    private OneWatch watch(ResultSet row, List<Ear> ears, String label) throws SQLException {
        long id = row.getLong("id");
        var kind = row.getString("timer_kind");
        Optional<OneWatch.Timer> timer =
                Optional.ofNullable(kind)
                        .map(OneWatch.TimerKind::of)
                        .flatMap(k -> at(row, "timer_at").map(at -> new OneWatch.Timer(k, at)));
        return new OneWatch(
                new WatchId(id),
                row.getLong("edition"),
                plan(row, label, ears),
                phase(row),
                ears,
                new OneWatch.Clockwork(
                        row.getLong("generation"),
                        timer,
                        Duration.ofMillis(row.getLong("set_back_millis"))));
    }

    private Plan plan(ResultSet row, String label, List<Ear> ears) throws SQLException {
        long id = row.getLong("id");
        long ladder = row.getLong("ladder_id");
        return new Plan(
                label,
                ears.stream().map(Ear::who).toList(),
                ladder == 0 ? Optional.empty() : Optional.of(new LadderId(ladder)),
                WrittenSchedule.read(
                        seal.openOr(place("schedule", id), row.getBytes("schedule"), "")),
                new Margins(
                        Duration.ofSeconds(row.getLong("reminder_seconds")),
                        Duration.ofSeconds(row.getLong("grace_seconds"))),
                row.getBoolean("anyone"),
                row.getBoolean("drill"));
    }

    private static OneWatch.Phase phase(ResultSet row) throws SQLException {
        Instant touched = Instant.ofEpochMilli(row.getLong("touched_at"));
        return switch (row.getString("state")) {
            case "draft" -> new Draft();
            case "armed" -> new Armed(at(row, "due_at"));
            case "paused" -> new Paused(at(row, "paused_until").orElse(touched));
            case "ended" -> new Ended(at(row, "ended_at").orElse(touched));
            default -> throw new IllegalStateException("no such state of a watch");
        };
    }

    private static Ear ear(ResultSet row) throws SQLException {
        return new Ear(
                new CodenameId(row.getLong("codename_id")),
                at(row, "heard_at"),
                at(row, "heard_for"),
                at(row, "missed_since"));
    }

    private static Optional<Instant> at(ResultSet row, String column) {
        try {
            long millis = row.getLong(column);
            return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        } catch (SQLException e) {
            throw new IllegalStateException("no column " + column, e);
        }
    }
}
