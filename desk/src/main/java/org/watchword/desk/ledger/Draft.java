package org.watchword.desk.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.watchword.desk.store.Turn;
import org.watchword.desk.vault.DeskWriting;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Membership.Outcome;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.SignedLink;
import org.watchword.formats.slot.Address;
import org.watchword.formats.slot.EpochKey;
import org.watchword.formats.slot.EpochSlot;
import org.watchword.formats.slot.ReadingKey;

/// Statements that are to stand together or not at all, and the keys that are given and taken with
/// them. It is made beside the writer, because signing and sealing take longer than a turn may; the
/// turn looks whether the chain still ends where this begins.
final class Draft {
    private final Membership before;
    private final List<SignedLink> links = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private Membership after;
    private Optional<MembershipFailure> refused = Optional.empty();
    private Consumer<Turn> also = turn -> {};

    Draft(Membership before) {
        this.before = before;
        this.after = before;
    }

    /// The key of an epoch for one member.
    record Given(CaseCompartment place, long epoch, AccountNumber member, Octets slot) {}

    Membership after() {
        return after;
    }

    /// Why one of the statements may not stand; the others do not then, either.
    Optional<MembershipFailure> refused() {
        return refused;
    }

    Draft says(SignedLink link) {
        if (refused.isEmpty()) {
            switch (after.follow(link.bytes())) {
                case Outcome.Follows(Membership now) -> {
                    after = now;
                    links.add(link);
                }
                case Outcome.Refused(_, MembershipFailure why) -> refused = Optional.of(why);
            }
        }
        return this;
    }

    /// Gives somebody in force the key of an epoch. His address comes from the chain.
    Draft gives(EpochKey key, AccountNumber member, SecureRandom random) {
        after.keys(member).ifPresent(keys -> given.add(given(key, member, keys.reading(), random)));
        return this;
    }

    static Given given(EpochKey key, AccountNumber member, Address to, SecureRandom random) {
        var epoch = key.epoch();
        return new Given(
                new CaseCompartment(epoch.ofCase(), epoch.compartment()),
                epoch.number(),
                member,
                Octets.of(EpochSlot.seal(key, to, random)));
    }

    /// Where somebody ceased to be a member the desk makes the next epoch: its pair is drawn,
    /// sealed to those who are left, and forgotten. Where nobody in force is left, or the desk has
    /// no key yet, it stays to be done.
    Draft rekeyedBy(DeskWriting desk, Instant at, SecureRandom random) {
        if (refused.isPresent() || !after.isTheDesk(desk.author())) {
            return this;
        }
        for (CaseCompartment place : after.compartments()) {
            if (isDue(place)) {
                try (var key = ReadingKey.fresh(random)) {
                    says(desk.nextEpoch(after, place, key.address(), at));
                    givesAll(place, key, random);
                }
            }
        }
        return this;
    }

    private boolean isDue(CaseCompartment place) {
        return after.compartment(place).filter(Compartment::isRekeyPending).isPresent()
                && !after.readers(place).isEmpty();
    }

    /// Gives the key of the epoch of now to everybody who reads there.
    Draft givesAll(CaseCompartment place, ReadingKey key, SecureRandom random) {
        if (refused.isEmpty()) {
            var epoch = new EpochKey(after.epoch(place).orElseThrow().epoch(), key);
            after.readers(place).keySet().forEach(member -> gives(epoch, member, random));
        }
        return this;
    }

    List<SignedLink> links() {
        return links;
    }

    /// Has something else done in the turn in which the statements stand.
    Draft with(Consumer<Turn> more) {
        also = more;
        return this;
    }

    /// Writes what goes with the statements, which stand now.
    void follows(Turn turn, SlotRows rows) {
        also.accept(turn);
        for (CaseCompartment place : before.compartments()) {
            for (AccountNumber gone : gone(place)) {
                rows.take(turn, place, gone);
                takeMore(turn, rows, place, gone);
            }
        }
        given.forEach(one -> rows.give(turn, one));
        before.accounts().stream()
                .filter(this::lostHisKeys)
                .forEach(account ->
                        before.compartments()
                                .forEach(place -> takeMore(turn, rows, place, account)));
    }

    /// What he opened together with the desk, and what he remembers of it.
    private static void takeMore(
            Turn turn, SlotRows rows, CaseCompartment place, AccountNumber from) {
        new GlassRows(rows).take(turn, place, from);
        new SnapshotRows(rows).take(turn, place, from);
    }

    /// Shut out, or beginning anew: what was sealed to him before opens no envelope any more.
    private boolean lostHisKeys(AccountNumber account) {
        var keys = before.keys(account);
        return keys.isPresent() && !keys.equals(after.keys(account));
    }

    private Set<AccountNumber> gone(CaseCompartment place) {
        var gone = new HashSet<>(members(before, place));
        gone.removeAll(members(after, place));
        return gone;
    }

    private static Set<AccountNumber> members(Membership membership, CaseCompartment place) {
        return membership.compartment(place).map(Compartment::members).orElse(Set.of());
    }
}
