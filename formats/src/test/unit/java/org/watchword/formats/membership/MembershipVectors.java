package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.Membership.Outcome;
import org.watchword.formats.membership.Team.Person;

/// Makes `vectors/membership/membership.json`.
public final class MembershipVectors {
    public static final String FILE = "membership/membership.json";
    private static final String SEED = "watchword vectors, membership, 1";

    private final VectorFile file = new VectorFile("membership chains", SEED);
    private final Team team = new Team(SEED);
    private final SigningKey heron = team.heron.signing();
    private final SigningKey rook = team.rook.signing();
    private final SigningKey wren = team.wren.signing();
    private final SigningKey gull = team.gull.signing();
    private final ChainHead fingerprint = team.now.fingerprint();
    private final Map<String, Membership> states = new HashMap<>();
    private final Statement inviteFifth = new Statement.Invited(new AccountNumber(5));
    private final Statement addGull = new Statement.Added(team.core, team.gull.account());
    private final Statement addRook = new Statement.Added(team.core, team.rook.account());
    private final Statement giveWren = new Statement.AuthorityGiven(team.wren.account());

    public static String text() {
        var vectors = new MembershipVectors();
        vectors.sound();
        vectors.later();
        vectors.forms();
        vectors.places();
        vectors.otherChains();
        vectors.signers();
        vectors.formerKeys();
        vectors.authority();
        vectors.compartments();
        vectors.members();
        vectors.epochs();
        return vectors.file.text();
    }

    /// A chain that goes on from another vector's.
    private void begin(String after) {
        team.now = states.getOrDefault(after, team.now);
        team.chain.clear();
    }

    private void opened(String name, String says, String after) {
        var vector = vector(name, says, VectorFile.OPENED, after, team.chain);
        vector.put("stands", Told.of(team.now));
        states.put(name, team.now);
    }

    private Map<String, Object> vector(
            String name, String says, String expect, String after, List<byte[]> statements) {
        var vector = file.add(name, says, expect);
        vector.put("organisation", team.organisation.octets().hex());
        vector.put("fingerprint", fingerprint.octets().hex());
        vector.put("after", after);
        vector.put("statements", statements.stream().map(VectorFile::hex).toList());
        return vector;
    }

    private void sound() {
        opened("named", "founded; one of two founders signed", "");
        begin("named");
        team.says(new Statement.FoundingSigned(team.rook.account()), rook);
        opened("founded", "both founders signed", "named");
        begin("founded");
        var desk = new Statement.DeskKey(AuthorKey.of(team.desk));
        team.says(desk, heron, rook, team.desk);
        team.says(new Statement.Invited(team.wren.account()), heron);
        team.says(new Statement.Accepted(team.wren.account(), team.wren.keys()), wren);
        opened("accepted", "the desk has a key; somebody came, nobody compared", "founded");
        begin("accepted");
        team.says(new Statement.Confirmed(team.wren.account(), team.wren.keys()), rook);
        team.comes(team.gull);
        team.says(new Statement.Opened(team.core, team.address()), wren);
        team.says(addRook, wren);
        opened("grown", "four people; two of them read in a compartment", "accepted");
    }

    private void later() {
        begin("grown");
        team.says(new Statement.Removed(team.core, team.rook.account()), heron);
        opened("removed", "by one who reads nothing there", "grown");
        begin("removed");
        team.says(team.nextEpoch(1), team.desk);
        opened("key-by-the-desk", "after the removal", "removed");
        begin("grown");
        team.says(team.nextEpoch(1), wren);
        opened("key-by-a-member", "nobody was removed", "grown");
        begin("grown");
        team.says(new Statement.Suspended(team.rook.account()), team.desk);
        opened("shut-out", "by the desk; the compartment is red", "grown");
        begin("shut-out");
        team.says(new Statement.Lifted(team.rook.account()), wren, gull);
        opened("lifted-again", "by two who have no authority", "shut-out");
        begin("grown");
        team.says(giveWren, heron, rook);
        opened("three-with-authority", "", "grown");
        begin("three-with-authority");
        team.says(new Statement.AuthorityTaken(team.rook.account()), heron, wren);
        opened("two-with-authority", "", "three-with-authority");
        begin("grown");
        team.says(new Statement.MadeAnew(team.rook.account()), heron, wren);
        Person anew = team.person(team.rook.account().number());
        team.says(new Statement.Accepted(anew.account(), anew.keys()), anew.signing());
        team.says(new Statement.Confirmed(anew.account(), anew.keys()), heron);
        opened("begun-anew", "a founder whose passphrase was lost", "grown");
        begin("grown");
        SigningKey other = SigningKey.fresh(team.random);
        team.says(new Statement.DeskKey(AuthorKey.of(other)), heron, rook, other);
        opened("other-desk-key", "", "grown");
    }

    private void failing(
            MembershipFailure why, String name, String says, String after, byte[]... statements) {
        begin(after);
        Outcome outcome = new Outcome.Follows(team.now);
        for (byte[] one : statements) {
            outcome = assertInstanceOf(Outcome.Follows.class, outcome).membership().follow(one);
        }
        assertEquals(why, assertInstanceOf(Outcome.Refused.class, outcome).why(), name);
        vector(name, says, why.name(), after, List.of(statements));
    }

    private void failing(
            MembershipFailure why, String name, String after, Statement says, SigningKey... by) {
        begin(after);
        failing(why, name, "", after, team.signed(says, by).bytes());
    }

    private byte[] said(String after, Statement says, SigningKey... by) {
        begin(after);
        return team.signed(says, by).bytes();
    }

    private void forms() {
        byte[] bytes = said("grown", inviteFifth, heron);
        byte[] link = team.now.next(inviteFifth, Team.AT).bytes();
        byte[] two = link.clone();
        two[1] = 2;
        failing(MembershipFailure.OTHER_VERSION, "version-two", "", "grown", by(two, heron));
        byte[] capital = link.clone();
        capital[link.length - 8] = 'I';
        String canonical = "signed so by its author";
        failing(
                MembershipFailure.NOT_CANONICAL,
                "capital-letter",
                canonical,
                "grown",
                by(capital, heron));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        failing(MembershipFailure.NOT_CANONICAL, "behind-the-end", "", "grown", longer);
        byte[] turned = bytes.clone();
        turned[bytes.length - 1] ^= 1;
        failing(MembershipFailure.NOT_SIGNED, "bit-turned", "the last", "grown", turned);
        byte[] bare = signed(link, heron, heron.sign(link));
        failing(MembershipFailure.NOT_SIGNED, "signed-without-its-domain", "", "grown", bare);
    }

    private static byte[] by(byte[] link, SigningKey key) {
        return signed(link, key, key.sign(SignedLink.SIGNING.before(link)));
    }

    private static byte[] signed(byte[] link, SigningKey key, byte[] signature) {
        var into = new CborWriter().array(2).bytes(link).array(1).array(2);
        return into.bytes(key.publicKey()).bytes(signature).written();
    }

    private void places() {
        byte[] fifth = said("grown", inviteFifth, heron);
        byte[] sixth = said("grown", new Statement.Invited(new AccountNumber(6)), rook);
        failing(MembershipFailure.REPLAYED, "said-again", "", "grown", fifth, fifth);
        failing(
                MembershipFailure.OVERTAKEN,
                "two-at-once",
                "both made on the same past",
                "grown",
                fifth,
                sixth);
        byte[] later = said("shut-out", inviteFifth, heron);
        failing(MembershipFailure.GAP, "left-out", "", "grown", later);
        failing(MembershipFailure.OTHER_BEFORE, "forked", "", "removed", later);
    }

    private void otherChains() {
        var other = new OrganisationId(Octets.of(new byte[OrganisationId.BYTES]));
        begin("grown");
        Link elsewhere = new Link(other, team.now.size(), team.now.head(), Team.AT, inviteFifth);
        failing(
                MembershipFailure.OTHER_ORGANISATION,
                "of-another-organisation",
                "",
                "grown",
                elsewhere.signedBy(heron).bytes());
        Link again = team.founding(team.heron, team.rook, team.gull);
        byte[] swapped = again.signedBy(heron).bytes();
        vector(
                "swapped-founder",
                "signed by a founder, and not the one on paper",
                MembershipFailure.OTHER_FOUNDING.name(),
                "",
                List.of(swapped));
        var foreign = (Outcome.Follows) Membership.founded(again.signedBy(heron));
        var signed = new Statement.FoundingSigned(team.rook.account());
        byte[] moved = foreign.membership().next(signed, Team.AT).signedBy(rook).bytes();
        failing(MembershipFailure.OTHER_BEFORE, "of-another-chain", "", "named", moved);
        var founding = new Statement.Founding(List.of(team.person(9).founder()));
        failing(MembershipFailure.FOUNDING_MISPLACED, "founded-again", "grown", founding, heron);
    }

    private void signers() {
        failing(
                MembershipFailure.OTHER_NUMBER_OF_SIGNERS,
                "one-where-two-must",
                "grown",
                giveWren,
                heron);
        failing(
                MembershipFailure.OTHER_NUMBER_OF_SIGNERS,
                "two-where-one-must",
                "grown",
                inviteFifth,
                heron,
                rook);
        SigningKey own = SigningKey.fresh(team.random);
        failing(
                MembershipFailure.UNKNOWN_SIGNER,
                "administrator-without-a-key",
                "grown",
                addGull,
                own);
        failing(
                MembershipFailure.KEY_REPLACED,
                "signed-with-a-lost-key",
                "begun-anew",
                addGull,
                rook);
    }

    private void formerKeys() {
        var suspend = new Statement.Suspended(team.gull.account());
        failing(
                MembershipFailure.KEY_REPLACED,
                "desk-key-of-before",
                "other-desk-key",
                suspend,
                team.desk);
        failing(
                MembershipFailure.SIGNER_NOT_CONFIRMED,
                "founder-who-has-not-signed",
                "named",
                inviteFifth,
                rook);
        failing(
                MembershipFailure.SIGNER_SUSPENDED,
                "word-of-who-is-shut-out",
                "shut-out",
                addGull,
                rook);
    }

    private void authority() {
        failing(MembershipFailure.NOT_FOR_THE_DESK, "desk-adds", "grown", addGull, team.desk);
        failing(
                MembershipFailure.NOT_AUTHORISED,
                "invited-without-authority",
                "grown",
                inviteFifth,
                wren);
        failing(
                MembershipFailure.NOT_AUTHORISED,
                "one-founder-and-his-friend",
                "grown",
                giveWren,
                heron,
                gull);
    }

    private void compartments() {
        Person fifth = team.person(5);
        var invited = said("grown", new Statement.Invited(fifth.account()), heron);
        begin("grown");
        team.now = ((Outcome.Follows) team.now.follow(invited)).membership();
        var stolen = new Statement.Accepted(fifth.account(), fifth.keys());
        failing(
                MembershipFailure.NOT_BY_ITS_KEY,
                "accepted-for-another",
                "",
                "grown",
                invited,
                team.signed(stolen, gull).bytes());
        var swapped = new Keys(team.wren.keys().signing(), fifth.keys().reading());
        var confirmed = new Statement.Confirmed(team.wren.account(), swapped);
        failing(
                MembershipFailure.OTHER_KEYS,
                "swapped-when-confirmed",
                "accepted",
                confirmed,
                heron);
    }

    private void members() {
        var beside = new CaseCompartment(team.core.ofCase(), team.place().compartment());
        failing(
                MembershipFailure.NOT_A_MEMBER,
                "opened-by-a-stranger",
                "grown",
                new Statement.Opened(beside, team.address()),
                gull);
        failing(MembershipFailure.NOT_A_MEMBER, "added-by-a-stranger", "grown", addGull, heron);
        failing(
                MembershipFailure.NOT_A_MEMBER,
                "added-by-who-was-removed",
                "removed",
                addGull,
                rook);
    }

    private void epochs() {
        failing(
                MembershipFailure.NO_REMOVAL,
                "epoch-without-a-removal",
                "grown",
                team.nextEpoch(1),
                team.desk);
        begin("grown");
        var same = new Statement.NextEpoch(team.core, 2, team.compartment().address());
        failing(MembershipFailure.KEY_USED, "address-of-before", "key-by-a-member", same, wren);
        failing(MembershipFailure.ALREADY_THERE, "added-twice", "grown", addRook, wren);
        var removeGull = new Statement.Removed(team.core, team.gull.account());
        failing(
                MembershipFailure.NOT_THERE,
                "removed-who-is-not-there",
                "grown",
                removeGull,
                heron);
    }

    private MembershipVectors() {}
}
