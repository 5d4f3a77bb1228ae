package org.watchword.desk.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// The rows of the single-use codes.
final class InvitationRows {
    private static final String ALL =
            """
            SELECT i.id, i.label, i.made_at, i.made_by, i.ends_at, i.person, i.revoked_at,
              (SELECT group_concat(r.role, ' ') FROM invitation_role r WHERE r.invitation = i.id)
                AS roles
            FROM invitation i\
            """;

    private final FieldSeal seal;

    InvitationRows(FieldSeal seal) {
        this.seal = seal;
    }

    void insert(Handle handle, Invitation made, byte[] codeHash) {
        handle.createUpdate(
                        """
                        INSERT INTO invitation (id, code_hash, label, made_at, made_by, ends_at)
                        VALUES (:id, :hash, :label, :made, :by, :ends)\
                        """)
                .bind("id", made.id())
                .bind("hash", codeHash)
                .bind("label", seal.seal(place(made.id()), made.label()))
                .bind("made", made.made().toEpochMilli())
                .bind("by", made.by().map(PersonId::value).orElse(null))
                .bind("ends", made.ends().toEpochMilli())
                .execute();
        for (RoleId role : made.roles()) {
            handle.createUpdate(
                            "INSERT INTO invitation_role (invitation, role) VALUES (:id, :role)")
                    .bind("id", made.id())
                    .bind("role", role.value())
                    .execute();
        }
    }

    Optional<Invitation> byCode(Handle handle, byte[] codeHash) {
        return handle.createQuery(ALL + " WHERE i.code_hash = :hash")
                .bind("hash", codeHash)
                .map((row, context) -> invitation(row))
                .findOne();
    }

    /// Whoever joined by a code that nobody of the team made.
    Set<PersonId> founders(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT person FROM invitation
                        WHERE made_by IS NULL AND person IS NOT NULL\
                        """)
                .map((row, context) -> new PersonId(row.getLong(1)))
                .set();
    }

    /// The newest first, but those long over.
    List<Invitation> all(Handle handle) {
        return handle.createQuery(ALL + " WHERE length(i.label) > 0 ORDER BY i.id DESC")
                .map((row, context) -> invitation(row))
                .list();
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var roles = Optional.ofNullable(row.getString("roles")).orElse("");
        return new Invitation(
                id,
                seal.openOr(place(id), row.getBytes("label"), "?"),
                People.split(roles).stream().map(RoleId::new).collect(Collectors.toSet()),
                person(row, "made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                person(row, "person"),
                row.getObject("revoked_at") != null);
    }

    private static Optional<PersonId> person(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return id == 0 ? Optional.empty() : Optional.of(new PersonId(id));
    }

    void use(Handle handle, long id, PersonId person, Instant now) {
        handle.createUpdate("UPDATE invitation SET used_at = :now, person = :person WHERE id = :id")
                .bind("id", id)
                .bind("person", person.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Only one that nobody used yet.
    int revoke(Handle handle, long id, Instant now) {
        return handle.createUpdate(
                        """
                        UPDATE invitation SET revoked_at = :now
                        WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL\
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static Place place(long id) {
        return new Place("invitation", "label", id);
    }
}
