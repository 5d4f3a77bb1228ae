package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.membership.Membership.Outcome;

class AFounding {
    private final Team team = new Team("a founding");

    private void refused(MembershipFailure why, Link founding, SigningKey... by) {
        Outcome outcome = Membership.founded(Team.signed(founding, by));
        assertEquals(new Outcome.Refused(0, why), outcome);
    }

    @Test
    void gives_authority_to_each_founder_once_he_signed() {
        var rook = new Standing.Named(team.rook.keys());
        assertEquals(new Standing.Confirmed(team.heron.keys(), true), team.standing(team.heron));
        assertEquals(rook, team.standing(team.rook));
        assertEquals(Optional.empty(), team.now.keys(team.rook.account()));
        var invited = new Statement.Invited(team.wren.account());
        team.refused(MembershipFailure.SIGNER_NOT_CONFIRMED, invited, team.rook.signing());
        team.says(new Statement.FoundingSigned(team.rook.account()), team.rook.signing());
        assertEquals(Optional.of(team.rook.keys()), team.now.keys(team.rook.account()));
        team.says(invited, team.rook.signing());
    }

    @Test
    void is_signed_by_nobody_for_another_and_once() {
        var signed = new Statement.FoundingSigned(team.rook.account());
        team.refused(MembershipFailure.NOT_BY_ITS_KEY, signed, team.heron.signing());
        team.refused(
                MembershipFailure.OTHER_NUMBER_OF_SIGNERS,
                signed,
                team.heron.signing(),
                team.rook.signing());
        team.says(signed, team.rook.signing());
        team.refused(MembershipFailure.NO_FOUNDER_TO_SIGN, signed, team.rook.signing());
        var unknown = new Statement.FoundingSigned(team.gull.account());
        team.refused(MembershipFailure.UNKNOWN_ACCOUNT, unknown, team.gull.signing());
    }

    @Test
    void is_made_by_one_whom_it_names() {
        Link founding = team.founding(team.heron, team.rook);
        refused(MembershipFailure.NOT_BY_ITS_KEY, founding, team.wren.signing());
        refused(
                MembershipFailure.OTHER_NUMBER_OF_SIGNERS,
                founding,
                team.heron.signing(),
                team.rook.signing());
    }

    @Test
    void names_sound_keys_and_each_for_one_founder() {
        var low = new Keys(team.rook.keys().signing(), team.unsound());
        var identity = new AuthorKey(Octets.of(Arrays.copyOf(new byte[] {1}, AuthorKey.BYTES)));
        var nobodys = new Keys(identity, team.rook.keys().reading());
        var other = new Keys(team.rook.keys().signing(), team.heron.keys().reading());
        refused(MembershipFailure.UNSOUND_KEY, with(low), team.heron.signing());
        refused(MembershipFailure.UNSOUND_KEY, with(nobodys), team.heron.signing());
        refused(MembershipFailure.KEY_USED, with(team.heron.keys()), team.heron.signing());
        refused(MembershipFailure.KEY_USED, with(other), team.heron.signing());
        refused(MembershipFailure.KEY_USED, with(twin()), team.heron.signing());
    }

    private Keys twin() {
        return new Keys(team.heron.keys().signing(), team.rook.keys().reading());
    }

    private Link with(Keys ofRook) {
        var founders =
                List.of(team.heron.founder(), new Statement.Founder(team.rook.account(), ofRook));
        return Link.founding(team.organisation, Team.AT, new Statement.Founding(founders));
    }

    @Test
    void names_each_founder_once_in_order_and_at_most_sixteen() {
        assertThrows(IllegalArgumentException.class, () -> team.founding(team.rook, team.heron));
        assertThrows(IllegalArgumentException.class, () -> team.founding(team.rook, team.rook));
        assertThrows(IllegalArgumentException.class, team::founding);
        var many = new ArrayList<Team.Person>();
        for (int i = 0; i < 16; i++) {
            many.add(team.person(i));
        }
        Link founding = team.founding(many.toArray(Team.Person[]::new));
        var signed = founding.signedBy(many.getFirst().signing());
        assertInstanceOf(Outcome.Follows.class, Membership.founded(signed));
        many.add(team.person(16));
        assertThrows(
                IllegalArgumentException.class,
                () -> team.founding(many.toArray(Team.Person[]::new)));
    }

    @Test
    void is_the_first_statement_and_no_other_is() {
        var other = new Statement.Founding(List.of(team.wren.founder()));
        team.refused(MembershipFailure.FOUNDING_MISPLACED, other, team.wren.signing());
        var first =
                new Link(
                        team.organisation,
                        0,
                        ChainHead.beginning(team.organisation),
                        Team.AT,
                        new Statement.Invited(team.wren.account()));
        refused(MembershipFailure.FOUNDING_MISPLACED, first, team.heron.signing());
        assertEquals(
                new Outcome.Refused(0, MembershipFailure.FOUNDING_MISPLACED),
                Membership.read(team.organisation, team.now.fingerprint(), List.of()));
    }

    /// Who writes rows could otherwise found the organisation again, with founders of his own.
    @Test
    void is_the_one_whose_fingerprint_is_on_paper() {
        byte[] swapped =
                team.founding(team.heron, team.wren).signedBy(team.heron.signing()).bytes();
        assertEquals(
                new Outcome.Refused(0, MembershipFailure.OTHER_FOUNDING),
                Membership.read(team.organisation, team.now.fingerprint(), List.of(swapped)));
    }
}
