package org.watchword.desk.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.Address;
import org.watchword.formats.slot.EpochAddress;

/// What an entry of long ago is judged by: whose keys there ever were, and who read where in which
/// epoch. A {@link Membership} knows only how it stands now. It is never changed.
///
/// @param people whose each key was that ever was in force
/// @param desks what the desk ever signed with
/// @param epochs all that there ever were
record Past(Map<AuthorKey, AccountNumber> people, Set<AuthorKey> desks, Map<Epoch, Then> epochs) {
    static final Past NONE = new Past(Map.of(), Set.of(), Map.of());

    /// A compartment in one epoch.
    ///
    /// @param readers whoever read in it, for a while or to its end
    record Then(Address address, Set<AuthorKey> readers) {}

    /// With what one statement brought.
    Past after(Optional<Membership> before, Membership now) {
        var people = new HashMap<>(this.people);
        var desks = new HashSet<>(this.desks);
        var epochs = new HashMap<>(this.epochs);
        now.deskKey().ifPresent(desks::add);
        boolean somebody = false;
        for (AccountNumber account : now.accounts()) {
            if (!before.flatMap(one -> one.keys(account)).equals(now.keys(account))) {
                now.keys(account).ifPresent(keys -> people.put(keys.signing(), account));
                somebody = true;
            }
        }
        for (CaseCompartment place : now.compartments()) {
            boolean other =
                    !before.flatMap(one -> one.compartment(place)).equals(now.compartment(place));
            if (somebody || other) {
                EpochAddress epoch = now.epoch(place).orElseThrow();
                epochs.merge(epoch.epoch(), then(epoch, place, now), Past::both);
            }
        }
        return new Past(people, desks, epochs);
    }

    private static Then then(EpochAddress epoch, CaseCompartment place, Membership now) {
        var readers = new HashSet<AuthorKey>();
        for (Keys keys : now.readers(place).values()) {
            readers.add(keys.signing());
        }
        return new Then(epoch.address(), readers);
    }

    private static Then both(Then one, Then other) {
        if (one.readers().containsAll(other.readers())) {
            return one;
        }
        var readers = new HashSet<>(one.readers());
        readers.addAll(other.readers());
        return new Then(one.address(), readers);
    }

    /// What was sealed to in an epoch; empty when the chain does not know it.
    Optional<EpochAddress> address(Epoch epoch) {
        return Optional.ofNullable(epochs.get(epoch))
                .map(then -> new EpochAddress(epoch, then.address()));
    }

    /// Whose key it is or was.
    Optional<AccountNumber> account(AuthorKey key) {
        return Optional.ofNullable(people.get(key));
    }

    /// Whether somebody read in an epoch with this key.
    boolean read(AuthorKey key, Epoch epoch) {
        Then then = epochs.get(epoch);
        return then != null && then.readers().contains(key);
    }
}
