package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShuttingOut {
    private final Team team = Team.grown("shutting out");
    private final Statement shutOut = new Statement.Suspended(team.rook.account());
    private final Statement lift = new Statement.Lifted(team.rook.account());

    @Test
    void is_done_by_the_desk_or_by_any_colleague() {
        team.says(shutOut, team.desk);
        assertEquals(new Standing.Suspended(team.rook.keys(), true), team.standing(team.rook));
        team.says(new Statement.Suspended(team.heron.account()), team.gull.signing());
        assertEquals(new Standing.Suspended(team.heron.keys(), true), team.standing(team.heron));
    }

    @Test
    void takes_the_word_from_somebody_and_what_is_sealed_to_him_but_nothing_else() {
        team.says(shutOut, team.desk);
        team.refused(
                MembershipFailure.SIGNER_SUSPENDED,
                new Statement.Added(team.core, team.gull.account()),
                team.rook.signing());
        team.refused(
                MembershipFailure.SIGNER_SUSPENDED,
                new Statement.Suspended(team.heron.account()),
                team.rook.signing());
        assertEquals(Optional.empty(), team.now.keys(team.rook.account()));
        assertEquals(Map.of(team.wren.account(), team.wren.keys()), team.now.readers(team.core));
        assertTrue(team.now.isRed(team.core), "one alone can read");
        assertTrue(team.compartment().members().contains(team.rook.account()));
        assertFalse(team.compartment().isRekeyPending());
    }

    @Test
    void is_lifted_by_two_colleagues_and_then_all_is_as_before() {
        Standing before = team.standing(team.rook);
        team.refused(
                MembershipFailure.NOT_SUSPENDED, lift, team.wren.signing(), team.gull.signing());
        team.says(shutOut, team.desk);
        team.refused(MembershipFailure.OTHER_NUMBER_OF_SIGNERS, lift, team.heron.signing());
        team.refused(
                MembershipFailure.SIGNER_SUSPENDED,
                lift,
                team.heron.signing(),
                team.rook.signing());
        team.refused(MembershipFailure.NOT_FOR_THE_DESK, lift, team.heron.signing(), team.desk);
        team.says(lift, team.wren.signing(), team.gull.signing());
        assertEquals(before, team.standing(team.rook));
        assertFalse(team.now.isRed(team.core));
    }

    @Test
    void concerns_somebody_in_force() {
        team.says(shutOut, team.desk);
        team.refused(MembershipFailure.IS_SUSPENDED, shutOut, team.desk);
        var fifth = new Statement.Suspended(new AccountNumber(5));
        team.refused(MembershipFailure.UNKNOWN_ACCOUNT, fifth, team.desk);
        team.says(new Statement.Invited(new AccountNumber(5)), team.heron.signing());
        team.refused(MembershipFailure.NOT_CONFIRMED, fifth, team.desk);
        var stranger = team.person(6);
        team.refused(MembershipFailure.UNKNOWN_SIGNER, shutOut, stranger.signing());
    }

    @Test
    void does_not_keep_somebody_from_being_removed() {
        team.says(shutOut, team.desk);
        team.says(new Statement.Removed(team.core, team.rook.account()), team.heron.signing());
        assertTrue(team.compartment().isRekeyPending());
    }
}
