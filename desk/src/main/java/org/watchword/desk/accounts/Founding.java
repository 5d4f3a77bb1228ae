package org.watchword.desk.accounts;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.PassphraseRules;
import org.watchword.desk.vault.Vault;

/// Adds and changes roles and people. Nothing is half-done: a refusal leaves everything as it was.
public final class Founding {
    private final Store store;
    private final Vault vault;
    private final People people;
    private final PeopleRows rows;
    private final NameHash nameHash;
    private final PassphraseRules rules = PassphraseRules.read();
    private final InstantSource clock;
    private final Sessions sessions;

    Founding(Accounts.Ground ground, People people, Sessions sessions) {
        this.store = ground.store();
        this.clock = ground.clock();
        this.vault = ground.vault();
        this.people = people;
        this.sessions = sessions;
        this.rows = new PeopleRows(vault.fieldSeal());
        this.nameHash = new NameHash(vault.keyedHash());
    }

    /// Adds a role.
    public Changed addRole(Role role) {
        return roleFlaw(role)
                .orElseGet(
                        () -> store.writer().write(Lane.ORDINARY, turn -> addedRole(turn, role)));
    }

    private Changed addedRole(Turn turn, Role role) {
        if (rows.allKnown(turn.handle(), Set.of(role.id()))) {
            return refused("id", "accounts.role.refused.taken");
        }
        rows.insertRole(turn.handle(), RowNumbers.next(turn, "role"), role);
        return new Changed.Done();
    }

    /// Gives a role another label or other capabilities.
    public Changed changeRole(Role role) {
        return roleFlaw(role)
                .orElseGet(
                        () -> store.writer().write(Lane.ORDINARY, turn -> changedRole(turn, role)));
    }

    Changed changedRole(Turn turn, Role role) {
        if (!rows.allKnown(turn.handle(), Set.of(role.id()))) {
            return refused("id", "accounts.role.refused.gone");
        }
        var before = people.role(turn.handle(), role.id()).orElseThrow();
        rows.updateRole(turn.handle(), role);
        if (!people.somebodyMay(turn.handle(), Capability.PEOPLE)) {
            rows.updateRole(turn.handle(), before);
            return refused("may", "accounts.role.refused.nobody_left");
        }
        return new Changed.Done();
    }

    Optional<Changed> flawOf(Role role) {
        return roleFlaw(role);
    }

    private static Optional<Changed> roleFlaw(Role role) {
        return labelFlaw(role.label()).map(why -> new Changed.Refused("label", why));
    }

    /// What a person who joins must bring, such as a single-use code.
    interface Claim {
        /// Whether it is good in this turn.
        boolean stands(Turn turn);

        /// It was used by the person who was added in this turn.
        void used(Turn turn, PersonId person);
    }

    /// The field of a refusal that is about the claim.
    static final String CLAIM = "code";

    private static final Claim NONE =
            new Claim() {
                @Override
                public boolean stands(Turn turn) {
                    return true;
                }

                @Override
                public void used(Turn turn, PersonId person) {
                    // there was none
                }
            };

    /// Adds a person who may sign in at once. The passphrase is turned into slots before anything
    /// is written; that takes a second or less of one processor, and the caller waits for it.
    public Added addPerson(NewPerson person) {
        return addPerson(person, NONE);
    }

    Added addPerson(NewPerson person, Claim claim) {
        var flaw = newPersonFlaw(person);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        long id = store.writer().write(Lane.ORDINARY, turn -> RowNumbers.next(turn, "person"));
        return vault.slots()
                .make(id, person.passphrase())
                .map(slots ->
                        store.writer()
                                .write(
                                        Lane.ORDINARY,
                                        turn -> claimed(turn, id, person, slots, claim)))
                .orElseGet(() -> refusedPerson("passphrase", Sentence.of("accounts.busy")));
    }

    private Added claimed(Turn turn, long id, NewPerson person, byte[] slots, Claim claim) {
        if (!claim.stands(turn)) {
            return refusedPerson(CLAIM, Sentence.of("accounts.join.wrong"));
        }
        var added = added(turn, id, person, slots);
        if (added instanceof Added.Done done) {
            claim.used(turn, done.id());
        }
        return added;
    }

    private Added added(Turn turn, long id, NewPerson person, byte[] slots) {
        byte[] hash = nameHash.of(person.name());
        var refusal = personRefusal(turn, person.roles(), hash, Optional.empty());
        if (refusal.isPresent()) {
            return refusedPerson(refusal.get().field(), refusal.get().why());
        }
        if (rows.people(turn.handle()) >= Limits.PEOPLE) {
            var why = Sentence.of("accounts.person.refused.too_many", "most", Limits.PEOPLE);
            return refusedPerson("name", why);
        }
        var added =
                new Person(
                        new PersonId(id), person.name(), person.language(), person.roles(), true);
        rows.insertPerson(turn.handle(), added, hash, slots);
        return new Added.Done(added.id());
    }

    private Optional<Added> newPersonFlaw(NewPerson person) {
        var name = nameFlaw(person.name());
        if (name.isPresent()) {
            return Optional.of(refusedPerson("name", name.get()));
        }
        return passphraseFlaw(person.passphrase(), person.name())
                .map(why -> refusedPerson("passphrase", why));
    }

    /// Why a passphrase may not be used, for somebody of that name.
    Optional<Sentence> passphraseFlaw(Secret passphrase, String name) {
        return rules.flaw(passphrase, List.of(name)).map(Founding::say);
    }

    private static Sentence say(PassphraseRules.Flaw flaw) {
        return switch (flaw) {
            case TOO_SHORT ->
                    Sentence.of(
                            "accounts.passphrase.too_short",
                            "fewest",
                            PassphraseRules.FEWEST_CHARACTERS);
            case TOO_LONG ->
                    Sentence.of("accounts.passphrase.too_long", "most", PassphraseRules.MOST_BYTES);
            case COMMON -> Sentence.of("accounts.passphrase.common");
        };
    }

    /// Gives a person another name, language, other roles, or takes him out of or back into the
    /// team. Taking out ends his sessions in the same turn.
    public Changed changePerson(Person person) {
        return changePerson("", person);
    }

    /// @param seen the version that it was typed over; any when empty
    Changed changePerson(String seen, Person person) {
        return store.writer().write(Lane.ORDINARY, turn -> changedPerson(turn, seen, person));
    }

    Changed changedPerson(Turn turn, String seen, Person person) {
        return nameFlaw(person.name())
                .<Changed>map(why -> new Changed.Refused("name", why))
                .orElseGet(() -> changed(turn, seen, person));
    }

    private Changed changed(Turn turn, String seen, Person person) {
        var before = people.find(turn.handle(), person.id()).orElseThrow();
        if (!seen.isEmpty() && !seen.equals(before.version())) {
            return refused("name", "accounts.person.refused.changed");
        }
        byte[] hash = nameHash.of(person.name());
        var refusal = personRefusal(turn, person.roles(), hash, Optional.of(person.id()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        rows.updatePerson(turn.handle(), person, hash, clock.instant());
        if (!people.somebodyMay(turn.handle(), Capability.PEOPLE)) {
            byte[] old = nameHash.of(before.name());
            rows.updatePerson(turn.handle(), before, old, clock.instant());
            return refused("roles", "accounts.person.refused.nobody_left");
        }
        if (!person.active()) {
            sessions.endAll(turn, person.id());
        }
        return new Changed.Done();
    }

    private Optional<Changed.Refused> personRefusal(
            Turn turn, Set<RoleId> roles, byte[] hash, Optional<PersonId> except) {
        if (rows.nameTaken(turn.handle(), hash, except)) {
            return Optional.of(refused("name", "accounts.person.refused.taken"));
        }
        return rows.allKnown(turn.handle(), roles)
                ? Optional.empty()
                : Optional.of(refused("roles", "accounts.person.refused.role_gone"));
    }

    private static Optional<Sentence> nameFlaw(String name) {
        if (name.isBlank()) {
            return Optional.of(Sentence.of("accounts.person.refused.no_name"));
        }
        return tooLong(name);
    }

    private static Optional<Sentence> labelFlaw(String label) {
        if (label.isBlank()) {
            return Optional.of(Sentence.of("accounts.role.refused.no_label"));
        }
        return tooLong(label);
    }

    private static Optional<Sentence> tooLong(String name) {
        return name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS
                ? Optional.of(
                        new Sentence(
                                "accounts.refused.name_too_long",
                                Map.of("most", Limits.NAME_CHARACTERS)))
                : Optional.empty();
    }

    private static Added refusedPerson(String field, Sentence why) {
        return new Added.Refused(field, why);
    }

    private static Changed.Refused refused(String field, String key) {
        return new Changed.Refused(field, Sentence.of(key));
    }
}
