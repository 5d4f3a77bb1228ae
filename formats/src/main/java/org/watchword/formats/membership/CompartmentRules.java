package org.watchword.formats.membership;

import java.util.HashSet;
import java.util.Set;

/// What each statement about compartments needs, and what it changes.
final class CompartmentRules {
    static Roll opened(Roll roll, Statement.Opened says, Signers by) throws Unfit {
        AccountNumber first = by.one(roll);
        boolean isNew = !roll.compartments().containsKey(says.place());
        Unfit.unless(isNew, MembershipFailure.COMPARTMENT_THERE);
        Unfit.unless(isOfThe(roll, says.place(), first), MembershipFailure.NOT_A_MEMBER);
        var compartment = new Compartment(0, says.address(), Set.of(first), false);
        return roll.with(says.address()).with(says.place(), compartment);
    }

    /// Whether somebody reads in the case already, or nobody does because it begins here: a
    /// stranger could otherwise open one in it that others take for theirs.
    private static boolean isOfThe(Roll roll, CaseCompartment place, AccountNumber who) {
        boolean isNewCase = true;
        for (var one : roll.compartments().entrySet()) {
            if (one.getKey().ofCase().equals(place.ofCase())) {
                if (one.getValue().members().contains(who)) {
                    return true;
                }
                isNewCase = false;
            }
        }
        return isNewCase;
    }

    static Roll added(Roll roll, Statement.Added says, Signers by) throws Unfit {
        by.member(roll, says.place());
        roll.inForce(says.account());
        Compartment to = roll.known(says.place());
        var members = new HashSet<>(to.members());
        Unfit.unless(members.add(says.account()), MembershipFailure.ALREADY_THERE);
        return roll.with(
                says.place(),
                new Compartment(to.epoch(), to.address(), members, to.isRekeyPending()));
    }

    static Roll removed(Roll roll, Statement.Removed says, Signers by) throws Unfit {
        by.authorised(roll);
        boolean isThere = roll.known(says.place()).members().contains(says.account());
        Unfit.unless(isThere, MembershipFailure.NOT_THERE);
        return roll.without(says.place(), says.account());
    }

    static Roll nextEpoch(Roll roll, Statement.NextEpoch says, Signers by) throws Unfit {
        if (by.areTheDesk(roll)) {
            boolean isPending = roll.known(says.place()).isRekeyPending();
            Unfit.unless(isPending, MembershipFailure.NO_REMOVAL);
        } else {
            by.member(roll, says.place());
        }
        Compartment before = roll.known(says.place());
        Unfit.unless(says.epoch() == before.epoch() + 1, MembershipFailure.OTHER_EPOCH);
        return roll.with(says.address())
                .with(
                        says.place(),
                        new Compartment(says.epoch(), says.address(), before.members(), false));
    }

    private CompartmentRules() {}
}
