package org.watchword.formats.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.slot.EpochAddress;

/// Who belongs to an organisation, and who reads where: a fold over the chain of signed statements.
/// It is never changed; a statement that follows gives another. Public keys that something is
/// sealed to come from here and from nowhere else.
public final class Membership {
    private final OrganisationId organisation;
    private final List<ChainHead> heads;
    private final Roll roll;

    private Membership(OrganisationId organisation, List<ChainHead> heads, Roll roll) {
        this.organisation = organisation;
        this.heads = heads;
        this.roll = roll;
    }

    /// What came of a statement.
    public sealed interface Outcome {
        record Follows(Membership membership) implements Outcome {}

        /// Nothing was changed.
        ///
        /// @param number how many statements stood before
        record Refused(long number, MembershipFailure why) implements Outcome {}
    }

    /// What a statement would do.
    public sealed interface Preview {
        /// It would stand, and this would be other than now.
        ///
        /// @param accounts that would stand otherwise
        /// @param compartments that would have other members, another epoch or another state
        record Changes(Set<AccountNumber> accounts, Set<CaseCompartment> compartments)
                implements Preview {}

        record Nothing(MembershipFailure why) implements Preview {}
    }

    /// Reads a whole chain.
    ///
    /// @param fingerprint of its founding, from somewhere else than the chain: it is kept on paper
    public static Outcome read(
            OrganisationId organisation, ChainHead fingerprint, List<byte[]> chain) {
        var membership = new Membership(organisation, List.of(), Roll.EMPTY);
        if (chain.isEmpty()) {
            return new Outcome.Refused(0, MembershipFailure.FOUNDING_MISPLACED);
        }
        if (!ChainHead.of(chain.getFirst()).equals(fingerprint)) {
            return new Outcome.Refused(0, MembershipFailure.OTHER_FOUNDING);
        }
        for (byte[] signed : chain) {
            switch (membership.follow(signed)) {
                case Outcome.Follows(Membership next) -> membership = next;
                case Outcome.Refused refused -> {
                    return refused;
                }
            }
        }
        return new Outcome.Follows(membership);
    }

    /// Begins a chain: there is no fingerprint yet, this makes it.
    public static Outcome founded(SignedLink founding) {
        return new Membership(founding.link().organisation(), List.of(), Roll.EMPTY)
                .follow(founding.bytes());
    }

    /// Looks at everything about a statement, then lets it follow.
    public Outcome follow(byte[] signed) {
        try {
            SignedLink read = SignedLink.read(signed);
            ChainHead head = ChainHead.of(signed);
            fits(read.link(), head);
            Roll after = after(read.link().says(), read.signers());
            var more = new ArrayList<>(heads);
            more.add(head);
            return new Outcome.Follows(new Membership(organisation, more, after));
        } catch (Unfit unfit) {
            return new Outcome.Refused(heads.size(), unfit.why());
        }
    }

    private void fits(Link link, ChainHead head) throws Unfit {
        Unfit.unless(
                link.organisation().equals(organisation), MembershipFailure.OTHER_ORGANISATION);
        Unfit.unless(link.number() <= heads.size(), MembershipFailure.GAP);
        Unfit.unless(!holds(link.number(), head), MembershipFailure.REPLAYED);
        int number = (int) link.number();
        Unfit.unless(link.before().equals(before(number)), MembershipFailure.OTHER_BEFORE);
        Unfit.unless(number == heads.size(), MembershipFailure.OVERTAKEN);
    }

    private ChainHead before(int number) {
        return number == 0 ? ChainHead.beginning(organisation) : heads.get(number - 1);
    }

    private Roll after(Statement says, Signers by) throws Unfit {
        boolean isFounding = says instanceof Statement.Founding;
        Unfit.unless(isFounding == heads.isEmpty(), MembershipFailure.FOUNDING_MISPLACED);
        return Rules.after(roll, says, by);
    }

    /// What a statement would change now, were it signed with these keys.
    public Preview would(Statement says, Set<AuthorKey> by) {
        try {
            Roll after = after(says, new Signers(Set.copyOf(by)));
            return new Preview.Changes(
                    differing(roll.accounts(), after.accounts()),
                    differing(roll.compartments(), after.compartments()));
        } catch (Unfit unfit) {
            return new Preview.Nothing(unfit.why());
        }
    }

    private static <K, V> Set<K> differing(Map<K, V> before, Map<K, V> after) {
        Set<Map.Entry<K, V>> changed = new HashSet<>(after.entrySet());
        changed.removeAll(before.entrySet());
        return changed.stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /// A statement at the next place, to be signed.
    public Link next(Statement says, Instant at) {
        return new Link(organisation, heads.size(), head(), at, says);
    }

    public OrganisationId organisation() {
        return organisation;
    }

    /// What two keep on paper.
    public ChainHead fingerprint() {
        return heads.getFirst();
    }

    /// The last statement. Whether the chain is whole up to now, only a head from elsewhere shows.
    public ChainHead head() {
        return heads.getLast();
    }

    /// How many statements there are.
    public int size() {
        return heads.size();
    }

    /// Whether a statement that somebody saw, by its number, stands there still.
    public boolean holds(long number, ChainHead head) {
        return number < heads.size() && heads.get((int) number).equals(head);
    }

    /// Whether a key is the one that the desk signs with now.
    public boolean isTheDesk(AuthorKey key) {
        return roll.signers().get(key) instanceof Signer.Desk;
    }

    /// The key that the desk signs with now; empty while none was named.
    public Optional<AuthorKey> deskKey() {
        return roll.signers().keySet().stream().filter(this::isTheDesk).findFirst();
    }

    /// Empty for an account that the chain does not know.
    public Optional<Standing> standing(AccountNumber account) {
        return roll.standing(account);
    }

    public Set<AccountNumber> accounts() {
        return Set.copyOf(roll.accounts().keySet());
    }

    /// The public keys of an account in force. Of any other none may be used.
    public Optional<Keys> keys(AccountNumber account) {
        return roll.standing(account)
                .flatMap(one ->
                        one instanceof Standing.Confirmed(Keys keys, _)
                                ? Optional.of(keys)
                                : Optional.empty());
    }

    public Set<CaseCompartment> compartments() {
        return Set.copyOf(roll.compartments().keySet());
    }

    /// Empty when there is none.
    public Optional<Compartment> compartment(CaseCompartment place) {
        return Optional.ofNullable(roll.compartments().get(place));
    }

    /// What is sealed to, to add to a compartment.
    public Optional<EpochAddress> epoch(CaseCompartment place) {
        return compartment(place)
                .map(one ->
                        new EpochAddress(
                                new Epoch(
                                        organisation,
                                        place.ofCase(),
                                        place.compartment(),
                                        one.epoch()),
                                one.address()));
    }

    /// Whom the key of a compartment is sealed to: its members in force. Who is shut out gets it
    /// once that is lifted.
    public Map<AccountNumber, Keys> readers(CaseCompartment place) {
        return compartment(place).stream()
                .flatMap(one -> one.members().stream())
                .filter(member -> keys(member).isPresent())
                .collect(
                        Collectors.toUnmodifiableMap(
                                member -> member, member -> keys(member).orElseThrow()));
    }

    /// Whether so few read in a compartment that it is lost with the next one who fails. Nothing
    /// else opens it: this version knows of no recovery.
    public boolean isRed(CaseCompartment place) {
        return readers(place).size() < 2;
    }
}
