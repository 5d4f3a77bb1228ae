package org.watchword.formats.membership;

import static org.watchword.desk.Foreign.promise;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.Membership.Outcome;
import org.watchword.formats.membership.Membership.Preview;
import org.watchword.formats.slot.ReadingKey;

/// Any bytes as a signed statement of a chain: it has one spelling, and nobody's word follows but
/// that of who signed. What it says is then signed by those who may, and does what was foretold.
public final class AnyStatement {
    private static final SigningKey HERON = new SigningKey(key(1));
    private static final SigningKey ROOK = new SigningKey(key(2));
    private static final Membership TEAM = team();

    public static void fuzzerTestOneInput(byte[] data) {
        promise(TEAM.follow(data) instanceof Outcome.Refused, "nobody of the team signed it");
        SignedLink read;
        try {
            read = SignedLink.read(data);
        } catch (Unfit unfit) {
            return;
        }
        promise(Arrays.equals(read.bytes(), data), "a statement has one spelling");
        Statement says = read.link().says();
        signed(says, List.of(HERON));
        signed(says, List.of(HERON, ROOK));
    }

    private static void signed(Statement says, List<SigningKey> by) {
        SignedLink link = TEAM.next(says, Instant.EPOCH).signedBy(by.getFirst());
        for (SigningKey more : by.subList(1, by.size())) {
            link = link.andBy(more);
        }
        Outcome outcome = TEAM.follow(link.bytes());
        Preview foretold = TEAM.would(says, Set.copyOf(by.stream().map(AuthorKey::of).toList()));
        switch (outcome) {
            case Outcome.Follows(Membership after) -> {
                promise(foretold instanceof Preview.Changes, "what follows was foretold");
                promise(after.size() == TEAM.size() + 1, "one statement more");
                promise(after.head().equals(link.head()), "it is the last one");
            }
            case Outcome.Refused(long number, MembershipFailure why) -> {
                promise(number == TEAM.size(), "it is the last that is refused");
                promise(foretold.equals(new Preview.Nothing(why)), "why was foretold");
            }
        }
    }

    private static Membership team() {
        var organisation =
                new OrganisationId(Octets.of(Arrays.copyOf(new byte[] {7}, OrganisationId.BYTES)));
        var founding = new Statement.Founding(List.of(founder(1, HERON, 3), founder(2, ROOK, 4)));
        Membership named =
                followed(
                        Membership.founded(
                                Link.founding(organisation, Instant.EPOCH, founding)
                                        .signedBy(HERON)));
        var says = new Statement.FoundingSigned(new AccountNumber(2));
        return followed(named.follow(named.next(says, Instant.EPOCH).signedBy(ROOK).bytes()));
    }

    private static Statement.Founder founder(long account, SigningKey signing, int reading) {
        return new Statement.Founder(
                new AccountNumber(account), Keys.of(signing, new ReadingKey(key(reading))));
    }

    private static Membership followed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Follows(Membership membership) -> membership;
            case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static Key key(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        Arrays.fill(seed, (byte) number);
        return Key.taking(seed);
    }

    private AnyStatement() {}
}
