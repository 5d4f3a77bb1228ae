package org.watchword.desk.watch;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.delivery.ChannelId;

/// The rows of `ladder` with its steps, and of `codename`.
final class LadderRows {
    private static final String HASH_DOMAIN = "watch/codename";

    private final FieldSeal seal;
    private final KeyedHash hash;

    LadderRows(FieldSeal seal, KeyedHash hash) {
        this.seal = seal;
        this.hash = hash;
    }

    List<Ladder> all(Handle handle) {
        return handle.createQuery("SELECT * FROM ladder ORDER BY id")
                .map((row, _) -> ladder(handle, row))
                .list();
    }

    Optional<Ladder> find(Handle handle, LadderId id) {
        return handle.createQuery("SELECT * FROM ladder WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> ladder(handle, row))
                .findOne();
    }

    Optional<LadderId> defaultLadder(Handle handle) {
        return handle.createQuery("SELECT id FROM ladder WHERE is_default = 1 ORDER BY id LIMIT 1")
                .map((row, _) -> new LadderId(row.getLong("id")))
                .findOne();
    }

    private Ladder ladder(Handle handle, ResultSet row) throws SQLException {
        var id = new LadderId(row.getLong("id"));
        return new Ladder(
                id,
                seal.openOr(labelPlace(id), row.getBytes("label"), "?"),
                row.getBoolean("is_default"),
                steps(handle, id));
    }

    /// The steps of a ladder; none when there is no such ladder.
    List<Ladder.Step> steps(Handle handle, LadderId id) {
        var targets = targets(handle, id);
        var channels = channels(handle, id);
        return handle.createQuery(
                        "SELECT * FROM ladder_step WHERE ladder_id = :id ORDER BY position")
                .bind("id", id.value())
                .map((row, _) -> {
                    int position = row.getInt("position");
                    return new Ladder.Step(
                            targets.getOrDefault(position, List.of()),
                            channels.getOrDefault(position, List.of()),
                            Duration.ofSeconds(row.getLong("wait_seconds")),
                            row.getBoolean("all_must"));
                })
                .list();
    }

    /// Whom its steps ring, by position.
    private static Map<Integer, List<Duty>> targets(Handle handle, LadderId id) {
        return byPosition(handle, "step_target", id, LadderRows::duty);
    }

    private static Duty duty(ResultSet row) throws SQLException {
        String role = row.getString("role_id");
        return role != null
                ? new Duty.OfRole(new RoleId(role))
                : new Duty.OfPerson(new PersonId(row.getLong("person_id")));
    }

    private static Map<Integer, List<ChannelId>> channels(Handle handle, LadderId id) {
        return byPosition(
                handle, "step_channel", id, row -> new ChannelId(row.getLong("channel_id")));
    }

    /// What a row says.
    @FunctionalInterface
    private interface Said<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// All of a ladder in one go: it is read in every turn of every alarm that climbs it.
    private static <T> Map<Integer, List<T>> byPosition(
            Handle handle, String table, LadderId id, Said<T> said) {
        var all = new HashMap<Integer, List<T>>();
        handle.createQuery(
                        "SELECT * FROM " + table + " WHERE ladder_id = :id ORDER BY position, nth")
                .bind("id", id.value())
                .map((row, _) -> Map.entry(row.getInt("position"), said.of(row)))
                .forEach(one ->
                        all.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                .add(one.getValue()));
        return all;
    }

    void insert(Handle handle, LadderId id, String label, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO ladder (id, label, is_default, made_at)
                        VALUES (:id, :label, NOT EXISTS (SELECT 1 FROM ladder), :now)\
                        """)
                .bind("id", id.value())
                .bind("label", seal.seal(labelPlace(id), label))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    boolean rename(Handle handle, LadderId id, String label) {
        return handle.createUpdate("UPDATE ladder SET label = :label WHERE id = :id")
                        .bind("id", id.value())
                        .bind("label", seal.seal(labelPlace(id), label))
                        .execute()
                == 1;
    }

    void replaceSteps(Handle handle, LadderId id, List<Ladder.Step> steps) {
        deleteSteps(handle, id);
        for (int position = 0; position < steps.size(); position++) {
            insertStep(handle, id, position, steps.get(position));
        }
    }

    private static void deleteSteps(Handle handle, LadderId id) {
        for (String table : List.of("step_target", "step_channel", "ladder_step")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE ladder_id = :id")
                    .bind("id", id.value())
                    .execute();
        }
    }

    private static void insertStep(Handle handle, LadderId id, int position, Ladder.Step step) {
        handle.createUpdate(
                        """
                        INSERT INTO ladder_step (ladder_id, position, wait_seconds, all_must)
                        VALUES (:id, :position, :wait, :all)\
                        """)
                .bind("id", id.value())
                .bind("position", position)
                .bind("wait", step.lasts().toSeconds())
                .bind("all", step.all() ? 1 : 0)
                .execute();
        for (int nth = 0; nth < step.targets().size(); nth++) {
            insertTarget(handle, id, position, nth, step.targets().get(nth));
        }
        for (int nth = 0; nth < step.channels().size(); nth++) {
            handle.createUpdate("INSERT INTO step_channel VALUES (:id, :position, :nth, :channel)")
                    .bind("id", id.value())
                    .bind("position", position)
                    .bind("nth", nth)
                    .bind("channel", step.channels().get(nth).value())
                    .execute();
        }
    }

    private static void insertTarget(Handle handle, LadderId id, int position, int nth, Duty duty) {
        String role = duty instanceof Duty.OfRole(RoleId named) ? named.value() : null;
        Long person = duty instanceof Duty.OfPerson(PersonId named) ? named.value() : null;
        handle.createUpdate("INSERT INTO step_target VALUES (:id, :position, :nth, :role, :person)")
                .bind("id", id.value())
                .bind("position", position)
                .bind("nth", nth)
                .bind("role", role)
                .bind("person", person)
                .execute();
    }

    void makeDefault(Handle handle, LadderId id) {
        handle.createUpdate("UPDATE ladder SET is_default = (id = :id)")
                .bind("id", id.value())
                .execute();
    }

    boolean used(Handle handle, LadderId id) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM codename WHERE ladder_id = :id
                                AND retired_at IS NULL)
                            OR EXISTS (SELECT 1 FROM alarm WHERE ladder_id = :id
                                AND state <> 'closed')\
                        """)
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    void delete(Handle handle, LadderId id) {
        handle.createUpdate("UPDATE codename SET ladder_id = NULL WHERE ladder_id = :id")
                .bind("id", id.value())
                .execute();
        deleteSteps(handle, id);
        handle.createUpdate("DELETE FROM ladder WHERE id = :id").bind("id", id.value()).execute();
    }

    List<Codename> codenames(Handle handle) {
        return handle.createQuery("SELECT * FROM codename WHERE retired_at IS NULL ORDER BY id")
                .map((row, _) -> codename(row))
                .list();
    }

    /// Which of these are not retired, without a look at what they are called.
    Set<CodenameId> standing(Handle handle, Collection<CodenameId> which) {
        if (which.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery(
                        "SELECT id FROM codename WHERE retired_at IS NULL AND id IN (<which>)")
                .bindList("which", which.stream().map(CodenameId::value).toList())
                .map((row, _) -> new CodenameId(row.getLong(1)))
                .set();
    }

    /// A code-name by its number, retired or not.
    Optional<Codename> codename(Handle handle, CodenameId id) {
        return handle.createQuery("SELECT * FROM codename WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> codename(row))
                .findOne();
    }

    /// The code-name that somebody typed, in whatever spelling of its letters.
    Optional<Codename> codenameTyped(Handle handle, String typed) {
        return handle.createQuery(
                        "SELECT * FROM codename WHERE name_hash = :hash AND retired_at IS NULL")
                .bind("hash", hashed(typed))
                .map((row, _) -> codename(row))
                .findOne();
    }

    private Codename codename(ResultSet row) throws SQLException {
        var id = new CodenameId(row.getLong("id"));
        byte[] plan = row.getBytes("plan");
        return new Codename(
                id,
                seal.openOr(codenamePlace("name", id), row.getBytes("name"), "?"),
                plan == null ? "" : seal.openOr(codenamePlace("plan", id), plan, "?"),
                AlarmRows.number(row, "ladder_id").map(LadderId::new));
    }

    /// Keeps a code-name, new or changed.
    void keep(Handle handle, Codename codename, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO codename (id, name, name_hash, plan, ladder_id, made_at)
                        VALUES (:id, :name, :hash, :plan, :ladder, :now)
                        ON CONFLICT (id) DO UPDATE SET name = :name, name_hash = :hash,
                            plan = :plan, ladder_id = :ladder\
                        """)
                .bind("id", codename.id().value())
                .bind("name", seal.seal(codenamePlace("name", codename.id()), codename.name()))
                .bind("hash", hashed(codename.name()))
                .bind("plan", seal.seal(codenamePlace("plan", codename.id()), codename.plan()))
                .bind("ladder", codename.ladder().map(LadderId::value).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Frees the name for another; old alarms still show it.
    boolean retire(Handle handle, CodenameId id, Instant now) {
        return handle.createUpdate(
                                """
                                UPDATE codename SET retired_at = :now, name_hash = :hash
                                WHERE id = :id AND retired_at IS NULL\
                                """)
                        .bind("id", id.value())
                        .bind("hash", hash.of(HASH_DOMAIN + "/retired", bytes("" + id.value())))
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private byte[] hashed(String name) {
        String one = CleanText.normalised(name).toLowerCase(Locale.ROOT).replace('ё', 'е');
        return hash.of(HASH_DOMAIN, bytes(one.replaceAll("\\s+", " ")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FieldSeal.Place labelPlace(LadderId id) {
        return new FieldSeal.Place("ladder", "label", id.value());
    }

    private static FieldSeal.Place codenamePlace(String column, CodenameId id) {
        return new FieldSeal.Place("codename", column, id.value());
    }
}
