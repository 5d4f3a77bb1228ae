package org.watchword.formats.membership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.slot.Address;

/// What the chain has come to: who there is, and where. It is never changed; what follows is
/// another.
///
/// @param signers whose each key is, those that were replaced too
/// @param addresses all that there ever were
record Roll(
        Map<AccountNumber, Standing> accounts,
        Map<CaseCompartment, Compartment> compartments,
        Map<AuthorKey, Signer> signers,
        Set<Address> addresses) {
    static final Roll EMPTY = new Roll(Map.of(), Map.of(), Map.of(), Set.of());

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    Roll with(AccountNumber account, Standing standing) {
        return new Roll(with(accounts, account, standing), compartments, signers, addresses);
    }

    Roll with(CaseCompartment place, Compartment compartment) {
        return new Roll(accounts, with(compartments, place, compartment), signers, addresses);
    }

    Roll with(AuthorKey key, Signer signer) {
        return new Roll(accounts, compartments, with(signers, key, signer), addresses);
    }

    /// With an address that nobody had before.
    Roll with(Address address) throws Unfit {
        Unfit.unless(Keys.isSound(address), MembershipFailure.UNSOUND_KEY);
        Unfit.unless(!addresses.contains(address), MembershipFailure.KEY_USED);
        var more = new HashSet<>(addresses);
        more.add(address);
        return new Roll(accounts, compartments, signers, more);
    }

    /// With keys that nobody had before.
    Roll with(AccountNumber account, Keys keys) throws Unfit {
        Unfit.unless(Keys.isSound(keys.signing()), MembershipFailure.UNSOUND_KEY);
        return with(keys.reading()).fresh(keys.signing(), new Signer.Person(account));
    }

    /// With a key that nobody signed with before.
    Roll fresh(AuthorKey key, Signer signer) throws Unfit {
        Unfit.unless(!signers.containsKey(key), MembershipFailure.KEY_USED);
        return with(key, signer);
    }

    Roll replacing(AuthorKey key) {
        return with(key, new Signer.Replaced());
    }

    /// Out of a compartment, whose key is then to be made anew.
    Roll without(CaseCompartment place, AccountNumber account) throws Unfit {
        Compartment from = known(place);
        var members = new HashSet<>(from.members());
        members.remove(account);
        return with(place, new Compartment(from.epoch(), from.address(), members, true));
    }

    Optional<Standing> standing(AccountNumber account) {
        return Optional.ofNullable(accounts.get(account));
    }

    Standing known(AccountNumber account) throws Unfit {
        return standing(account).orElseThrow(() -> new Unfit(MembershipFailure.UNKNOWN_ACCOUNT));
    }

    Compartment known(CaseCompartment place) throws Unfit {
        return Optional.ofNullable(compartments.get(place))
                .orElseThrow(() -> new Unfit(MembershipFailure.NO_COMPARTMENT));
    }

    Signer signer(AuthorKey key) throws Unfit {
        return Optional.ofNullable(signers.get(key))
                .orElseThrow(() -> new Unfit(MembershipFailure.UNKNOWN_SIGNER));
    }

    /// The account, when it is in force.
    Standing.Confirmed inForce(AccountNumber account) throws Unfit {
        return switch (known(account)) {
            case Standing.Confirmed confirmed -> confirmed;
            case Standing.Suspended _ -> throw new Unfit(MembershipFailure.IS_SUSPENDED);
            case Standing.Invited _, Standing.Named _, Standing.Accepted _ ->
                    throw new Unfit(MembershipFailure.NOT_CONFIRMED);
        };
    }

    /// How many have authority, or will have it when they sign. Who is shut out counts: to shut
    /// somebody out must not make it easier to go without him.
    long withAuthority() {
        return accounts.values().stream().filter(Roll::hasAuthority).count();
    }

    long othersWithAuthority(AccountNumber than) {
        boolean has = standing(than).map(Roll::hasAuthority).orElse(false);
        return withAuthority() - (has ? 1 : 0);
    }

    private static boolean hasAuthority(Standing standing) {
        return switch (standing) {
            case Standing.Named _ -> true;
            case Standing.Confirmed confirmed -> confirmed.hasAuthority();
            case Standing.Suspended suspended -> suspended.hasAuthority();
            case Standing.Invited _, Standing.Accepted _ -> false;
        };
    }
}
