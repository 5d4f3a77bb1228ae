package org.watchword.desk.ledger;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Membership.Outcome;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.SignedLink;

/// The membership chain: verified from its rows once, at the start, and kept in memory, where only
/// committed statements lengthen it.
final class Chain {
    private final Store store;
    private final ChainRows rows;
    private volatile State state = State.NOTHING;

    /// The chain with its past; none of what is not whole.
    record State(ChainStanding standing, Past past) {
        static final State NOTHING = new State(new ChainStanding.NotFounded(), Past.NONE);

        static State broken(long at, ChainFault why) {
            return new State(new ChainStanding.Broken(at, why), Past.NONE);
        }

        Optional<Membership> membership() {
            return standing instanceof ChainStanding.Whole(Membership membership)
                    ? Optional.of(membership)
                    : Optional.empty();
        }

        long size() {
            return membership().map(Membership::size).orElse(0);
        }

        /// With one statement more, of which everything was looked at.
        State with(Membership now) {
            return new State(new ChainStanding.Whole(now), past.after(membership(), now));
        }
    }

    Chain(Store store, ChainRows rows) {
        this.store = store;
        this.rows = rows;
    }

    /// Verifies all of it. What does not verify is no reason not to start: people must be rung.
    void read() {
        state = store.read(this::whole);
    }

    /// Looks at what came to be kept without our knowing.
    void lookAgain() {
        State seen = store.read(this::in);
        if (seen.standing() instanceof ChainStanding.Broken) {
            state = seen;
        } else {
            took(seen);
        }
    }

    State now() {
        return state;
    }

    private synchronized void took(State next) {
        if (next.size() > state.size()) {
            state = next;
        }
    }

    /// As it stands in these rows, from the founding on.
    State whole(Handle handle) {
        try {
            Optional<ChainRows.Root> root = rows.root(handle);
            List<byte[]> statements = rows.from(handle, 0);
            if (root.isEmpty() && statements.isEmpty()) {
                return State.NOTHING;
            }
            return root.isEmpty() || statements.isEmpty()
                    ? State.broken(0, ChainFault.OfRows.NO_ROOT)
                    : rooted(root.get(), statements);
        } catch (UnreadableField e) {
            return State.broken(0, ChainFault.OfRows.UNREADABLE);
        }
    }

    private static State rooted(ChainRows.Root root, List<byte[]> statements) {
        List<byte[]> founding = List.of(statements.getFirst());
        State state =
                switch (Membership.read(root.organisation(), root.fingerprint(), founding)) {
                    case Outcome.Follows(Membership now) -> State.NOTHING.with(now);
                    case Outcome.Refused(long at, MembershipFailure why) ->
                            State.broken(at, new ChainFault.OfStatement(why));
                };
        State whole = followed(state, statements.subList(1, statements.size()));
        return whole.membership()
                .filter(one -> !root.end().equals(end(one)))
                .map(one -> State.broken(one.size(), ChainFault.OfRows.OTHER_END))
                .orElse(whole);
    }

    private static ChainRows.End end(Membership membership) {
        return new ChainRows.End(membership.size(), membership.head());
    }

    private static State followed(State from, List<byte[]> statements) {
        State state = from;
        for (byte[] statement : statements) {
            Optional<Membership> before = state.membership();
            if (before.isEmpty()) {
                return state;
            }
            state =
                    switch (before.get().follow(statement)) {
                        case Outcome.Follows(Membership now) -> state.with(now);
                        case Outcome.Refused(long at, MembershipFailure why) ->
                                State.broken(at, new ChainFault.OfStatement(why));
                    };
        }
        return state;
    }

    /// As it stands in this transaction: what is in memory, and what others of this very turn, or
    /// of one whose end nobody was told, have added.
    State in(Handle handle) {
        State known = state;
        return switch (known.standing()) {
            case ChainStanding.Broken _ -> known;
            case ChainStanding.NotFounded _ -> whole(handle);
            case ChainStanding.Whole(Membership membership) -> {
                try {
                    yield followed(known, rows.from(handle, membership.size()));
                } catch (UnreadableField e) {
                    yield State.broken(membership.size(), ChainFault.OfRows.UNREADABLE);
                }
            }
        };
    }

    /// The same in a turn, which keeps in memory what it found.
    State in(Turn turn) {
        State seen = in(turn.handle());
        if (seen.size() > state.size()) {
            turn.afterCommit(() -> took(seen));
        }
        return seen;
    }

    /// Adds statements to the chain as it is in this turn: all of them, or none.
    Appended append(Turn turn, List<SignedLink> links) {
        State now = in(turn);
        long number = now.size();
        for (SignedLink link : links) {
            Optional<Membership> before = now.membership();
            if (before.isEmpty()) {
                return new Appended.NoChain(now.standing());
            }
            switch (before.get().follow(link.bytes())) {
                case Outcome.Follows(Membership after) -> now = now.with(after);
                case Outcome.Refused(_, MembershipFailure why) -> {
                    return new Appended.Refused(why);
                }
            }
        }
        for (SignedLink link : links) {
            rows.insert(turn, number++, link.bytes());
        }
        Membership after = now.membership().orElseThrow();
        rows.ends(turn, end(after));
        return stands(turn, now);
    }

    /// Begins the chain. Once.
    Appended found(Turn turn, SignedLink founding) {
        State now = in(turn);
        if (!(now.standing() instanceof ChainStanding.NotFounded)) {
            return now.membership().isPresent()
                    ? new Appended.Refused(MembershipFailure.FOUNDING_MISPLACED)
                    : new Appended.NoChain(now.standing());
        }
        return switch (Membership.founded(founding)) {
            case Outcome.Refused(_, MembershipFailure why) -> new Appended.Refused(why);
            case Outcome.Follows(Membership first) -> {
                ChainHead fingerprint = first.fingerprint();
                rows.insertRoot(
                        turn, new ChainRows.Root(first.organisation(), fingerprint, end(first)));
                rows.insert(turn, 0, founding.bytes());
                yield stands(turn, State.NOTHING.with(first));
            }
        };
    }

    private Appended stands(Turn turn, State now) {
        turn.afterCommit(() -> took(now));
        return new Appended.Stands(now.membership().orElseThrow());
    }
}
