package org.watchword.desk.ledger;

import java.util.Optional;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;
import org.watchword.formats.membership.Membership;

/// Whether whoever signs with a key reads in a compartment, by the chain as it stands.
sealed interface Access {
    record In(AccountNumber member, Epoch epoch) implements Access {}

    record Out(ShutOut why) implements Access {}

    static Access of(Chain.State state, CaseCompartment place, AuthorKey key) {
        return switch (state.standing()) {
            case ChainStanding.NotFounded _ -> new Out(ShutOut.NOT_FOUNDED);
            case ChainStanding.Broken _ -> new Out(ShutOut.CHAIN_BROKEN);
            case ChainStanding.Whole(Membership now) -> of(now, state.past(), place, key);
        };
    }

    private static Access of(Membership now, Past past, CaseCompartment place, AuthorKey key) {
        Optional<AccountNumber> account = inForce(now, past, key);
        if (account.isEmpty()) {
            return new Out(ShutOut.NOT_IN_FORCE);
        }
        Optional<Compartment> compartment = now.compartment(place);
        if (compartment.isEmpty()) {
            return new Out(ShutOut.NO_COMPARTMENT);
        }
        return compartment.get().members().contains(account.get())
                ? new In(account.get(), now.epoch(place).orElseThrow().epoch())
                : new Out(ShutOut.NOT_A_MEMBER);
    }

    /// Whose key it is, if it is in force now.
    static Optional<AccountNumber> inForce(Membership now, Past past, AuthorKey key) {
        return past.account(key)
                .filter(account ->
                        now.keys(account).filter(one -> one.signing().equals(key)).isPresent());
    }
}
