package org.watchword.desk.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Writes people and roles.
final class PeopleRows {
    private final FieldSeal seal;

    PeopleRows(FieldSeal seal) {
        this.seal = seal;
    }

    void insertRole(Handle handle, long number, Role role) {
        handle.createUpdate(
                        """
                        INSERT INTO role (id, number, label, capabilities)
                        VALUES (:id, :number, :label, :capabilities)
                        """)
                .bind("id", role.id().value())
                .bind("number", number)
                .bind("label", seal.seal(People.labelPlace(number), role.label()))
                .bind("capabilities", joined(role.capabilities()))
                .execute();
    }

    void updateRole(Handle handle, Role role) {
        long number =
                handle.createQuery("SELECT number FROM role WHERE id = :id")
                        .bind("id", role.id().value())
                        .mapTo(Long.class)
                        .one();
        handle.createUpdate(
                        "UPDATE role SET label = :label, capabilities = :capabilities"
                                + " WHERE id = :id")
                .bind("id", role.id().value())
                .bind("label", seal.seal(People.labelPlace(number), role.label()))
                .bind("capabilities", joined(role.capabilities()))
                .execute();
    }

    void insertPerson(Handle handle, Person person, byte[] nameHash, byte[] slots) {
        long id = person.id().value();
        handle.createUpdate(
                        """
                        INSERT INTO person (id, name, name_hash, language, active, slots)
                        VALUES (:id, :name, :hash, :language, :active, :slots)
                        """)
                .bind("id", id)
                .bind("name", seal.seal(People.namePlace(id), person.name()))
                .bind("hash", nameHash)
                .bind("language", person.language().tag())
                .bind("active", person.active() ? 1 : 0)
                .bind("slots", slots)
                .execute();
        putRoles(handle, person);
    }

    void updatePerson(Handle handle, Person person, byte[] nameHash, Instant now) {
        long id = person.id().value();
        handle.createUpdate(
                        """
                        UPDATE person SET name = :name, name_hash = :hash, language = :language,
                          active = :active, left_at = iif(:active, NULL, coalesce(left_at, :now))
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("name", seal.seal(People.namePlace(id), person.name()))
                .bind("hash", nameHash)
                .bind("language", person.language().tag())
                .bind("active", person.active() ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("DELETE FROM person_role WHERE person = :id").bind("id", id).execute();
        putRoles(handle, person);
    }

    private static void putRoles(Handle handle, Person person) {
        for (RoleId role : person.roles()) {
            handle.createUpdate("INSERT INTO person_role (person, role) VALUES (:person, :role)")
                    .bind("person", person.id().value())
                    .bind("role", role.value())
                    .execute();
        }
    }

    /// Whether somebody else has that name.
    boolean nameTaken(Handle handle, byte[] nameHash, Optional<PersonId> except) {
        return handle.createQuery(
                                "SELECT count(*) FROM person WHERE name_hash = :hash"
                                        + " AND id <> :except")
                        .bind("hash", nameHash)
                        .bind("except", except.map(PersonId::value).orElse(0L))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    boolean allKnown(Handle handle, Collection<RoleId> roles) {
        Set<String> known = handle.createQuery("SELECT id FROM role").mapTo(String.class).set();
        return roles.stream().allMatch(role -> known.contains(role.value()));
    }

    int people(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM person").mapTo(Integer.class).one();
    }

    /// Whether anybody active has slots that a passphrase could open: out of a backup without its
    /// slots nobody has.
    static boolean somebodySignsIn(Handle handle) {
        return handle.createQuery(
                                "SELECT count(*) FROM person"
                                        + " WHERE active = 1 AND length(slots) > 0")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// The account behind a name, if it is active.
    Optional<Account> account(Handle handle, byte[] nameHash) {
        return handle.createQuery(
                        "SELECT id, name_hash, slots FROM person"
                                + " WHERE name_hash = :hash AND active = 1")
                .bind("hash", nameHash)
                .map(PeopleRows::mapped)
                .findOne();
    }

    /// The slots of a person, if active.
    Optional<Account> account(Handle handle, PersonId person) {
        return handle.createQuery(
                        "SELECT id, name_hash, slots FROM person"
                                + " WHERE id = :id AND active = 1")
                .bind("id", person.value())
                .map(PeopleRows::mapped)
                .findOne();
    }

    /// Other slots in the place of those that were read.
    ///
    /// @return false when others stand there by now
    static boolean replaceSlots(Handle handle, Account account, byte[] slots) {
        return handle.createUpdate(
                                "UPDATE person SET slots = :slots"
                                        + " WHERE id = :id AND active = 1 AND slots = :old")
                        .bind("slots", slots)
                        .bind("id", account.person().value())
                        .bind("old", account.slots())
                        .execute()
                > 0;
    }

    private static Account mapped(ResultSet rs, StatementContext context) throws SQLException {
        return new Account(rs.getLong("id"), rs.getBytes("name_hash"), rs.getBytes("slots"));
    }

    private static String joined(Set<String> capabilities) {
        return String.join(" ", new TreeSet<>(capabilities));
    }

    /// What a passphrase is tried on.
    static final class Account {
        private final long person;
        private final byte[] nameHash;
        private final byte[] slots;

        Account(long person, byte[] nameHash, byte[] slots) {
            this.person = person;
            this.nameHash = nameHash;
            this.slots = slots;
        }

        PersonId person() {
            return new PersonId(person);
        }

        byte[] nameHash() {
            return nameHash;
        }

        byte[] slots() {
            return slots;
        }
    }
}
