package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.Membership.Outcome;

class ASpoiltChain {
    private final Team team = Team.founded("a spoilt chain");
    private final Statement inviteWren = new Statement.Invited(team.wren.account());

    private static byte[] turned(byte[] bytes, int bit) {
        byte[] turned = bytes.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        return turned;
    }

    private Membership before(int number) {
        List<byte[]> chain = team.chain.subList(0, number);
        var read = Membership.read(team.organisation, team.now.fingerprint(), chain);
        return assertInstanceOf(Outcome.Follows.class, read).membership();
    }

    @Test
    void is_read_whole_when_nothing_is_spoilt() {
        Team grown = Team.grown("a whole chain");
        var read = assertInstanceOf(Outcome.Follows.class, grown.read()).membership();
        assertEquals(grown.now.head(), read.head());
        assertEquals(grown.chain.size(), read.size());
        assertEquals(grown.now.accounts(), read.accounts());
        assertEquals(grown.now.compartments(), read.compartments());
        assertEquals(grown.now.readers(grown.core), read.readers(grown.core));
        assertTrue(read.holds(0, grown.now.fingerprint()));
    }

    @Test
    void is_seen_whichever_bit_of_it_was_turned() {
        team.comes(team.wren);
        int tried = 0;
        for (int number = 1; number < team.chain.size(); number++) {
            Membership before = before(number);
            byte[] bytes = team.chain.get(number);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                Outcome outcome = before.follow(turned(bytes, bit));
                assertInstanceOf(Outcome.Refused.class, outcome, number + ", bit " + bit);
                tried++;
            }
        }
        byte[] founding = team.chain.getFirst();
        for (int bit = 0; bit < founding.length * 8; bit++) {
            var chain = new ArrayList<>(team.chain);
            chain.set(0, turned(founding, bit));
            assertEquals(
                    new Outcome.Refused(0, MembershipFailure.OTHER_FOUNDING),
                    Membership.read(team.organisation, team.now.fingerprint(), chain),
                    "bit " + bit);
            tried++;
        }
        System.out.println("ASpoiltChain: " + tried + " bits turned");
    }

    @Test
    void is_seen_when_a_statement_is_cut_off_or_longer() {
        byte[] bytes = team.signed(inviteWren, team.heron.signing()).bytes();
        for (int length = 0; length < bytes.length; length++) {
            team.refused(MembershipFailure.NOT_CANONICAL, Arrays.copyOf(bytes, length));
        }
        team.refused(MembershipFailure.NOT_CANONICAL, Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void is_seen_when_a_statement_was_signed_by_another_or_not_for_this() {
        Link link = team.now.next(inviteWren, Team.AT);
        SigningKey heron = team.heron.signing();
        byte[] withoutDomain = heron.sign(link.bytes());
        team.refused(MembershipFailure.NOT_SIGNED, signed(link, heron, withoutDomain));
        byte[] byRook = link.signature(team.rook.signing()).bytes();
        team.refused(MembershipFailure.NOT_SIGNED, signed(link, heron, byRook));
        byte[] honest = link.signature(heron).bytes();
        var same = team.now.follow(signed(link, heron, honest));
        assertInstanceOf(Outcome.Follows.class, same);
    }

    private static byte[] signed(Link link, SigningKey key, byte[] signature) {
        return new CborWriter()
                .array(2)
                .bytes(link.bytes())
                .array(1)
                .array(2)
                .bytes(key.publicKey())
                .bytes(signature)
                .written();
    }

    @Test
    void is_seen_when_signatures_are_out_of_order_or_there_twice() {
        team.comes(team.wren);
        var give = new Statement.AuthorityGiven(team.wren.account());
        Link link = team.now.next(give, Team.AT);
        var keys = new ArrayList<>(List.of(team.heron.signing(), team.rook.signing()));
        keys.sort((one, other) -> Arrays.compareUnsigned(one.publicKey(), other.publicKey()));
        var inOrder = team.now.follow(twice(link, keys.getFirst(), keys.getLast()));
        assertInstanceOf(Outcome.Follows.class, inOrder);
        team.refused(MembershipFailure.NOT_CANONICAL, twice(link, keys.getLast(), keys.getFirst()));
        team.refused(
                MembershipFailure.NOT_CANONICAL, twice(link, keys.getFirst(), keys.getFirst()));
    }

    private static byte[] twice(Link link, SigningKey one, SigningKey other) {
        var into = new CborWriter().array(2).bytes(link.bytes()).array(2);
        for (SigningKey key : List.of(one, other)) {
            into.array(2).bytes(key.publicKey()).bytes(link.signature(key).bytes());
        }
        return into.written();
    }

    @Test
    void is_seen_when_a_statement_is_of_another_version_or_of_none() {
        SigningKey heron = team.heron.signing();
        byte[] link = team.now.next(inviteWren, Team.AT).bytes();
        assertEquals(1, link[1]);
        link[1] = 2;
        team.refused(MembershipFailure.OTHER_VERSION, signed(link, heron));
        link[1] = 1;
        assertInstanceOf(Outcome.Follows.class, team.now.follow(signed(link, heron)));
        int word = link.length - "invited".length() - 1;
        link[word] = 'I';
        team.refused(MembershipFailure.NOT_CANONICAL, signed(link, heron));
    }

    private static byte[] signed(byte[] link, SigningKey key) {
        return new CborWriter()
                .array(2)
                .bytes(link)
                .array(1)
                .array(2)
                .bytes(key.publicKey())
                .bytes(key.sign(SignedLink.SIGNING.before(link)))
                .written();
    }

    @Test
    void is_seen_when_a_statement_is_of_another_organisation() {
        var other = new OrganisationId(Octets.of(new byte[OrganisationId.BYTES]));
        Link link = new Link(other, team.chain.size(), team.now.head(), Team.AT, inviteWren);
        team.refused(
                MembershipFailure.OTHER_ORGANISATION, link.signedBy(team.heron.signing()).bytes());
    }

    /// The same organisation, founded another time by the same people.
    @Test
    void is_seen_when_a_statement_was_moved_into_another_chain() {
        Link again = team.founding(team.heron, team.rook, team.gull);
        var other =
                assertInstanceOf(
                                Outcome.Follows.class,
                                Membership.founded(again.signedBy(team.heron.signing())))
                        .membership();
        assertEquals(
                new Outcome.Refused(1, MembershipFailure.OTHER_BEFORE),
                other.follow(team.chain.get(1)));
    }

    @Test
    void is_seen_when_a_statement_comes_again_or_too_early() {
        byte[] invited = team.signed(inviteWren, team.heron.signing()).bytes();
        team.says(inviteWren, team.heron.signing());
        team.refused(MembershipFailure.REPLAYED, invited);
        team.refused(MembershipFailure.REPLAYED, team.chain.getFirst());
        Link early =
                new Link(
                        team.organisation,
                        team.chain.size() + 1,
                        team.now.head(),
                        Team.AT,
                        new Statement.Invited(team.gull.account()));
        team.refused(MembershipFailure.GAP, early.signedBy(team.heron.signing()).bytes());
    }

    /// Two who write at once: the second is told, and makes his anew.
    @Test
    void says_to_the_slower_of_two_that_another_was_faster() {
        var gull = new Statement.Invited(team.gull.account());
        byte[] slower = team.signed(gull, team.rook.signing()).bytes();
        team.says(inviteWren, team.heron.signing());
        team.refused(MembershipFailure.OVERTAKEN, slower);
        team.says(gull, team.rook.signing());
    }

    @Test
    void is_seen_when_it_was_forked() {
        Team fork = Team.founded("a spoilt chain");
        assertEquals(team.now.head(), fork.now.head());
        fork.says(new Statement.Invited(team.gull.account()), fork.rook.signing());
        team.says(inviteWren, team.heron.signing());
        byte[] there = fork.signed(inviteWren, fork.heron.signing()).bytes();
        team.refused(MembershipFailure.OTHER_BEFORE, there);
        Link backwards =
                new Link(
                        team.organisation,
                        team.chain.size() - 1,
                        fork.now.head(),
                        Team.AT,
                        inviteWren);
        team.refused(
                MembershipFailure.OTHER_BEFORE, backwards.signedBy(team.heron.signing()).bytes());
    }

    @Test
    void is_seen_when_a_statement_was_left_out() {
        team.says(inviteWren, team.heron.signing());
        team.says(new Statement.Invited(team.gull.account()), team.heron.signing());
        var chain = new ArrayList<>(team.chain);
        chain.remove(2);
        assertEquals(
                new Outcome.Refused(2, MembershipFailure.GAP),
                Membership.read(team.organisation, team.now.fingerprint(), chain));
    }

    /// What was cut off at the end shows only to who keeps a head.
    @Test
    void is_seen_when_it_was_cut_off_by_who_kept_its_head() {
        ChainHead seen = team.now.head();
        assertTrue(team.now.holds(1, seen));
        assertTrue(!before(1).holds(1, seen));
    }
}
