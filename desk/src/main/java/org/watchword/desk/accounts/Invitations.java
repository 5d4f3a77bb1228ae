package org.watchword.desk.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.PlainWords;

/// Single-use codes with which founders and later members join. A code has 80 bits in words, is
/// good for 72 hours and lies here only as a keyed hash; whoever made it for others must still be
/// allowed to when it is used.
public final class Invitations {
    private static final int FEWEST_FOUNDERS = 2;

    private final Store store;
    private final People people;
    private final Founding founding;
    private final DeskClock clock;
    private final SecureRandom random;
    private final KeyedHash hash;
    private final InvitationRows rows;

    Invitations(Accounts.Ground ground, People people, Founding founding) {
        this.store = ground.store();
        this.people = people;
        this.founding = founding;
        this.clock = ground.clock();
        this.random = ground.random();
        this.hash = ground.vault().keyedHash();
        this.rows = new InvitationRows(ground.vault().fieldSeal());
    }

    /// A code just made; nobody can read it a second time.
    ///
    /// @param code its words
    public record Made(String code, Instant ends) {}

    /// What came of asking for a code.
    public sealed interface Asked {
        record Yes(Made made) implements Asked {}

        record No(String field, Sentence why) implements Asked {}
    }

    /// New codes for founders; those that were made before are good no more. Only while nobody can
    /// sign in: nobody is in the team yet, or it came out of a backup without its slots.
    ///
    /// @param roles what each may do from the start
    /// @return empty when somebody can sign in: he invites the others
    public Optional<List<Made>> forFounders(int count, Set<RoleId> roles, Language language) {
        var words = PlainWords.in(language, random);
        return store.writer().write(Lane.ORDINARY, turn -> founders(turn, count, roles, words));
    }

    private Optional<List<Made>> founders(
            Turn turn, int count, Set<RoleId> roles, PlainWords words) {
        var handle = turn.handle();
        if (PeopleRows.somebodySignsIn(handle)) {
            return Optional.empty();
        }
        endAll(turn);
        var made = new ArrayList<Made>();
        for (int i = 0; i < count; i++) {
            made.add(made(turn, "", roles, Optional.empty(), words));
        }
        return Optional.of(made);
    }

    /// Ends every code that nobody used yet.
    void endAll(Turn turn) {
        Instant now = clock.instant();
        rows.all(turn.handle()).forEach(old -> rows.revoke(turn.handle(), old.id(), now));
    }

    /// A code for one more member.
    Asked invite(PersonId by, String label, Set<RoleId> roles, Language language) {
        if (label.codePointCount(0, label.length()) > Limits.NAME_CHARACTERS) {
            return no("label", "accounts.refused.name_too_long", Limits.NAME_CHARACTERS);
        }
        var words = PlainWords.in(language, random);
        return store.writer().write(Lane.ORDINARY, turn -> invited(turn, by, label, roles, words));
    }

    private Asked invited(
            Turn turn, PersonId by, String label, Set<RoleId> roles, PlainWords words) {
        Instant now = clock.instant();
        long open =
                rows.all(turn.handle()).stream()
                        .filter(one -> one.state(now) == Invitation.State.INVITED)
                        .count();
        return open >= Limits.OPEN_INVITATIONS
                ? no("label", "accounts.invite.refused.too_many", Limits.OPEN_INVITATIONS)
                : new Asked.Yes(made(turn, label, roles, Optional.of(by), words));
    }

    private static Asked no(String field, String key, int most) {
        return new Asked.No(field, Sentence.of(key, "most", most));
    }

    private Made made(
            Turn turn, String label, Set<RoleId> roles, Optional<PersonId> by, PlainWords words) {
        String code = words.draw(PlainWords.CODE);
        Instant now = clock.instant();
        Instant ends = now.plus(Limits.INVITATION_LASTS);
        long id = RowNumbers.next(turn, "invitation");
        var invitation = new Invitation(id, label, roles, by, now, ends, Optional.empty(), false);
        rows.insert(turn.handle(), invitation, codeHash(code));
        return new Made(code, ends);
    }

    /// All that were made, the newest first.
    public List<Invitation> all(Handle handle) {
        return rows.all(handle);
    }

    /// Who set the desk up: whoever joined by a founder's code, which nobody of the team can make.
    /// Where fewer than two of them are left, whoever looks after people counts beside them.
    public Set<PersonId> founders(Handle handle) {
        Set<PersonId> acting = people.acting(handle);
        var founders = new HashSet<>(rows.founders(handle));
        founders.retainAll(acting);
        if (founders.size() < FEWEST_FOUNDERS) {
            acting.stream()
                    .filter(one -> people.capabilities(handle, one).contains(Capability.PEOPLE))
                    .forEach(founders::add);
        }
        return founders;
    }

    /// Takes a code back that nobody used yet.
    void revoke(long id) {
        store.writer()
                .write(Lane.ORDINARY, turn -> rows.revoke(turn.handle(), id, clock.instant()));
    }

    /// Makes whoever typed a good code a member. The code is used up in the turn that adds the
    /// person, so that two who type it at once are never both let in.
    ///
    /// @param passphrase the caller closes it
    public Joined join(String code, String name, Language language, Secret passphrase) {
        byte[] hashed = codeHash(code);
        var good = store.read(handle -> good(handle, hashed));
        if (good.isEmpty()) {
            return new Joined.NoCode();
        }
        var person = new NewPerson(name, language, good.get().roles(), passphrase);
        return switch (founding.addPerson(person, claim(hashed))) {
            case Added.Done done -> new Joined.Done(done.id());
            case Added.Refused no when no.field().equals(Founding.CLAIM) -> new Joined.NoCode();
            case Added.Refused no -> new Joined.Refused(no.field(), no.why());
        };
    }

    private Founding.Claim claim(byte[] hashed) {
        return new Founding.Claim() {
            @Override
            public boolean stands(Turn turn) {
                return good(turn.handle(), hashed).isPresent();
            }

            @Override
            public void used(Turn turn, PersonId person) {
                var used = good(turn.handle(), hashed).orElseThrow();
                rows.use(turn.handle(), used.id(), person, clock.instant());
            }
        };
    }

    private Optional<Invitation> good(Handle handle, byte[] hashed) {
        return rows.byCode(handle, hashed)
                .filter(one -> one.state(clock.instant()) == Invitation.State.INVITED)
                .filter(one -> one.by().map(by -> mayInvite(handle, by)).orElse(true));
    }

    private boolean mayInvite(Handle handle, PersonId by) {
        return people.capabilities(handle, by).contains(Capability.PEOPLE)
                && !people.shutOut(handle).test(by);
    }

    /// Case, ё or е and whatever stands between the words do not matter.
    private byte[] codeHash(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}]", "");
        return hash.of("accounts/invitation", plain.getBytes(StandardCharsets.UTF_8));
    }
}
