package org.watchword.formats.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.watchword.formats.entry.AuthorKey;

/// Who signed a statement, and whether that is whom it needs. No statement has more than it needs:
/// what stands in the chain counts for itself.
record Signers(Set<AuthorKey> keys) {
    private static final int TWO = 2;

    private void number(int needed) throws Unfit {
        Unfit.unless(keys.size() == needed, MembershipFailure.OTHER_NUMBER_OF_SIGNERS);
    }

    /// By one, whosever key it is.
    AuthorKey only() throws Unfit {
        number(1);
        return keys.iterator().next();
    }

    /// By this key and no other.
    void itself(AuthorKey key) throws Unfit {
        Unfit.unless(only().equals(key), MembershipFailure.NOT_BY_ITS_KEY);
    }

    /// By the desk alone.
    boolean areTheDesk(Roll roll) throws Unfit {
        return roll.signers().get(only()) instanceof Signer.Desk;
    }

    /// By one person in force.
    AccountNumber one(Roll roll) throws Unfit {
        return inForce(roll, only());
    }

    /// By one who has authority.
    void authorised(Roll roll) throws Unfit {
        Unfit.unless(hasAuthority(roll, one(roll)), MembershipFailure.NOT_AUTHORISED);
    }

    /// By a member of a compartment.
    void member(Roll roll, CaseCompartment place) throws Unfit {
        AccountNumber signer = one(roll);
        boolean isMember = roll.known(place).members().contains(signer);
        Unfit.unless(isMember, MembershipFailure.NOT_A_MEMBER);
    }

    /// By two people in force.
    List<AccountNumber> colleagues(Roll roll) throws Unfit {
        number(TWO);
        List<AccountNumber> people = new ArrayList<>();
        for (AuthorKey key : keys) {
            people.add(inForce(roll, key));
        }
        return people;
    }

    /// By two others than the one it is about, with the authority that there is: both have it where
    /// two have it, one where one alone has.
    void two(Roll roll, AccountNumber about) throws Unfit {
        List<AccountNumber> people = colleagues(roll);
        Unfit.unless(!people.contains(about), MembershipFailure.ABOUT_HIMSELF);
        authority(roll, people, roll.othersWithAuthority(about));
    }

    /// By two, and by a key that comes new.
    void twoAnd(Roll roll, AuthorKey key) throws Unfit {
        number(TWO + 1);
        Unfit.unless(keys.contains(key), MembershipFailure.NOT_BY_ITS_KEY);
        var others = new ArrayList<>(keys);
        others.remove(key);
        var two = new Signers(Set.copyOf(others));
        List<AccountNumber> people = two.colleagues(roll);
        authority(roll, people, roll.withAuthority());
    }

    private static void authority(Roll roll, List<AccountNumber> people, long there) throws Unfit {
        long needed = Math.clamp(there, 1, TWO);
        long has = people.stream().filter(one -> hasAuthority(roll, one)).count();
        Unfit.unless(has >= needed, MembershipFailure.NOT_AUTHORISED);
    }

    private static boolean hasAuthority(Roll roll, AccountNumber account) {
        return roll.standing(account)
                .filter(one -> one instanceof Standing.Confirmed(_, boolean has) && has)
                .isPresent();
    }

    private static AccountNumber inForce(Roll roll, AuthorKey key) throws Unfit {
        return switch (roll.signer(key)) {
            case Signer.Replaced _ -> throw new Unfit(MembershipFailure.KEY_REPLACED);
            case Signer.Desk _ -> throw new Unfit(MembershipFailure.NOT_FOR_THE_DESK);
            case Signer.Person(AccountNumber account) -> {
                switch (roll.known(account)) {
                    case Standing.Confirmed _ -> {}
                    case Standing.Suspended _ ->
                            throw new Unfit(MembershipFailure.SIGNER_SUSPENDED);
                    case Standing.Invited _, Standing.Named _, Standing.Accepted _ ->
                            throw new Unfit(MembershipFailure.SIGNER_NOT_CONFIRMED);
                }
                yield account;
            }
        };
    }
}
