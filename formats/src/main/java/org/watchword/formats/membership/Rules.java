package org.watchword.formats.membership;

import java.util.Map;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.membership.Statement.Founder;
import org.watchword.formats.membership.Statement.Founding;

/// What each statement about people needs, and what it changes. Those about compartments: {@link
/// CompartmentRules}.
final class Rules {
    static Roll after(Roll roll, Statement says, Signers by) throws Unfit {
        return switch (says) {
            case Founding founding -> founded(roll, founding, by);
            case Statement.FoundingSigned(var account) -> foundingSigned(roll, account, by);
            case Statement.Invited(var account) -> invited(roll, account, by);
            case Statement.Accepted(var account, var keys) -> accepted(roll, account, keys, by);
            case Statement.Confirmed(var account, var keys) -> confirmed(roll, account, keys, by);
            case Statement.AuthorityGiven(var account) -> authorityGiven(roll, account, by);
            case Statement.AuthorityTaken(var account) -> authorityTaken(roll, account, by);
            case Statement.DeskKey desk -> deskKey(roll, desk, by);
            case Statement.MadeAnew(var account) -> madeAnew(roll, account, by);
            case Statement.Suspended(var account) -> suspended(roll, account, by);
            case Statement.Lifted(var account) -> lifted(roll, account, by);
            case Statement.Opened opened -> CompartmentRules.opened(roll, opened, by);
            case Statement.Added added -> CompartmentRules.added(roll, added, by);
            case Statement.Removed removed -> CompartmentRules.removed(roll, removed, by);
            case Statement.NextEpoch next -> CompartmentRules.nextEpoch(roll, next, by);
        };
    }

    private static Roll founded(Roll roll, Founding founding, Signers by) throws Unfit {
        AuthorKey signer = by.only();
        Roll founded = roll;
        for (Founder founder : founding.founders()) {
            Keys keys = founder.keys();
            Standing standing =
                    keys.signing().equals(signer)
                            ? new Standing.Confirmed(keys, true)
                            : new Standing.Named(keys);
            founded = founded.with(founder.account(), keys).with(founder.account(), standing);
        }
        boolean isOne = founded.signers().containsKey(signer);
        Unfit.unless(isOne, MembershipFailure.NOT_BY_ITS_KEY);
        return founded;
    }

    private static Roll foundingSigned(Roll roll, AccountNumber account, Signers by) throws Unfit {
        if (roll.known(account) instanceof Standing.Named(Keys keys)) {
            by.itself(keys.signing());
            return roll.with(account, new Standing.Confirmed(keys, true));
        }
        throw new Unfit(MembershipFailure.NO_FOUNDER_TO_SIGN);
    }

    private static Roll invited(Roll roll, AccountNumber account, Signers by) throws Unfit {
        by.authorised(roll);
        Roll before =
                switch (roll.accounts().get(account)) {
                    case null -> roll;
                    case Standing.Accepted(Keys keys) -> roll.replacing(keys.signing());
                    case Standing.Invited _,
                            Standing.Named _,
                            Standing.Confirmed _,
                            Standing.Suspended _ ->
                            throw new Unfit(MembershipFailure.ALREADY_INVITED);
                };
        return before.with(account, new Standing.Invited());
    }

    private static Roll accepted(Roll roll, AccountNumber account, Keys keys, Signers by)
            throws Unfit {
        by.itself(keys.signing());
        boolean isInvited = roll.known(account) instanceof Standing.Invited;
        Unfit.unless(isInvited, MembershipFailure.NOT_INVITED);
        return roll.with(account, keys).with(account, new Standing.Accepted(keys));
    }

    private static Roll confirmed(Roll roll, AccountNumber account, Keys keys, Signers by)
            throws Unfit {
        by.one(roll);
        if (roll.known(account) instanceof Standing.Accepted(Keys accepted)) {
            Unfit.unless(keys.equals(accepted), MembershipFailure.OTHER_KEYS);
            return roll.with(account, new Standing.Confirmed(keys, false));
        }
        throw new Unfit(MembershipFailure.NOT_ACCEPTED);
    }

    private static Roll authorityGiven(Roll roll, AccountNumber account, Signers by) throws Unfit {
        by.two(roll, account);
        Standing.Confirmed one = roll.inForce(account);
        Unfit.unless(!one.hasAuthority(), MembershipFailure.ALREADY_AUTHORISED);
        return roll.with(account, new Standing.Confirmed(one.keys(), true));
    }

    private static Roll authorityTaken(Roll roll, AccountNumber account, Signers by) throws Unfit {
        by.two(roll, account);
        Standing without =
                switch (roll.known(account)) {
                    case Standing.Confirmed(Keys keys, boolean has) when has ->
                            new Standing.Confirmed(keys, false);
                    case Standing.Suspended(Keys keys, boolean has) when has ->
                            new Standing.Suspended(keys, false);
                    case Standing.Confirmed _,
                            Standing.Suspended _,
                            Standing.Invited _,
                            Standing.Named _,
                            Standing.Accepted _ ->
                            throw new Unfit(MembershipFailure.NO_AUTHORITY);
                };
        return roll.with(account, without);
    }

    private static Roll deskKey(Roll roll, Statement.DeskKey desk, Signers by) throws Unfit {
        by.twoAnd(roll, desk.key());
        Roll before = roll;
        for (var one : roll.signers().entrySet()) {
            if (one.getValue() instanceof Signer.Desk) {
                before = before.replacing(one.getKey());
            }
        }
        return before.fresh(desk.key(), new Signer.Desk());
    }

    private static Roll madeAnew(Roll roll, AccountNumber account, Signers by) throws Unfit {
        by.two(roll, account);
        Keys lost =
                switch (roll.known(account)) {
                    case Standing.Named(Keys keys) -> keys;
                    case Standing.Confirmed(Keys keys, _) -> keys;
                    case Standing.Suspended(Keys keys, _) -> keys;
                    case Standing.Invited _, Standing.Accepted _ ->
                            throw new Unfit(MembershipFailure.NOT_CONFIRMED);
                };
        Roll anew = roll.replacing(lost.signing()).with(account, new Standing.Invited());
        for (Map.Entry<CaseCompartment, Compartment> one : roll.compartments().entrySet()) {
            if (one.getValue().members().contains(account)) {
                anew = anew.without(one.getKey(), account);
            }
        }
        return anew;
    }

    private static Roll suspended(Roll roll, AccountNumber account, Signers by) throws Unfit {
        if (!by.areTheDesk(roll)) {
            by.one(roll);
        }
        Standing.Confirmed one = roll.inForce(account);
        return roll.with(account, new Standing.Suspended(one.keys(), one.hasAuthority()));
    }

    private static Roll lifted(Roll roll, AccountNumber account, Signers by) throws Unfit {
        by.colleagues(roll);
        if (roll.known(account) instanceof Standing.Suspended(Keys keys, boolean has)) {
            return roll.with(account, new Standing.Confirmed(keys, has));
        }
        throw new Unfit(MembershipFailure.NOT_SUSPENDED);
    }

    private Rules() {}
}
