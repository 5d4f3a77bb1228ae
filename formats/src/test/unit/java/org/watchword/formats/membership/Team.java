package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.Membership.Outcome;
import org.watchword.formats.slot.Address;
import org.watchword.formats.slot.ReadingKey;

/// An invented team and its chain. Heron and Rook founded it.
final class Team {
    static final Instant AT = Instant.parse("2026-11-29T15:04:05.678Z");

    record Person(AccountNumber account, SigningKey signing, ReadingKey reading) {
        Keys keys() {
            return Keys.of(signing, reading);
        }

        Statement.Founder founder() {
            return new Statement.Founder(account, keys());
        }
    }

    final Drawn random;
    final OrganisationId organisation;
    final CaseCompartment core;
    final Person heron;
    final Person rook;
    final Person wren;
    final Person gull;
    final SigningKey desk;
    final List<byte[]> chain = new ArrayList<>();
    Membership now;

    /// Founded, by Heron alone.
    Team(String words) {
        random = new Drawn(words);
        organisation = new OrganisationId(octets());
        core = place();
        heron = person(1);
        rook = person(2);
        wren = person(3);
        gull = person(4);
        desk = SigningKey.fresh(random);
        SignedLink founding = founding(heron, rook).signedBy(heron.signing());
        chain.add(founding.bytes());
        now = assertInstanceOf(Outcome.Follows.class, Membership.founded(founding)).membership();
    }

    /// Both founders signed.
    static Team founded(String words) {
        var team = new Team(words);
        team.says(new Statement.FoundingSigned(team.rook.account()), team.rook.signing());
        return team;
    }

    /// The desk has its key, Wren and Gull were confirmed, Wren and Rook read in `core`.
    static Team grown(String words) {
        Team team = founded(words);
        team.says(
                new Statement.DeskKey(AuthorKey.of(team.desk)),
                team.heron.signing(),
                team.rook.signing(),
                team.desk);
        team.comes(team.wren);
        team.comes(team.gull);
        team.says(new Statement.Opened(team.core, team.address()), team.wren.signing());
        team.says(new Statement.Added(team.core, team.rook.account()), team.wren.signing());
        return team;
    }

    void comes(Person person) {
        says(new Statement.Invited(person.account()), heron.signing());
        says(new Statement.Accepted(person.account(), person.keys()), person.signing());
        says(new Statement.Confirmed(person.account(), person.keys()), rook.signing());
    }

    Link founding(Person... founders) {
        var named = new ArrayList<Statement.Founder>();
        for (Person founder : founders) {
            named.add(founder.founder());
        }
        return Link.founding(organisation, AT, new Statement.Founding(named));
    }

    Person person(long account) {
        return new Person(
                new AccountNumber(account), SigningKey.fresh(random), ReadingKey.fresh(random));
    }

    Octets octets() {
        return Octets.of(random.bytes(16));
    }

    CaseCompartment place() {
        return new CaseCompartment(new CaseId(octets()), new CompartmentId(octets()));
    }

    Address address() {
        return ReadingKey.fresh(random).address();
    }

    Statement.NextEpoch nextEpoch(long epoch) {
        return new Statement.NextEpoch(core, epoch, address());
    }

    /// Of low order in its X25519 half.
    Address unsound() {
        byte[] bytes = address().octets().bytes();
        for (int i = bytes.length - 32; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        return new Address(Octets.of(bytes));
    }

    SignedLink signed(Statement says, SigningKey... by) {
        return signed(now.next(says, AT), by);
    }

    static SignedLink signed(Link link, SigningKey... by) {
        SignedLink signed = link.signedBy(by[0]);
        for (SigningKey key : List.of(by).subList(1, by.length)) {
            signed = signed.andBy(key);
        }
        return signed;
    }

    /// It follows, and the chain is longer by it.
    void says(Statement says, SigningKey... by) {
        byte[] bytes = signed(says, by).bytes();
        Outcome outcome = now.follow(bytes);
        now = assertInstanceOf(Outcome.Follows.class, outcome, outcome::toString).membership();
        chain.add(bytes);
    }

    /// It is refused, for this, and what is stays as it is.
    void refused(MembershipFailure why, Statement says, SigningKey... by) {
        refused(why, signed(says, by).bytes());
    }

    void refused(MembershipFailure why, byte[] signed) {
        ChainHead head = now.head();
        assertEquals(new Outcome.Refused(chain.size(), why), now.follow(signed));
        assertEquals(head, now.head());
    }

    Outcome read() {
        return Membership.read(organisation, now.fingerprint(), chain);
    }

    Compartment compartment() {
        return now.compartment(core).orElseThrow();
    }

    Standing standing(Person person) {
        return now.standing(person.account()).orElseThrow();
    }
}
