package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.entry.AuthorKey;

class OneSpellingOfAStatement {
    private static final long SEED = 20261129;
    private static final int CHANGES = 20_000;

    private final Team team = new Team("one spelling of a statement");

    private List<Statement> every() {
        var wren = team.wren.account();
        var keys = team.wren.keys();
        return List.of(
                new Statement.Founding(List.of(team.heron.founder(), team.rook.founder())),
                new Statement.FoundingSigned(wren),
                new Statement.Invited(new AccountNumber(AccountNumber.MOST)),
                new Statement.Accepted(wren, keys),
                new Statement.Confirmed(wren, keys),
                new Statement.AuthorityGiven(wren),
                new Statement.AuthorityTaken(wren),
                new Statement.DeskKey(AuthorKey.of(team.desk)),
                new Statement.MadeAnew(wren),
                new Statement.Opened(team.core, team.address()),
                new Statement.Added(team.core, wren),
                new Statement.Removed(team.core, wren),
                team.nextEpoch(1_000),
                new Statement.Suspended(wren),
                new Statement.Lifted(wren));
    }

    @Test
    void comes_back_as_the_same_statement() throws NotCanonical, Unfit {
        assertEquals(Kind.values().length, every().size());
        for (Statement says : every()) {
            Link link = team.now.next(says, Team.AT);
            assertEquals(link, Link.read(link.bytes()));
            SignedLink signed = link.signedBy(team.heron.signing()).andBy(team.rook.signing());
            assertArrayEquals(signed.bytes(), SignedLink.read(signed.bytes()).bytes());
        }
    }

    /// Bytes changed at random: whatever is still taken is written as the very same bytes.
    @Test
    void is_the_only_one_however_its_bytes_are_changed() {
        System.out.println("OneSpellingOfAStatement: seed " + SEED);
        var random = new SplittableRandom(SEED);
        int taken = 0;
        for (Statement says : every()) {
            byte[] link = team.now.next(says, Team.AT).bytes();
            for (int i = 0; i < CHANGES / 10; i++) {
                taken += isTaken(changed(link, random)) ? 1 : 0;
            }
        }
        assertTrue(taken > CHANGES / 100, taken + " were taken");
    }

    private static boolean isTaken(byte[] changed) {
        try {
            assertArrayEquals(changed, Link.read(changed).bytes());
            return true;
        } catch (NotCanonical | Unfit refused) {
            return false;
        }
    }

    private static byte[] changed(byte[] link, SplittableRandom random) {
        byte[] changed = link.clone();
        changed[random.nextInt(Math.min(changed.length, 120))] = (byte) random.nextInt(256);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(changed, random.nextInt(changed.length));
            case 1 -> Arrays.copyOf(changed, changed.length + 1);
            default -> changed;
        };
    }

    @Test
    void ends_where_it_ends() {
        byte[] link = team.now.next(new Statement.Lifted(team.wren.account()), Team.AT).bytes();
        byte[] longer = Arrays.copyOf(link, link.length + 1);
        assertThrows(NotCanonical.class, () -> Link.read(longer));
    }

    @Test
    void has_a_time_to_the_millisecond() {
        var says = new Statement.Lifted(team.wren.account());
        Instant finer = Team.AT.plusNanos(1);
        assertThrows(IllegalArgumentException.class, () -> team.now.next(says, finer));
        Instant before = Instant.EPOCH.minusMillis(1);
        assertThrows(IllegalArgumentException.class, () -> team.now.next(says, before));
    }
}
