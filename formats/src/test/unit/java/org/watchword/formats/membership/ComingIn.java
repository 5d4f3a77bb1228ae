package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComingIn {
    private final Team team = Team.founded("coming in");
    private final Statement invited = new Statement.Invited(team.wren.account());
    private final Statement accepted =
            new Statement.Accepted(team.wren.account(), team.wren.keys());
    private final Statement confirmed =
            new Statement.Confirmed(team.wren.account(), team.wren.keys());

    private void came() {
        team.says(invited, team.heron.signing());
        team.says(accepted, team.wren.signing());
    }

    @Test
    void goes_from_an_invitation_over_own_keys_to_a_colleague_who_compared_them() {
        assertEquals(Optional.empty(), team.now.standing(team.wren.account()));
        team.says(invited, team.heron.signing());
        assertEquals(new Standing.Invited(), team.standing(team.wren));
        team.says(accepted, team.wren.signing());
        assertEquals(new Standing.Accepted(team.wren.keys()), team.standing(team.wren));
        assertEquals(Optional.empty(), team.now.keys(team.wren.account()));
        team.says(confirmed, team.rook.signing());
        assertEquals(new Standing.Confirmed(team.wren.keys(), false), team.standing(team.wren));
        assertEquals(Optional.of(team.wren.keys()), team.now.keys(team.wren.account()));
    }

    @Test
    void needs_an_invitation_by_who_has_authority() {
        team.refused(MembershipFailure.UNKNOWN_SIGNER, invited, team.gull.signing());
        team.comes(team.wren);
        var another = new Statement.Invited(team.gull.account());
        team.refused(MembershipFailure.NOT_AUTHORISED, another, team.wren.signing());
        var uninvited = new Statement.Accepted(team.gull.account(), team.gull.keys());
        team.refused(MembershipFailure.UNKNOWN_ACCOUNT, uninvited, team.gull.signing());
    }

    @Test
    void happens_once() {
        team.says(invited, team.heron.signing());
        team.refused(MembershipFailure.ALREADY_INVITED, invited, team.heron.signing());
        team.refused(MembershipFailure.NOT_ACCEPTED, confirmed, team.heron.signing());
        team.says(accepted, team.wren.signing());
        var again = new Team.Person(team.wren.account(), team.gull.signing(), team.gull.reading());
        team.refused(
                MembershipFailure.NOT_INVITED,
                new Statement.Accepted(again.account(), again.keys()),
                again.signing());
        team.says(confirmed, team.heron.signing());
        team.refused(MembershipFailure.NOT_ACCEPTED, confirmed, team.heron.signing());
        team.refused(MembershipFailure.ALREADY_INVITED, invited, team.heron.signing());
    }

    /// Otherwise somebody could bring keys of another and have sealed to him what he cannot read,
    /// or pass for the author of what another signed.
    @Test
    void is_with_keys_that_one_has_and_nobody_had() {
        team.says(invited, team.heron.signing());
        team.refused(MembershipFailure.NOT_BY_ITS_KEY, accepted, team.gull.signing());
        var low = new Keys(team.wren.keys().signing(), team.unsound());
        var rooks = new Keys(team.wren.keys().signing(), team.rook.keys().reading());
        var account = team.wren.account();
        team.refused(
                MembershipFailure.UNSOUND_KEY,
                new Statement.Accepted(account, low),
                team.wren.signing());
        team.refused(
                MembershipFailure.KEY_USED,
                new Statement.Accepted(account, rooks),
                team.wren.signing());
        var signing = new Keys(team.rook.keys().signing(), team.wren.keys().reading());
        team.refused(
                MembershipFailure.KEY_USED,
                new Statement.Accepted(account, signing),
                team.rook.signing());
    }

    /// Who writes rows could otherwise put a key of his own in the place of one that was compared.
    @Test
    void is_confirmed_with_the_very_keys_that_were_accepted() {
        came();
        var reading = new Keys(team.wren.keys().signing(), team.gull.keys().reading());
        var signing = new Keys(team.gull.keys().signing(), team.wren.keys().reading());
        var account = team.wren.account();
        team.refused(
                MembershipFailure.OTHER_KEYS,
                new Statement.Confirmed(account, reading),
                team.heron.signing());
        team.refused(
                MembershipFailure.OTHER_KEYS,
                new Statement.Confirmed(account, signing),
                team.heron.signing());
        team.refused(
                MembershipFailure.UNKNOWN_ACCOUNT,
                new Statement.Confirmed(team.gull.account(), team.wren.keys()),
                team.heron.signing());
    }

    @Test
    void is_confirmed_by_nobody_who_was_not_confirmed_himself() {
        came();
        team.refused(MembershipFailure.SIGNER_NOT_CONFIRMED, confirmed, team.wren.signing());
        team.refused(
                MembershipFailure.OTHER_NUMBER_OF_SIGNERS,
                confirmed,
                team.heron.signing(),
                team.rook.signing());
    }

    /// When somebody else was faster with the invitation, the words do not agree.
    @Test
    void begins_again_with_another_invitation_until_it_was_confirmed() {
        team.says(invited, team.heron.signing());
        var thief = new Team.Person(team.wren.account(), team.gull.signing(), team.gull.reading());
        team.says(new Statement.Accepted(thief.account(), thief.keys()), thief.signing());
        team.says(invited, team.heron.signing());
        assertEquals(new Standing.Invited(), team.standing(team.wren));
        team.refused(MembershipFailure.KEY_REPLACED, confirmed, thief.signing());
        team.refused(
                MembershipFailure.KEY_USED,
                new Statement.Accepted(thief.account(), thief.keys()),
                thief.signing());
        team.says(accepted, team.wren.signing());
        team.says(confirmed, team.rook.signing());
    }
}
