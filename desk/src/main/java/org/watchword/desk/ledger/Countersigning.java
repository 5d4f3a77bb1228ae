package org.watchword.desk.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Link;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Membership.Preview;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.SignedLink;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// What two must sign, each in a session of his own: the first signature waits in a row. It is
/// worth nothing by itself, and nothing any more once another statement came before.
public final class Countersigning {
    private final Ledger.Ground ground;
    private final Chain chain;
    private final Members members;
    private final WaitingRows rows;

    Countersigning(Ledger.Ground ground, Chain chain, Members members) {
        this.ground = ground;
        this.chain = chain;
        this.members = members;
        this.rows = WaitingRows.halfSigned(ground.vault().fieldSeal());
    }

    /// One that waits.
    ///
    /// @param head what was seen of it, for who signs it too
    /// @param by who signed it; empty for a key that the chain does not know
    public record Half(
            long id, Statement says, ChainHead head, Optional<AccountNumber> by, Instant at) {}

    /// What came of a first signature.
    public sealed interface Came {
        record Waits(long id) implements Came {}

        /// Nothing was kept.
        record Refused(MembershipFailure why) implements Came {}

        /// There is no chain that could be added to.
        record NoChain(ChainStanding standing) implements Came {}
    }

    /// Those that can still be signed: what was overtaken is left out.
    public List<Half> all(Handle handle) {
        Optional<Membership> now = chain.in(handle).membership();
        return now.stream()
                .flatMap(one ->
                        rows.all(handle).stream()
                                .filter(row -> isTheNext(one, row))
                                .map(row -> half(one, row.number(), row.signed().orElseThrow())))
                .toList();
    }

    private static boolean isTheNext(Membership now, WaitingRows.Waiting row) {
        return row.signed()
                .map(SignedLink::link)
                .filter(link ->
                        link.number() == now.size()
                                && link.before().equals(now.head())
                                && link.organisation().equals(now.organisation()))
                .isPresent();
    }

    private static Half half(Membership now, long id, SignedLink signed) {
        Optional<AccountNumber> by =
                now.accounts().stream()
                        .filter(one ->
                                now.keys(one)
                                        .filter(keys -> signed.by().contains(keys.signing()))
                                        .isPresent())
                        .findFirst();
        Link link = signed.link();
        return new Half(id, link.says(), signed.head(), by, link.at());
    }

    /// Signs something as the first of two. It is looked at whether anybody could be the second.
    public Came begin(Statement says, AccountKeys by) {
        return ground.store()
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            Chain.State state = chain.in(turn);
                            return state.membership()
                                    .map(now -> begun(turn, now, says, by))
                                    .orElseGet(() -> new Came.NoChain(state.standing()));
                        });
    }

    private Came begun(Turn turn, Membership now, Statement says, AccountKeys by) {
        Optional<MembershipFailure> why = hindrance(now, says, AuthorKey.of(by.signing()));
        if (why.isPresent()) {
            return new Came.Refused(why.get());
        }
        List<WaitingRows.Waiting> before = rows.all(turn.handle());
        before.stream()
                .filter(row -> !isTheNext(now, row) || isAbout(row, says))
                .forEach(row -> rows.delete(turn, row.number()));
        if (before.size() >= CaseLimits.HALF_SIGNED) {
            before.forEach(row -> rows.delete(turn, row.number()));
        }
        long id = RowNumbers.next(turn, "half_signed");
        Instant at = Statements.toTheMillisecond(ground.clock().instant());
        rows.insert(turn, id, now.next(says, at).signedBy(by.signing()));
        return new Came.Waits(id);
    }

    private static boolean isAbout(WaitingRows.Waiting row, Statement says) {
        return row.signed().filter(one -> one.link().says().equals(says)).isPresent();
    }

    private Optional<MembershipFailure> hindrance(Membership now, Statement says, AuthorKey mine) {
        MembershipFailure why = MembershipFailure.NOT_AUTHORISED;
        for (AccountNumber one : now.accounts()) {
            Optional<AuthorKey> other =
                    now.keys(one).map(Keys::signing).filter(key -> !key.equals(mine));
            if (other.isPresent()) {
                Set<AuthorKey> signers = new HashSet<>(Set.of(mine, other.get()));
                if (says instanceof Statement.DeskKey(AuthorKey desk)) {
                    signers.add(desk);
                }
                switch (now.would(says, signers)) {
                    case Preview.Changes _ -> {
                        return Optional.empty();
                    }
                    case Preview.Nothing(MembershipFailure failure) -> why = failure;
                }
            }
        }
        return Optional.of(why);
    }

    /// Signs what waits, as the second; then it stands.
    ///
    /// @param seen its head, as it was shown
    public Appended sign(long id, ChainHead seen, AccountKeys by) {
        Optional<SignedLink> waits =
                ground.store().read(rows::all).stream()
                        .filter(row -> row.number() == id)
                        .flatMap(row -> row.signed().stream())
                        .filter(one -> one.head().equals(seen))
                        .findFirst();
        return waits.<Appended>map(one ->
                        members.takes(one.andBy(by.signing()), turn -> rows.delete(turn, id)))
                .orElseGet(() -> new Appended.Refused(MembershipFailure.OVERTAKEN));
    }

    /// Puts one away: nobody is to sign it.
    public boolean putAway(long id) {
        return ground.store().writer().write(Lane.ORDINARY, turn -> rows.delete(turn, id) > 0);
    }
}
