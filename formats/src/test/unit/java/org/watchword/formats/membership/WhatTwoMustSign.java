package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;

class WhatTwoMustSign {
    private final Team team = Team.grown("what two must sign");
    private final SigningKey heron = team.heron.signing();
    private final SigningKey rook = team.rook.signing();
    private final SigningKey wren = team.wren.signing();
    private final SigningKey gull = team.gull.signing();
    private final Statement giveWren = new Statement.AuthorityGiven(team.wren.account());
    private final Statement takeRook = new Statement.AuthorityTaken(team.rook.account());

    @Test
    void gives_authority_and_takes_it() {
        team.says(giveWren, heron, rook);
        assertEquals(new Standing.Confirmed(team.wren.keys(), true), team.standing(team.wren));
        team.says(new Statement.Invited(new AccountNumber(5)), wren);
        team.refused(MembershipFailure.ALREADY_AUTHORISED, giveWren, heron, rook);
        team.says(takeRook, heron, wren);
        assertEquals(new Standing.Confirmed(team.rook.keys(), false), team.standing(team.rook));
        var sixth = new Statement.Invited(new AccountNumber(6));
        team.refused(MembershipFailure.NOT_AUTHORISED, sixth, rook);
        team.refused(MembershipFailure.NO_AUTHORITY, takeRook, heron, wren);
    }

    /// While two have authority one of them is not enough, whomever he brought in.
    @Test
    void is_signed_by_as_much_authority_as_there_is() {
        team.refused(MembershipFailure.OTHER_NUMBER_OF_SIGNERS, giveWren, heron);
        team.refused(MembershipFailure.NOT_AUTHORISED, giveWren, heron, gull);
        team.refused(MembershipFailure.NOT_FOR_THE_DESK, giveWren, heron, team.desk);
        team.says(takeRook, heron, gull);
        team.says(giveWren, heron, rook);
    }

    @Test
    void is_not_easier_when_somebody_was_shut_out() {
        team.says(new Statement.Suspended(team.rook.account()), team.desk);
        team.refused(MembershipFailure.NOT_AUTHORISED, giveWren, heron, gull);
    }

    @Test
    void is_signed_by_others_than_the_one_it_is_about() {
        team.refused(MembershipFailure.ABOUT_HIMSELF, giveWren, heron, wren);
        team.refused(MembershipFailure.ABOUT_HIMSELF, takeRook, heron, rook);
        var anew = new Statement.MadeAnew(team.rook.account());
        team.refused(MembershipFailure.ABOUT_HIMSELF, anew, heron, rook);
    }

    @Test
    void never_leaves_nobody_with_authority() {
        team.says(takeRook, heron, gull);
        var last = new Statement.AuthorityTaken(team.heron.account());
        team.refused(MembershipFailure.NOT_AUTHORISED, last, wren, gull);
        var anew = new Statement.MadeAnew(team.heron.account());
        team.refused(MembershipFailure.NOT_AUTHORISED, anew, wren, gull);
    }

    @Test
    void gives_authority_to_nobody_who_is_not_in_force() {
        team.says(new Statement.Suspended(team.gull.account()), team.desk);
        var suspended = new Statement.AuthorityGiven(team.gull.account());
        team.refused(MembershipFailure.IS_SUSPENDED, suspended, heron, rook);
        var fifth = new Statement.AuthorityGiven(new AccountNumber(5));
        team.refused(MembershipFailure.UNKNOWN_ACCOUNT, fifth, heron, rook);
    }

    @Test
    void gives_the_desk_a_key_in_the_place_of_the_one_before() {
        var key = SigningKey.fresh(team.random);
        var says = new Statement.DeskKey(AuthorKey.of(key));
        team.refused(MembershipFailure.OTHER_NUMBER_OF_SIGNERS, says, heron, rook);
        team.refused(MembershipFailure.NOT_BY_ITS_KEY, says, heron, rook, wren);
        team.refused(MembershipFailure.NOT_AUTHORISED, says, heron, wren, key);
        assertTrue(team.now.isTheDesk(AuthorKey.of(team.desk)));
        team.says(says, heron, rook, key);
        assertFalse(team.now.isTheDesk(AuthorKey.of(team.desk)));
        assertTrue(team.now.isTheDesk(AuthorKey.of(key)));
        var shutOut = new Statement.Suspended(team.gull.account());
        team.refused(MembershipFailure.KEY_REPLACED, shutOut, team.desk);
        team.says(shutOut, key);
        var again = new Statement.DeskKey(AuthorKey.of(team.desk));
        team.refused(MembershipFailure.KEY_USED, again, heron, rook, team.desk);
    }

    /// Who lost his passphrase reads nothing of before, and neither does who found it.
    @Test
    void makes_an_account_anew_that_keeps_nothing() {
        team.says(new Statement.MadeAnew(team.rook.account()), heron, wren);
        assertEquals(new Standing.Invited(), team.standing(team.rook));
        assertEquals(Optional.empty(), team.now.keys(team.rook.account()));
        assertEquals(Set.of(team.wren.account()), team.compartment().members());
        assertTrue(team.compartment().isRekeyPending());
        var add = new Statement.Added(team.core, team.gull.account());
        team.refused(MembershipFailure.KEY_REPLACED, add, rook);
        var old = new Statement.Accepted(team.rook.account(), team.rook.keys());
        team.refused(MembershipFailure.KEY_USED, old, rook);
        team.says(team.nextEpoch(1), team.desk);
        var anew = team.person(team.rook.account().number());
        team.says(new Statement.Accepted(anew.account(), anew.keys()), anew.signing());
        team.says(new Statement.Confirmed(anew.account(), anew.keys()), heron);
        assertEquals(new Standing.Confirmed(anew.keys(), false), team.standing(team.rook));
        assertEquals(Set.of(team.wren.account()), team.compartment().members());
    }

    @Test
    void makes_nothing_anew_where_there_was_nothing() {
        var fifth = new Statement.MadeAnew(new AccountNumber(5));
        team.refused(MembershipFailure.UNKNOWN_ACCOUNT, fifth, heron, rook);
        team.says(new Statement.Invited(new AccountNumber(5)), heron);
        team.refused(MembershipFailure.NOT_CONFIRMED, fifth, heron, rook);
    }

    /// Who writes rows, and has no key that the chain knows, can say nothing in it.
    @Test
    void leaves_an_administrator_without_keys_nothing() {
        SigningKey own = SigningKey.fresh(team.random);
        var rook = team.rook.account();
        for (Statement says :
                new Statement[] {
                    new Statement.Invited(new AccountNumber(9)),
                    new Statement.Confirmed(rook, team.rook.keys()),
                    new Statement.Opened(team.place(), team.address()),
                    new Statement.Added(team.core, team.gull.account()),
                    new Statement.Removed(team.core, rook),
                    new Statement.Suspended(rook),
                    team.nextEpoch(1)
                }) {
            team.refused(MembershipFailure.UNKNOWN_SIGNER, says, own);
        }
        for (Statement says : new Statement[] {giveWren, takeRook, new Statement.MadeAnew(rook)}) {
            team.refused(MembershipFailure.UNKNOWN_SIGNER, says, own, heron);
        }
        var key = new Statement.DeskKey(AuthorKey.of(own));
        team.refused(MembershipFailure.UNKNOWN_SIGNER, key, own, heron, team.person(7).signing());
        var named = new Statement.FoundingSigned(rook);
        team.refused(MembershipFailure.NO_FOUNDER_TO_SIGN, named, own);
    }
}
