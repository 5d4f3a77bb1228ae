package org.watchword.desk.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Link;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Membership.Outcome;
import org.watchword.formats.membership.SignedLink;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// How the membership chain comes to be. The first founder signs a statement that names himself and
/// the others with the keys that he compared; each of them signs what he sees of it. Until the last
/// one has, all of that waits in rows of its own and is worth nothing: then the chain begins,
/// whole, in one turn.
public final class Foundation {
    private static final int FEWEST = 2;

    private final Ledger.Ground ground;
    private final Chain chain;
    private final KnownKeys known;
    private final WaitingRows rows;
    private final Function<Handle, Set<AccountNumber>> founders;

    Foundation(Ledger.Ground ground, Chain chain, Function<Handle, Set<AccountNumber>> founders) {
        this.ground = ground;
        this.chain = chain;
        this.known = new KnownKeys(ground.store(), ground.vault().fieldSeal());
        this.rows = WaitingRows.ofTheFounding(ground.vault().fieldSeal());
        this.founders = founders;
    }

    /// A founding that waits for those whom it names.
    ///
    /// @param signed who has
    /// @param holds whether everybody named is still a founder, with the keys that were named
    public record Proposal(
            ChainHead fingerprint,
            Map<AccountNumber, Keys> named,
            Set<AccountNumber> signed,
            boolean holds) {}

    /// What came of a press.
    public sealed interface Came {
        /// All have signed: the chain begins.
        record Founded(Membership now) implements Came {}

        /// The others are waited for.
        record Waits(ChainHead fingerprint) implements Came {}

        record PutAway() implements Came {}

        /// Nothing was changed.
        record Refused(Why why) implements Came {}
    }

    /// Why nothing was changed.
    public enum Why {
        FOUNDED_ALREADY,
        CHAIN_BROKEN,
        /// Two are needed at least: one alone could never be made anew.
        TOO_FEW,
        /// Another founder signed one meanwhile.
        ANOTHER_WAITS,
        /// What was seen waits no longer, or another does.
        OTHER_THAN_SEEN,
        /// A key, or who is a founder, is another by now.
        CHANGED_MEANWHILE,
        /// It does not name who would sign, or not with the keys that he has.
        NOT_NAMED,
        SIGNED_ALREADY
    }

    /// Who the founders are, as the team stands.
    public Set<AccountNumber> founders(Handle handle) {
        return founders.apply(handle);
    }

    /// What waits; empty where nothing does, or nothing that can be read.
    public Optional<Proposal> proposal(Handle handle) {
        return waiting(handle).map(waiting -> proposal(handle, waiting.after()));
    }

    /// What lies in the rows, and the fold over it.
    private record Waiting(List<SignedLink> links, Membership after) {}

    /// A row that does not open, or that may not stand where it stands, ends all of it: nothing was
    /// founded by it, and it is begun anew.
    private Optional<Waiting> waiting(Handle handle) {
        List<SignedLink> links =
                rows.all(handle).stream().flatMap(one -> one.signed().stream()).toList();
        if (links.isEmpty() || links.size() != rows.all(handle).size()) {
            return Optional.empty();
        }
        Optional<Membership> now = membership(Membership.founded(links.getFirst()));
        for (SignedLink one : links.subList(1, links.size())) {
            now = now.flatMap(before -> membership(before.follow(one.bytes())));
        }
        return now.map(after -> new Waiting(links, after));
    }

    private static Optional<Membership> membership(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Follows(Membership now) -> Optional.of(now);
            case Outcome.Refused _ -> Optional.empty();
        };
    }

    private Proposal proposal(Handle handle, Membership after) {
        Map<AccountNumber, Keys> named = new HashMap<>();
        Set<AccountNumber> signed = new HashSet<>();
        for (AccountNumber one : after.accounts()) {
            switch (after.standing(one).orElseThrow()) {
                case Standing.Named(Keys keys) -> named.put(one, keys);
                case Standing.Confirmed(Keys keys, _) -> {
                    named.put(one, keys);
                    signed.add(one);
                }
                case Standing.Invited _, Standing.Accepted _, Standing.Suspended _ ->
                        throw new IllegalStateException("a founding names founders only");
            }
        }
        return new Proposal(after.fingerprint(), named, signed, holds(handle, named));
    }

    private boolean holds(Handle handle, Map<AccountNumber, Keys> named) {
        var all = known.all(handle);
        return founders.apply(handle).containsAll(named.keySet())
                && named.entrySet().stream()
                        .allMatch(one -> liesThere(all, one.getKey(), one.getValue()));
    }

    private static boolean liesThere(
            Map<AccountNumber, KnownKeys.Known> all, AccountNumber who, Keys keys) {
        return Optional.ofNullable(all.get(who))
                .filter(row ->
                        row instanceof KnownKeys.Known.Here(Keys lying, _) && lying.equals(keys))
                .isPresent();
    }

    /// Signs a founding as its first.
    ///
    /// @param named everybody whom it names with the keys that were compared, also who signs
    public Came begin(Map<AccountNumber, Keys> named, AccountKeys by) {
        return write(turn -> {
            Optional<Why> why = whyNot(turn, named, by);
            return why.isPresent() ? new Came.Refused(why.get()) : begun(turn, named, by);
        });
    }

    private Came write(Function<Turn, Came> work) {
        return ground.store().writer().write(Lane.ORDINARY, work::apply);
    }

    private Optional<Why> whyNot(Turn turn, Map<AccountNumber, Keys> named, AccountKeys by) {
        Optional<Why> chainsWhy = notFounded(turn);
        if (chainsWhy.isPresent()) {
            return chainsWhy;
        }
        if (named.size() < FEWEST) {
            return Optional.of(Why.TOO_FEW);
        }
        if (waiting(turn.handle()).isPresent()) {
            return Optional.of(Why.ANOTHER_WAITS);
        }
        if (!named.containsValue(Keys.of(by.signing(), by.reading()))) {
            return Optional.of(Why.NOT_NAMED);
        }
        return holds(turn.handle(), named) ? Optional.empty() : Optional.of(Why.CHANGED_MEANWHILE);
    }

    private Optional<Why> notFounded(Turn turn) {
        return switch (chain.in(turn).standing()) {
            case ChainStanding.NotFounded _ -> Optional.empty();
            case ChainStanding.Whole _ -> Optional.of(Why.FOUNDED_ALREADY);
            case ChainStanding.Broken _ -> Optional.of(Why.CHAIN_BROKEN);
        };
    }

    private Came begun(Turn turn, Map<AccountNumber, Keys> named, AccountKeys by) {
        List<Statement.Founder> inOrder =
                named.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> new Statement.Founder(one.getKey(), one.getValue()))
                        .toList();
        byte[] organisation = new byte[OrganisationId.BYTES];
        ground.random().nextBytes(organisation);
        SignedLink signed =
                Link.founding(
                                new OrganisationId(Octets.of(organisation)),
                                Statements.toTheMillisecond(ground.clock().instant()),
                                new Statement.Founding(inOrder))
                        .signedBy(by.signing());
        return switch (Membership.founded(signed)) {
            case Outcome.Refused _ -> new Came.Refused(Why.CHANGED_MEANWHILE);
            case Outcome.Follows(Membership first) -> {
                rows.deleteAll(turn);
                rows.insert(turn, 0, signed);
                yield new Came.Waits(first.fingerprint());
            }
        };
    }

    /// Signs what waits. Whoever signs last begins the chain.
    ///
    /// @param seen the fingerprint that was compared
    public Came sign(ChainHead seen, AccountNumber me, AccountKeys by) {
        return write(turn -> {
            Optional<Why> why = notFounded(turn);
            Optional<Waiting> waiting =
                    waiting(turn.handle()).filter(one -> one.after().fingerprint().equals(seen));
            if (why.isPresent() || waiting.isEmpty()) {
                return new Came.Refused(why.orElse(Why.OTHER_THAN_SEEN));
            }
            return signed(turn, waiting.get(), me, by);
        });
    }

    private Came signed(Turn turn, Waiting waiting, AccountNumber me, AccountKeys by) {
        Proposal proposal = proposal(turn.handle(), waiting.after());
        if (!proposal.holds()) {
            return new Came.Refused(Why.CHANGED_MEANWHILE);
        }
        if (proposal.signed().contains(me)) {
            return new Came.Refused(Why.SIGNED_ALREADY);
        }
        Link link =
                waiting.after()
                        .next(
                                new Statement.FoundingSigned(me),
                                Statements.toTheMillisecond(ground.clock().instant()));
        SignedLink mine = link.signedBy(by.signing());
        return switch (waiting.after().follow(mine.bytes())) {
            case Outcome.Refused _ -> new Came.Refused(Why.NOT_NAMED);
            case Outcome.Follows(Membership after) -> {
                rows.insert(turn, link.number(), mine);
                boolean areAll = proposal.signed().size() + 1 == proposal.named().size();
                yield areAll
                        ? founded(turn, waiting(turn.handle()).orElseThrow())
                        : new Came.Waits(after.fingerprint());
            }
        };
    }

    private Came founded(Turn turn, Waiting all) {
        rows.deleteAll(turn);
        List<SignedLink> links = all.links();
        Appended first = chain.found(turn, links.getFirst());
        if (first instanceof Appended.Stands
                && chain.append(turn, links.subList(1, links.size()))
                        instanceof Appended.Stands(Membership now)) {
            return new Came.Founded(now);
        }
        throw new IllegalStateException("what was verified in this turn does not stand");
    }

    /// Puts away what waits: somebody found something in it wrong. Any founder may.
    public Came putAway(ChainHead seen, AccountNumber me) {
        return write(turn -> {
            Optional<Waiting> waiting =
                    waiting(turn.handle()).filter(one -> one.after().fingerprint().equals(seen));
            if (waiting.isEmpty()) {
                return new Came.Refused(Why.OTHER_THAN_SEEN);
            }
            boolean may =
                    founders.apply(turn.handle()).contains(me)
                            || waiting.get().after().accounts().contains(me);
            if (!may) {
                return new Came.Refused(Why.NOT_NAMED);
            }
            rows.deleteAll(turn);
            return new Came.PutAway();
        });
    }
}
