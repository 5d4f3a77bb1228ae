package org.watchword.desk.ledger;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.ReadingKey;

/// Brings a compartment up to its epoch of now, with the keys of one member: makes an epoch that
/// the desk could not, and has everything that is not of this epoch moved into it ({@link Moving}).
///
/// It goes step by step, each of a bounded length. What is to be done stands in the rows, so that
/// it may end anywhere and begins where it ended; two members at once do the same twice at worst.
/// It belongs to one thread, and does not close the account's keys.
public final class Settling implements AutoCloseable {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final CaseCompartment place;
    private final AccountKeys mine;
    private Optional<Moving> moving = Optional.empty();
    private Settled.Progress before = new Settled.Progress(0, 0, 0);

    Settling(Ledger.Ground ground, Ledger.Parts parts, CaseCompartment place, AccountKeys mine) {
        this.ground = ground;
        this.parts = parts;
        this.place = place;
        this.mine = mine;
    }

    public Settled.Progress progress() {
        return moving.map(Moving::progress).orElse(before);
    }

    /// Does the next piece.
    public Settled step() {
        try {
            return switch (access()) {
                case Access.Out(ShutOut why) -> stopped(new Settled.Out(why));
                case Access.In in -> step(in);
            };
        } catch (StoreUnavailable e) {
            return stopped(new Settled.NotKept(e.why()));
        }
    }

    /// What is left to be moved, with the keys of the compartment's epochs in hand and without
    /// those of the account, for whoever goes on when these are closed. Empty while nothing is
    /// begun. Its owner closes it; this one begins anew when it is asked again.
    public Optional<Moving> handOver() {
        Optional<Moving> over = moving;
        over.ifPresent(Moving::standAlone);
        moving = Optional.empty();
        return over;
    }

    private Access access() {
        return Access.of(parts.chain().now(), place, AuthorKey.of(mine.signing()));
    }

    private Settled stopped(Settled.Why why) {
        return new Settled.Stopped(why, progress());
    }

    private Settled step(Access.In in) {
        if (parts.isEpochDue(place)) {
            return nextEpoch(in);
        }
        return moving.map(this::moved).orElseGet(() -> begin(in));
    }

    /// When the compartment goes on to the next epoch, it is begun anew.
    private Settled moved(Moving with) {
        Settled came = with.step();
        if (came instanceof Settled.Stopped(Settled.Why why, Settled.Progress progress)
                && why instanceof Settled.NextEpoch) {
            close();
            return new Settled.More(progress);
        }
        return came;
    }

    /// Somebody ceased to be a member, and the desk could not make the next epoch then.
    private Settled nextEpoch(Access.In in) {
        Optional<ShutOut> keyless = keyless(in.member(), in.epoch());
        if (keyless.isPresent()) {
            return stopped(new Settled.Out(keyless.get()));
        }
        Appended came = parts.statements().attempt(Lane.ORDINARY, this::withTheNext);
        return switch (came) {
            case Appended.Stands _ -> new Settled.More(progress());
            case Appended.Refused(MembershipFailure why)
                    when why == MembershipFailure.OVERTAKEN
                            || why == MembershipFailure.OTHER_EPOCH ->
                    new Settled.More(progress());
            case Appended.Refused(MembershipFailure why) -> stopped(new Settled.NoEpoch(why));
            case Appended.NoChain _ -> stopped(new Settled.Out(ShutOut.CHAIN_BROKEN));
            case Appended.NoKey(ShutOut why) -> stopped(new Settled.Out(why));
        };
    }

    private Draft withTheNext(Membership now) {
        long next = now.compartment(place).orElseThrow().epoch() + 1;
        try (var key = ReadingKey.fresh(ground.random())) {
            var says = new Statement.NextEpoch(place, next, key.address());
            return parts.statements()
                    .draft(now, says, List.of(mine.signing()))
                    .givesAll(place, key, ground.random());
        }
    }

    /// Who has not the key of the epoch before must not make the next one: the old slots would be
    /// left to nobody who is asked.
    private Optional<ShutOut> keyless(AccountNumber me, Epoch epoch) {
        try (var keys = keys(me)) {
            return keyless(keys, epoch);
        }
    }

    private Optional<ShutOut> keyless(EpochKeys keys, Epoch epoch) {
        return keys.of(epoch, parts.chain().now().past()) instanceof EpochKeys.Found.Not(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    private EpochKeys keys(AccountNumber me) {
        return new EpochKeys(ground.store(), parts.slots(), place, me, mine.reading());
    }

    private Settled begin(Access.In in) {
        EpochKeys keys = keys(in.member());
        Optional<ShutOut> keyless = keyless(keys, in.epoch());
        if (keyless.isPresent()) {
            keys.close();
            return stopped(new Settled.Out(keyless.get()));
        }
        var who = new Moving.Who(place, AuthorKey.of(mine.signing()), in);
        var begun = new Moving(ground, parts, who, keys, before.done());
        moving = Optional.of(begun);
        begun.begin();
        return new Settled.More(progress());
    }

    @Override
    public void close() {
        before = progress();
        moving.ifPresent(Moving::close);
        moving = Optional.empty();
    }
}
