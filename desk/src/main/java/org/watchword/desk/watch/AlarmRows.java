package org.watchword.desk.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.PersonId;

/// The rows of `alarm` and `alarm_person`: an alarm as the engine knows it, with no text.
///
/// For whoever counts months: `alarm` has `kind`, `drill`, `false_alarm`, `since_at`, `raised_at`
/// and `closed_at`; the first acknowledgement is the earliest `at` of `alarm_log` with the kind
/// `acknowledged` or `confirmed` (`answered_at` of `alarm_person` goes when an answer lapses); late
/// words are `late_word_at` of `alarm_codename`, and the lines `late-word` of the log. None of
/// these is ever taken away with the texts.
final class AlarmRows {
    /// Keeps a new alarm.
    void insert(Handle handle, Alarm alarm) {
        var origin = alarm.origin();
        handle.createUpdate(
                        """
                        INSERT INTO alarm (id, kind, codename_id, ladder_id, since_at, raised_at,
                            raiser_id, state, step, round, reached, generation, touched_at, drill)
                        VALUES (:id, :kind, :codename, :ladder, :since, :raised, :raiser,
                            'climbing', 0, 1, -1, 0, :raised, :drill)\
                        """)
                .bind("id", alarm.id().value())
                .bind("kind", origin.kind().word())
                .bind("codename", origin.codename().map(CodenameId::value).orElse(null))
                .bind("ladder", origin.ladder().value())
                .bind("since", origin.since().toEpochMilli())
                .bind("raised", origin.raisedAt().toEpochMilli())
                .bind("raiser", origin.raiser().map(PersonId::value).orElse(null))
                .bind("drill", origin.drill() ? 1 : 0)
                .execute();
        SignRows.insert(handle, alarm.id(), alarm.signs().about(), origin.raisedAt());
    }

    /// Keeps what the engine made of it.
    void save(Handle handle, Alarm before, Alarm alarm) {
        var clockwork = alarm.clockwork();
        var update =
                handle.createUpdate(
                                """
                                UPDATE alarm SET ladder_id = :ladder, state = :state, step = :step,
                                    round = :round, reached = :reached, step_ends_at = :ends,
                                    reaches_nobody = :nobody, join_due_at = :join,
                                    generation = :generation, timer_kind = :timer, due_at = :due,
                                    touched_at = :touched, closed_at = :closed,
                                    waited_once = :waited,
                                    drill_ends_at = :drillEnds, \
                                """
                                        + SignRows.COLUMNS
                                        + " WHERE id = :id")
                        .bind("id", alarm.id().value())
                        .bind("ladder", alarm.origin().ladder().value())
                        .bind("state", state(alarm.phase()))
                        .bind("step", alarm.place().step())
                        .bind("round", alarm.place().round())
                        .bind("reached", alarm.place().reached())
                        .bind("ends", endsAt(alarm.phase()))
                        .bind("nobody", reachesNobody(alarm.phase()))
                        .bind("join", clockwork.joinDueAt().map(Instant::toEpochMilli).orElse(null))
                        .bind("generation", clockwork.generation())
                        .bind("timer", clockwork.timer().map(t -> t.kind().word()).orElse(null))
                        .bind("due", clockwork.timer().map(t -> t.at().toEpochMilli()).orElse(null))
                        .bind("touched", clockwork.touchedAt().toEpochMilli())
                        .bind("closed", closedAt(alarm.phase()))
                        .bind("waited", clockwork.waitedOnce() ? 1 : 0)
                        .bind(
                                "drillEnds",
                                clockwork.drillEndsAt().map(Instant::toEpochMilli).orElse(null));
        SignRows.bind(update, alarm.signs()).execute();
        SignRows.save(handle, before, alarm);
        savePeople(handle, alarm);
    }

    private static String state(Alarm.Phase phase) {
        return switch (phase) {
            case Alarm.Climbing _ -> "climbing";
            case Alarm.Held _ -> "held";
            case Alarm.Closed _ -> "closed";
        };
    }

    /// When an alarm was taken a step further last; 1970 where there never was any.
    Instant lastTouched(Handle handle) {
        return handle.createQuery("SELECT max(touched_at) FROM alarm")
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .one();
    }

    private static @Nullable Long endsAt(Alarm.Phase phase) {
        return phase instanceof Alarm.Climbing climbing
                ? climbing.stepEndsAt().toEpochMilli()
                : null;
    }

    private static int reachesNobody(Alarm.Phase phase) {
        return phase instanceof Alarm.Climbing climbing && climbing.reachesNobody() ? 1 : 0;
    }

    private static @Nullable Long closedAt(Alarm.Phase phase) {
        return phase instanceof Alarm.Closed closed ? closed.at().toEpochMilli() : null;
    }

    private static void savePeople(Handle handle, Alarm alarm) {
        handle.createUpdate("DELETE FROM alarm_person WHERE alarm_id = :id")
                .bind("id", alarm.id().value())
                .execute();
        alarm.people().forEach((person, standing) -> savePerson(handle, alarm, person, standing));
    }

    private static void savePerson(Handle handle, Alarm alarm, PersonId person, Standing standing) {
        Optional<Standing.Rung> rung = standing.rung();
        Optional<Standing.Answer> answer = standing.answer();
        Optional<Standing.Unproven> unproven = standing.unproven();
        handle.createUpdate(
                        """
                        INSERT INTO alarm_person (alarm_id, person_id, ring_generation, ring_step,
                            ring_round, ring_at, ring_tried, answer_how, answered_at, lapses_at,
                            duties, passing_to, unproven_by, unproven_at, unproven_until,
                            unproven_lapsed)
                        VALUES (:alarm, :person, :generation, :step, :round, :rungAt, :tried, :how,
                            :answered, :lapses, :duties, :passing, :by, :said, :until, :lapsed)\
                        """)
                .bind("alarm", alarm.id().value())
                .bind("person", person.value())
                .bind("generation", rung.map(Standing.Rung::generation).orElse(null))
                .bind("step", rung.map(Standing.Rung::step).orElse(null))
                .bind("round", rung.map(Standing.Rung::round).orElse(null))
                .bind("rungAt", rung.map(r -> r.at().toEpochMilli()).orElse(null))
                .bind("tried", rung.map(r -> Written.addresses(r.tried())).orElse(null))
                .bind("how", answer.map(a -> Written.how(a.how())).orElse(null))
                .bind("answered", answer.map(a -> a.at().toEpochMilli()).orElse(null))
                .bind("lapses", answer.map(a -> a.lapsesAt().toEpochMilli()).orElse(null))
                .bind("duties", answer.map(a -> Written.duties(a.duties())).orElse(null))
                .bind(
                        "passing",
                        answer.flatMap(Standing.Answer::passingTo)
                                .map(PersonId::value)
                                .orElse(null))
                .bind("by", unproven.map(word -> word.by().word()).orElse(null))
                .bind("said", unproven.map(word -> word.at().toEpochMilli()).orElse(null))
                .bind("until", unproven.map(word -> word.until().toEpochMilli()).orElse(null))
                .bind("lapsed", unproven.filter(Standing.Unproven::lapsed).isPresent() ? 1 : 0)
                .execute();
    }

    Optional<Alarm> load(Handle handle, AlarmId id) {
        return handle.createQuery("SELECT * FROM alarm WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> alarm(handle, row))
                .findOne();
    }

    /// All that are not over, the oldest first.
    List<Alarm> open(Handle handle) {
        return handle.createQuery("SELECT * FROM alarm WHERE state <> 'closed' ORDER BY id")
                .map((row, _) -> alarm(handle, row))
                .list();
    }

    List<AlarmId> openIds(Handle handle) {
        return handle.createQuery("SELECT id FROM alarm WHERE state <> 'closed' ORDER BY id")
                .map((row, _) -> new AlarmId(row.getLong("id")))
                .list();
    }

    /// The last ones that ended, the newest first.
    List<Alarm> closed(Handle handle, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM alarm WHERE closed_at IS NOT NULL
                        ORDER BY closed_at DESC, id DESC LIMIT :most\
                        """)
                .bind("most", most)
                .map((row, _) -> alarm(handle, row))
                .list();
    }

    /// The open incident that another one of its kind joins.
    Optional<AlarmId> openOf(Handle handle, AlarmKind kind, Optional<String> causeKey) {
        return handle.createQuery(
                        """
                        SELECT id FROM alarm WHERE state <> 'closed' AND kind = :kind
                            AND cause_key IS :cause ORDER BY id LIMIT 1\
                        """)
                .bind("kind", kind.word())
                .bind("cause", causeKey.orElse(null))
                .map((row, _) -> new AlarmId(row.getLong("id")))
                .findOne();
    }

    /// Somebody said who it is: about that one, and not about whom it was thought to be.
    void setCodename(Handle handle, Alarm alarm, Optional<CodenameId> codename) {
        AlarmId id = alarm.id();
        SignRows.rename(handle, id, codename, alarm.origin().since());
        handle.createUpdate("UPDATE alarm SET codename_id = :codename WHERE id = :id")
                .bind("id", id.value())
                .bind("codename", codename.map(CodenameId::value).orElse(null))
                .execute();
    }

    /// Whoever ended it says that there was nothing to it.
    void wasFalse(Handle handle, AlarmId id) {
        handle.createUpdate("UPDATE alarm SET false_alarm = 1 WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    void setSince(Handle handle, AlarmId id, Instant since) {
        handle.createUpdate("UPDATE alarm SET since_at = :since WHERE id = :id")
                .bind("id", id.value())
                .bind("since", since.toEpochMilli())
                .execute();
    }

    private static Alarm alarm(Handle handle, ResultSet row) throws SQLException {
        var id = new AlarmId(row.getLong("id"));
        var generation = row.getLong("generation");
        return new Alarm(
                id,
                origin(row),
                phase(row),
                new Alarm.Place(row.getInt("step"), row.getInt("round"), row.getInt("reached")),
                new Alarm.Clockwork(
                        generation,
                        timer(row, generation),
                        instant(row, "join_due_at"),
                        Instant.ofEpochMilli(row.getLong("touched_at")),
                        row.getBoolean("waited_once"),
                        instant(row, "drill_ends_at")),
                people(handle, id),
                statements(handle, id),
                SignRows.of(handle, id, row));
    }

    private static Alarm.Origin origin(ResultSet row) throws SQLException {
        return new Alarm.Origin(
                AlarmKind.of(row.getString("kind")),
                number(row, "codename_id").map(CodenameId::new),
                new LadderId(row.getLong("ladder_id")),
                Instant.ofEpochMilli(row.getLong("since_at")),
                Instant.ofEpochMilli(row.getLong("raised_at")),
                number(row, "raiser_id").map(PersonId::new),
                row.getBoolean("drill"));
    }

    private static Alarm.Phase phase(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "climbing" ->
                    new Alarm.Climbing(
                            instant(row, "step_ends_at")
                                    .orElse(Instant.ofEpochMilli(row.getLong("raised_at"))),
                            row.getBoolean("reaches_nobody"));
            case "held" -> new Alarm.Held();
            case "closed" -> new Alarm.Closed(instant(row, "closed_at").orElseThrow());
            default -> throw new IllegalStateException("no such state of an alarm");
        };
    }

    private static Optional<Alarm.Timer> timer(ResultSet row, long generation) throws SQLException {
        String kind = row.getString("timer_kind");
        Optional<Instant> due = instant(row, "due_at");
        return kind == null
                ? Optional.empty()
                : due.map(at -> new Alarm.Timer(Alarm.TimerKind.of(kind), generation, at));
    }

    private static SortedMap<PersonId, Standing> people(Handle handle, AlarmId id) {
        var people = new TreeMap<PersonId, Standing>(Standing.BY_NUMBER);
        handle.createQuery("SELECT * FROM alarm_person WHERE alarm_id = :id")
                .bind("id", id.value())
                .map((row, _) -> {
                    var person = new PersonId(row.getLong("person_id"));
                    people.put(person, new Standing(rung(row), answer(row), unproven(row)));
                    return person;
                })
                .list();
        return people;
    }

    private static Optional<Standing.Rung> rung(ResultSet row) throws SQLException {
        Optional<Long> generation = number(row, "ring_generation");
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Standing.Rung(
                        generation.get(),
                        row.getInt("ring_step"),
                        row.getInt("ring_round"),
                        Instant.ofEpochMilli(row.getLong("ring_at")),
                        Written.addresses(row.getString("ring_tried"))));
    }

    private static Optional<Standing.Answer> answer(ResultSet row) throws SQLException {
        String how = row.getString("answer_how");
        if (how == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Standing.Answer(
                        Written.how(how),
                        Instant.ofEpochMilli(row.getLong("answered_at")),
                        Instant.ofEpochMilli(row.getLong("lapses_at")),
                        Written.duties(row.getString("duties")),
                        number(row, "passing_to").map(PersonId::new)));
    }

    private static Optional<Standing.Unproven> unproven(ResultSet row) throws SQLException {
        String by = row.getString("unproven_by");
        if (by == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Standing.Unproven(
                        Standing.Way.of(by),
                        Instant.ofEpochMilli(row.getLong("unproven_at")),
                        Instant.ofEpochMilli(row.getLong("unproven_until")),
                        row.getBoolean("unproven_lapsed")));
    }

    private static List<Alarm.Statement> statements(Handle handle, AlarmId id) {
        return new ArrayList<>(
                handle.createQuery("SELECT * FROM alarm_statement WHERE alarm_id = :id ORDER BY id")
                        .bind("id", id.value())
                        .map((row, _) ->
                                new Alarm.Statement(
                                        new PersonId(row.getLong("person_id")),
                                        Seen.of(row.getString("how")),
                                        Instant.ofEpochMilli(row.getLong("said_at")),
                                        number(row, "codename_id").map(CodenameId::new),
                                        row.getBoolean("proof")))
                        .list());
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return number(row, column).map(Instant::ofEpochMilli);
    }

    static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
