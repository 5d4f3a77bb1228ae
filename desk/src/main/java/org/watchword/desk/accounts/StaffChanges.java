package org.watchword.desk.accounts;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Changes to people and roles as the pages make them: what gives counts at once, what takes away
/// may have to wait.
final class StaffChanges {
    private static final String PERSON = "person";
    private static final String ROLE = "role";
    private static final String MAY = "may";

    private final Store store;
    private final People people;
    private final Founding founding;
    private final Sessions sessions;
    private final Changes changes;
    private final Silencing out = new Out();
    private final Silencing lessRole = new LessRole();
    private final Silencing lessMay = new LessMay();

    StaffChanges(
            Store store, People people, Founding founding, Sessions sessions, Changes changes) {
        this.store = store;
        this.sessions = sessions;
        this.people = people;
        this.founding = founding;
        this.changes = changes;
        changes.know(out);
        changes.know(lessRole);
        changes.know(lessMay);
    }

    Founding founding() {
        return founding;
    }

    /// What was done, and whether a part of it waits.
    record Made(Changed changed, boolean waits) {}

    /// @param seen the version that the person was typed over
    Made person(PersonId by, String seen, Person typed) {
        return store.writer().write(Lane.ORDINARY, turn -> person(turn, by, seen, typed));
    }

    private Made person(Turn turn, PersonId by, String seen, Person typed) {
        Optional<Person> before = people.find(turn.handle(), typed.id());
        if (before.isEmpty() || !changes.isOn(turn)) {
            return new Made(founding.changedPerson(turn, seen, typed), false);
        }
        boolean leaves = before.get().active() && !typed.active();
        Set<RoleId> lost = new HashSet<>(before.get().roles());
        lost.removeAll(typed.roles());
        Set<RoleId> all = new HashSet<>(typed.roles());
        all.addAll(before.get().roles());
        var now =
                new Person(
                        typed.id(), typed.name(), typed.language(), all, typed.active() || leaves);
        Changed changed = founding.changedPerson(turn, seen, now);
        if (changed instanceof Changed.Refused) {
            return new Made(changed, false);
        }
        if (!before.get().roles().containsAll(all) || (typed.active() && !before.get().active())) {
            changes.added(turn);
        }
        boolean roleWaits = asked(turn, by, now.id(), lost);
        boolean personWaits = gone(turn, by, now.id(), leaves);
        return new Made(changed, roleWaits || personWaits);
    }

    private boolean asked(Turn turn, PersonId by, PersonId who, Set<RoleId> lost) {
        boolean waits = false;
        for (RoleId role : lost) {
            waits |=
                    changes.ask(
                                    turn,
                                    by,
                                    lessRole,
                                    Map.of(PERSON, "" + who.value(), ROLE, role.value()))
                            instanceof Asked.Waits;
        }
        return waits;
    }

    /// Whoever is to leave is signed out at once; rings for him go on.
    private boolean gone(Turn turn, PersonId by, PersonId who, boolean leaves) {
        if (!leaves) {
            return false;
        }
        sessions.endAll(turn, who);
        return changes.ask(turn, by, out, Map.of(PERSON, "" + who.value())) instanceof Asked.Waits;
    }

    Made role(PersonId by, Role typed) {
        return founding.flawOf(typed)
                .map(flaw -> new Made(flaw, false))
                .orElseGet(
                        () -> store.writer().write(Lane.ORDINARY, turn -> role(turn, by, typed)));
    }

    private Made role(Turn turn, PersonId by, Role typed) {
        Optional<Role> before = people.role(turn.handle(), typed.id());
        if (before.isEmpty() || !changes.isOn(turn)) {
            return new Made(founding.changedRole(turn, typed), false);
        }
        Set<String> lost = new HashSet<>(before.get().capabilities());
        lost.removeAll(typed.capabilities());
        Set<String> all = new HashSet<>(typed.capabilities());
        all.addAll(before.get().capabilities());
        Changed changed = founding.changedRole(turn, new Role(typed.id(), typed.label(), all));
        boolean waits = false;
        for (String may : changed instanceof Changed.Done ? lost : Set.<String>of()) {
            waits |=
                    changes.ask(turn, by, lessMay, Map.of(ROLE, typed.id().value(), MAY, may))
                            instanceof Asked.Waits;
        }
        return new Made(changed, waits);
    }

    private static PersonId person(Map<String, String> what) {
        return new PersonId(Long.parseLong(what.getOrDefault(PERSON, "0")));
    }

    private String name(Handle handle, Map<String, String> what) {
        return people.name(handle, person(what)).orElse("?");
    }

    private String label(Handle handle, Map<String, String> what) {
        return people.role(handle, new RoleId(what.getOrDefault(ROLE, "?")))
                .map(Role::label)
                .orElse("?");
    }

    private final class Out implements Silencing {
        @Override
        public String kind() {
            return "person.out";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            return people.find(turn.handle(), person(what))
                    .filter(Person::active)
                    .map(p -> new Person(p.id(), p.name(), p.language(), p.roles(), false))
                    .map(p -> founding.changedPerson(turn, "", p) instanceof Changed.Done)
                    .orElse(false);
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say("accounts.changes.out", "who", name(handle, what));
        }
    }

    private final class LessRole implements Silencing {
        @Override
        public String kind() {
            return "person.role";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            var role = new RoleId(what.getOrDefault(ROLE, "?"));
            return people.find(turn.handle(), person(what))
                    .filter(p -> p.roles().contains(role))
                    .map(p -> {
                        Set<RoleId> rest = new HashSet<>(p.roles());
                        rest.remove(role);
                        return new Person(p.id(), p.name(), p.language(), rest, p.active());
                    })
                    .map(p -> founding.changedPerson(turn, "", p) instanceof Changed.Done)
                    .orElse(false);
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say(
                    "accounts.changes.role",
                    Map.of("who", name(handle, what), "role", label(handle, what)));
        }
    }

    private final class LessMay implements Silencing {
        @Override
        public String kind() {
            return "role.may";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            String may = what.getOrDefault(MAY, "");
            return people.role(turn.handle(), new RoleId(what.getOrDefault(ROLE, "?")))
                    .filter(role -> role.capabilities().contains(may))
                    .map(role -> {
                        Set<String> rest = new HashSet<>(role.capabilities());
                        rest.remove(may);
                        return new Role(role.id(), role.label(), rest);
                    })
                    .map(role -> founding.changedRole(turn, role) instanceof Changed.Done)
                    .orElse(false);
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say(
                    "accounts.changes.may",
                    Map.of(
                            "role",
                            label(handle, what),
                            "may",
                            words.say("accounts.may." + what.getOrDefault(MAY, ""))));
        }
    }
}
