package org.watchword.desk.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The column `twin_of` of `codename`: the names that drills are about. One is the twin of a real
/// code-name, or invented and then its own. Everything about it is a drill.
final class Twins {
    private final LadderRows codenames;

    Twins(LadderRows codenames) {
        this.codenames = codenames;
    }

    static boolean isTwin(Handle handle, CodenameId id) {
        return twinOf(handle, id).isPresent();
    }

    /// Whose twin it is; nobody's where it is real or invented.
    static Optional<CodenameId> realOf(Handle handle, CodenameId id) {
        return twinOf(handle, id).filter(of -> !of.equals(id));
    }

    private static Optional<CodenameId> twinOf(Handle handle, CodenameId id) {
        return handle.createQuery(
                        "SELECT twin_of FROM codename WHERE id = :id AND twin_of IS NOT NULL")
                .bind("id", id.value())
                .map((row, _) -> new CodenameId(row.getLong("twin_of")))
                .findOne();
    }

    /// The twins of a real code-name that are not retired.
    static List<CodenameId> of(Handle handle, CodenameId real) {
        return handle.createQuery(
                        """
                        SELECT id FROM codename
                        WHERE twin_of = :of AND id <> :of AND retired_at IS NULL ORDER BY id\
                        """)
                .bind("of", real.value())
                .map((row, _) -> new CodenameId(row.getLong("id")))
                .list();
    }

    /// The twin of a real code-name, made under that name where there is none yet. It has the plan
    /// and the ladder that the real one has now.
    ///
    /// @return empty when the name is somebody else's, or none
    Optional<Codename> of(Turn turn, Codename real, String name, Instant now) {
        Optional<Codename> there =
                of(turn.handle(), real.id()).stream()
                        .findFirst()
                        .flatMap(id -> codenames.codename(turn.handle(), id));
        if (there.isEmpty() && !isFree(turn.handle(), name)) {
            return Optional.empty();
        }
        var id =
                there.map(Codename::id)
                        .orElseGet(() -> new CodenameId(RowNumbers.next(turn, "codename")));
        String called = there.map(Codename::name).orElse(name);
        var twin = new Codename(id, called, real.plan(), real.ladder());
        keep(turn.handle(), twin, real.id(), now);
        return Optional.of(twin);
    }

    /// An invented one.
    Optional<Codename> invented(Turn turn, String name, Instant now) {
        if (!isFree(turn.handle(), name)) {
            return Optional.empty();
        }
        var id = new CodenameId(RowNumbers.next(turn, "codename"));
        var one = new Codename(id, name, "", Optional.empty());
        keep(turn.handle(), one, id, now);
        return Optional.of(one);
    }

    private void keep(Handle handle, Codename twin, CodenameId of, Instant now) {
        codenames.keep(handle, twin, now);
        handle.createUpdate("UPDATE codename SET twin_of = :of WHERE id = :id")
                .bind("of", of.value())
                .bind("id", twin.id().value())
                .execute();
    }

    private boolean isFree(Handle handle, String name) {
        return !name.isEmpty()
                && name.length() <= Limits.NAME_CHARACTERS
                && codenames.codenameTyped(handle, name).isEmpty();
    }
}
