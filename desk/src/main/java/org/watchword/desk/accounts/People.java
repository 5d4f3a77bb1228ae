package org.watchword.desk.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Who belongs to the team, and in which roles: what other rooms may ask. Every question reads the
/// rows anew, inside the caller's handle.
public final class People {
    private final FieldSeal seal;
    private volatile Belonging belonging = Belonging.NOT_KNOWN;

    /// Of itself it knows nobody who is shut out: there is one for a desk, and {@link Accounts}
    /// tells it whom to ask.
    public People(FieldSeal seal) {
        this.seal = seal;
    }

    void ask(Belonging other) {
        belonging = other;
    }

    /// Everybody, active or not, in the order in which they were added.
    public List<Person> all(Handle handle) {
        return persons(handle, "", Map.of());
    }

    /// Who is let in nowhere, by what stands in these rows.
    public Predicate<PersonId> shutOut(Handle rows) {
        return belonging.shutOut(rows);
    }

    /// Who acts for the team: everybody who is active and not shut out. Where nobody is left,
    /// shutting out takes nobody away: somebody must be rung.
    public Set<PersonId> acting(Handle handle) {
        Set<PersonId> active =
                handle.createQuery("SELECT id FROM person WHERE active = 1")
                        .map((rs, context) -> new PersonId(rs.getLong(1)))
                        .set();
        Predicate<PersonId> shutOut = shutOut(handle);
        var acting = active.stream().filter(shutOut.negate()).collect(Collectors.toSet());
        return acting.isEmpty() ? active : acting;
    }

    /// Those who act for the team, in the order in which they were added; no name is opened for it.
    public List<Member> members(Handle handle) {
        Set<PersonId> acting = acting(handle);
        var roles = rolesHeld(handle);
        return handle.createQuery("SELECT id, language FROM person WHERE active = 1 ORDER BY id")
                .map((rs, context) ->
                        new Member(
                                new PersonId(rs.getLong(1)),
                                new Language(rs.getString(2)),
                                roles.getOrDefault(rs.getLong(1), Set.of())))
                .filter(member -> acting.contains(member.id()))
                .list();
    }

    /// The same by name.
    public List<Person> actingPeople(Handle handle) {
        Set<PersonId> acting = acting(handle);
        return all(handle).stream().filter(person -> acting.contains(person.id())).toList();
    }

    /// One person, active or not.
    public Optional<Person> find(Handle handle, PersonId id) {
        return persons(handle, "WHERE p.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /// The active people who hold a role.
    public List<Person> holding(Handle handle, RoleId role) {
        String having =
                "WHERE p.active = 1 AND EXISTS (SELECT 1 FROM person_role h"
                        + " WHERE h.person = p.id AND h.role = :role)";
        return persons(handle, having, Map.of("role", role.value()));
    }

    /// Whether every name opens with this key: without one that does, the rows are somebody else's
    /// or broken.
    public boolean allReadable(Handle handle) {
        return handle
                .createQuery("SELECT id, name FROM person")
                .map((rs, context) -> {
                    try {
                        return !seal.open(namePlace(rs.getLong("id")), rs.getBytes("name"))
                                .isEmpty();
                    } catch (FieldSeal.UnreadableField e) {
                        return false;
                    }
                })
                .list()
                .stream()
                .allMatch(open -> open);
    }

    /// The name of a person, active or not.
    public Optional<String> name(Handle handle, PersonId id) {
        return find(handle, id).map(Person::name);
    }

    /// Whether anybody who acts holds this capability.
    boolean somebodyMay(Handle handle, String capability) {
        return acting(handle).stream()
                .anyMatch(person -> capabilities(handle, person).contains(capability));
    }

    /// What all of a person's roles allow together; nothing for somebody who is not active.
    public Set<String> capabilities(Handle handle, PersonId id) {
        var lists =
                handle.createQuery(
                                """
                                SELECT r.capabilities FROM role r
                                JOIN person_role h ON h.role = r.id
                                JOIN person p ON p.id = h.person
                                WHERE p.id = :id AND p.active = 1
                                """)
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .list();
        var all = new HashSet<String>();
        lists.forEach(list -> all.addAll(split(list)));
        return all;
    }

    /// All roles, in the order in which they were added.
    public List<Role> roles(Handle handle) {
        return handle.createQuery(
                        "SELECT id, number, label, capabilities FROM role ORDER BY number")
                .reduceRows(
                        new ArrayList<Role>(),
                        (list, row) -> {
                            list.add(role(row));
                            return list;
                        });
    }

    public Optional<Role> role(Handle handle, RoleId id) {
        return roles(handle).stream().filter(role -> role.id().equals(id)).findFirst();
    }

    private Role role(RowView row) {
        long number = row.getColumn("number", Long.class);
        byte[] sealed = row.getColumn("label", byte[].class);
        String label = seal.openOr(labelPlace(number), sealed, "?");
        return new Role(
                new RoleId(row.getColumn("id", String.class)),
                label,
                split(row.getColumn("capabilities", String.class)));
    }

    private static Map<Long, Set<RoleId>> rolesHeld(Handle handle) {
        var roles = new HashMap<Long, Set<RoleId>>();
        handle.createQuery("SELECT person, role FROM person_role")
                .map((rs, context) -> Map.entry(rs.getLong(1), new RoleId(rs.getString(2))))
                .forEach(held ->
                        roles.computeIfAbsent(held.getKey(), id -> new HashSet<>())
                                .add(held.getValue()));
        return roles;
    }

    private List<Person> persons(Handle handle, String where, Map<String, ?> bound) {
        var roles = rolesHeld(handle);
        String sql = "SELECT p.id, p.name, p.language, p.active FROM person p ";
        return handle.createQuery(sql + where + " ORDER BY p.id")
                .bindMap(bound)
                .map((rs, context) -> {
                    long id = rs.getLong("id");
                    return new Person(
                            new PersonId(id),
                            seal.openOr(namePlace(id), rs.getBytes("name"), "?"),
                            new Language(rs.getString("language")),
                            roles.getOrDefault(id, Set.of()),
                            rs.getInt("active") == 1);
                })
                .list();
    }

    static Place namePlace(long person) {
        return new Place("person", "name", person);
    }

    static Place labelPlace(long role) {
        return new Place("role", "label", role);
    }

    static Set<String> split(String capabilities) {
        return capabilities.isEmpty()
                ? Set.of()
                : new HashSet<>(Arrays.asList(capabilities.split(" ")));
    }
}
