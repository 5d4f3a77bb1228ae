package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.formats.membership.Membership.Preview;

class ReadingInACompartment {
    private final Team team = Team.grown("reading in a compartment");
    private final Statement addGull = new Statement.Added(team.core, team.gull.account());
    private final Statement removeRook = new Statement.Removed(team.core, team.rook.account());

    @Test
    void begins_with_who_opened_it_and_is_red_until_a_second_reads() {
        var other = team.place();
        assertEquals(Optional.empty(), team.now.compartment(other));
        var opened = new Statement.Opened(other, team.address());
        team.says(opened, team.gull.signing());
        var expected = new Compartment(0, opened.address(), Set.of(team.gull.account()), false);
        assertEquals(Optional.of(expected), team.now.compartment(other));
        assertTrue(team.now.isRed(other));
        team.says(new Statement.Added(other, team.wren.account()), team.gull.signing());
        assertFalse(team.now.isRed(other));
        assertEquals(
                Map.of(
                        team.gull.account(), team.gull.keys(),
                        team.wren.account(), team.wren.keys()),
                team.now.readers(other));
        assertEquals(0, team.now.epoch(other).orElseThrow().epoch().number());
        assertEquals(opened.address(), team.now.epoch(other).orElseThrow().address());
    }

    @Test
    void begins_once_with_a_sound_address_that_nobody_had() {
        var again = new Statement.Opened(team.core, team.address());
        team.refused(MembershipFailure.COMPARTMENT_THERE, again, team.wren.signing());
        var other = team.place();
        var low = new Statement.Opened(other, team.unsound());
        team.refused(MembershipFailure.UNSOUND_KEY, low, team.gull.signing());
        var same = new Statement.Opened(other, team.compartment().address());
        team.refused(MembershipFailure.KEY_USED, same, team.gull.signing());
        var desks = new Statement.Opened(other, team.address());
        team.refused(MembershipFailure.NOT_FOR_THE_DESK, desks, team.desk);
    }

    @Test
    void begins_in_a_case_by_somebody_who_reads_in_it() {
        var beside = new CaseCompartment(team.core.ofCase(), team.place().compartment());
        var opened = new Statement.Opened(beside, team.address());
        team.refused(MembershipFailure.NOT_A_MEMBER, opened, team.gull.signing());
        team.refused(MembershipFailure.NOT_A_MEMBER, opened, team.heron.signing());
        team.says(opened, team.rook.signing());
        assertEquals(Set.of(team.core, beside), team.now.compartments());
    }

    /// Authority, the desk's key and being confirmed are not enough: who adds hands on the key.
    @Test
    void is_given_by_members_alone() {
        team.refused(MembershipFailure.NOT_A_MEMBER, addGull, team.gull.signing());
        team.refused(MembershipFailure.NOT_A_MEMBER, addGull, team.heron.signing());
        team.refused(MembershipFailure.NOT_FOR_THE_DESK, addGull, team.desk);
        team.says(addGull, team.rook.signing());
        assertTrue(team.now.readers(team.core).containsKey(team.gull.account()));
    }

    @Test
    void is_given_once_and_to_nobody_who_was_not_confirmed() {
        var rook = new Statement.Added(team.core, team.rook.account());
        team.refused(MembershipFailure.ALREADY_THERE, rook, team.wren.signing());
        var fifth = team.person(5);
        var add = new Statement.Added(team.core, fifth.account());
        team.refused(MembershipFailure.UNKNOWN_ACCOUNT, add, team.wren.signing());
        team.says(new Statement.Invited(fifth.account()), team.heron.signing());
        team.refused(MembershipFailure.NOT_CONFIRMED, add, team.wren.signing());
        team.says(new Statement.Accepted(fifth.account(), fifth.keys()), fifth.signing());
        team.refused(MembershipFailure.NOT_CONFIRMED, add, team.wren.signing());
        var nowhere = new Statement.Added(team.place(), team.gull.account());
        team.refused(MembershipFailure.NO_COMPARTMENT, nowhere, team.wren.signing());
    }

    @Test
    void is_given_to_nobody_who_is_shut_out() {
        team.says(new Statement.Suspended(team.gull.account()), team.desk);
        team.refused(MembershipFailure.IS_SUSPENDED, addGull, team.wren.signing());
    }

    @Test
    void ends_by_one_who_has_authority_though_he_reads_nothing_there() {
        team.refused(MembershipFailure.NOT_AUTHORISED, removeRook, team.wren.signing());
        team.refused(MembershipFailure.NOT_FOR_THE_DESK, removeRook, team.desk);
        team.says(removeRook, team.heron.signing());
        assertEquals(Map.of(team.wren.account(), team.wren.keys()), team.now.readers(team.core));
        assertTrue(team.compartment().isRekeyPending());
        assertTrue(team.now.isRed(team.core));
        team.refused(MembershipFailure.NOT_A_MEMBER, addGull, team.rook.signing());
        team.refused(MembershipFailure.NOT_THERE, removeRook, team.heron.signing());
        var nowhere = new Statement.Removed(team.place(), team.rook.account());
        team.refused(MembershipFailure.NO_COMPARTMENT, nowhere, team.heron.signing());
    }

    @Test
    void goes_on_with_a_key_that_the_desk_makes_after_a_removal() {
        Statement next = team.nextEpoch(1);
        team.refused(MembershipFailure.NO_REMOVAL, next, team.desk);
        team.says(removeRook, team.heron.signing());
        team.says(next, team.desk);
        assertFalse(team.compartment().isRekeyPending());
        assertEquals(1, team.now.epoch(team.core).orElseThrow().epoch().number());
        team.refused(MembershipFailure.NO_REMOVAL, team.nextEpoch(2), team.desk);
        var nowhere = new Statement.NextEpoch(team.place(), 1, team.address());
        team.refused(MembershipFailure.NO_COMPARTMENT, nowhere, team.desk);
    }

    @Test
    void goes_on_with_a_key_that_a_member_makes_at_any_time() {
        team.refused(MembershipFailure.NOT_A_MEMBER, team.nextEpoch(1), team.heron.signing());
        team.says(team.nextEpoch(1), team.wren.signing());
        team.says(removeRook, team.heron.signing());
        team.says(team.nextEpoch(2), team.wren.signing());
        assertFalse(team.compartment().isRekeyPending());
        assertEquals(2, team.compartment().epoch());
    }

    /// A key that was there before is one that who was removed has.
    @Test
    void goes_on_with_the_next_number_and_a_sound_key_that_nobody_had() {
        team.says(team.nextEpoch(1), team.wren.signing());
        team.refused(MembershipFailure.OTHER_EPOCH, team.nextEpoch(1), team.wren.signing());
        team.refused(MembershipFailure.OTHER_EPOCH, team.nextEpoch(3), team.wren.signing());
        var same = new Statement.NextEpoch(team.core, 2, team.compartment().address());
        team.refused(MembershipFailure.KEY_USED, same, team.wren.signing());
        var gulls = new Statement.NextEpoch(team.core, 2, team.gull.keys().reading());
        team.refused(MembershipFailure.KEY_USED, gulls, team.wren.signing());
        var low = new Statement.NextEpoch(team.core, 2, team.unsound());
        team.refused(MembershipFailure.UNSOUND_KEY, low, team.wren.signing());
    }

    @Test
    void stays_to_be_made_anew_when_somebody_is_added_in_between() {
        team.says(removeRook, team.heron.signing());
        team.says(addGull, team.wren.signing());
        assertTrue(team.compartment().isRekeyPending());
    }

    @Test
    void is_shown_before_it_is_signed() {
        var wren = Set.of(team.wren.keys().signing());
        var heron = Set.of(team.heron.keys().signing());
        assertEquals(
                new Preview.Changes(Set.of(), Set.of(team.core)), team.now.would(addGull, wren));
        assertEquals(
                new Preview.Nothing(MembershipFailure.NOT_A_MEMBER),
                team.now.would(addGull, heron));
        var shutOut = new Statement.Suspended(team.rook.account());
        assertEquals(
                new Preview.Changes(Set.of(team.rook.account()), Set.of()),
                team.now.would(shutOut, wren));
    }
}
