package org.watchword.desk.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.ReadingKey;

/// Brings a compartment up to its epoch of now, with the keys of one member: makes an epoch that
/// the desk could not, gives its key to members who have it not, draws new halves of what was
/// opened from behind glass, and puts a settled slot of this epoch in the place of every other, of
/// what came from outside and of what was sealed before somebody ceased to be a member.
///
/// It goes step by step, each of a bounded length. What is to be done stands in the rows, so that
/// it may end anywhere and begins where it ended; two members at once do the same twice at worst.
/// It belongs to one thread, and does not close the account's keys.
public final class Settling implements AutoCloseable {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final CaseCompartment place;
    private final AccountKeys mine;
    private Optional<Begun> begun = Optional.empty();
    private long last;
    private long done;
    private long of;
    private long shut;

    Settling(Ledger.Ground ground, Ledger.Parts parts, CaseCompartment place, AccountKeys mine) {
        this.ground = ground;
        this.parts = parts;
        this.place = place;
        this.mine = mine;
    }

    /// In one epoch: when the compartment goes on to the next, it is begun anew.
    private record Begun(AccountNumber me, Epoch epoch, EpochKeys keys) {}

    /// What came of a batch in its turn.
    private sealed interface Batch {
        record Moved(int slots) implements Batch {}

        record OtherEpoch() implements Batch {}
    }

    public Settled.Progress progress() {
        return new Settled.Progress(done, of, shut);
    }

    /// Does the next piece.
    public Settled step() {
        try {
            return switch (access()) {
                case Access.Out(ShutOut why) -> stopped(new Settled.Out(why));
                case Access.In(AccountNumber me, Epoch epoch) -> step(me, epoch);
            };
        } catch (StoreUnavailable e) {
            return stopped(new Settled.NotKept(e.why()));
        }
    }

    private Access access() {
        return Access.of(parts.chain().now(), place, AuthorKey.of(mine.signing()));
    }

    private Settled stopped(Settled.Why why) {
        return new Settled.Stopped(why, progress());
    }

    private Settled step(AccountNumber me, Epoch epoch) {
        if (isEpochDue()) {
            return nextEpoch(me, epoch);
        }
        boolean isBegun = begun.filter(one -> one.epoch().equals(epoch)).isPresent();
        return isBegun ? batch(begun.get()) : begin(me, epoch);
    }

    private boolean isEpochDue() {
        return parts.chain()
                .now()
                .membership()
                .flatMap(one -> one.compartment(place))
                .filter(Compartment::isRekeyPending)
                .isPresent();
    }

    /// Somebody ceased to be a member, and the desk could not make the next epoch then.
    private Settled nextEpoch(AccountNumber me, Epoch epoch) {
        Optional<ShutOut> keyless = keyless(me, epoch);
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
            return keys.of(epoch, parts.chain().now().past())
                            instanceof EpochKeys.Found.Not(ShutOut why)
                    ? Optional.of(why)
                    : Optional.empty();
        }
    }

    private EpochKeys keys(AccountNumber me) {
        return new EpochKeys(ground.store(), parts.slots(), place, me, mine.reading());
    }

    private Settled begin(AccountNumber me, Epoch epoch) {
        close();
        EpochKeys keys = keys(me);
        if (keys.of(epoch, parts.chain().now().past())
                instanceof EpochKeys.Found.Not(ShutOut why)) {
            keys.close();
            return stopped(new Settled.Out(why));
        }
        begun = Optional.of(new Begun(me, epoch, keys));
        last = 0;
        shut = 0;
        of = done + left(epoch);
        giveOn(begun.get());
        glassAnew(begun.get());
        return new Settled.More(progress());
    }

    private long left(Epoch epoch) {
        return ground.store()
                .read(handle -> {
                    OptionalLong row = parts.slots().row(handle, place);
                    return row.isEmpty()
                            ? 0
                            : EntryRows.unsettled(handle, row.getAsLong(), epoch.number());
                });
    }

    /// Members who have not all the keys that this one has: they were shut out when an epoch was
    /// made, and no longer are.
    private void giveOn(Begun with) {
        Chain.State state = parts.chain().now();
        Membership membership = state.membership().orElseThrow();
        List<EpochKeys.Opened> have = with.keys().all(with.epoch(), state.past());
        List<Draft.Given> given = new ArrayList<>();
        membership
                .readers(place)
                .forEach((member, keys) -> {
                    List<Long> theirs =
                            ground
                                    .store()
                                    .read(handle -> parts.slots().of(handle, place, member))
                                    .stream()
                                    .map(SlotRows.EpochSlotRow::epoch)
                                    .toList();
                    for (EpochKeys.Opened one : have) {
                        if (!theirs.contains(one.key().epoch().number())) {
                            given.add(
                                    Draft.given(
                                            one.key(), member, keys.reading(), ground.random()));
                        }
                    }
                });
        if (!given.isEmpty()) {
            // What is left over, the next sign-in gives.
            var some = given.subList(0, Math.min(given.size(), CaseLimits.SLOTS_AT_ONCE));
            var _ = ground.store().writer().write(Lane.ORDINARY, turn -> give(turn, with, some));
        }
    }

    private void glassAnew(Begun with) {
        var reader = new EntryReader(with.epoch(), parts.chain().now().past(), with.keys());
        new GlassAnew(ground, parts, place, reader).some(state -> isStill(state, with));
    }

    private boolean give(Turn turn, Begun with, List<Draft.Given> given) {
        Chain.State state = parts.chain().in(turn);
        for (Draft.Given one : given) {
            boolean isReader =
                    state.membership()
                            .filter(now -> now.readers(place).containsKey(one.member()))
                            .isPresent();
            if (isReader && isStill(state, with)) {
                parts.slots().give(turn, one);
            }
        }
        return true;
    }

    private boolean isStill(Chain.State state, Begun with) {
        return Access.of(state, place, AuthorKey.of(mine.signing()))
                .equals(new Access.In(with.me(), with.epoch()));
    }

    /// What takes the place of a slot.
    private record Anew(EntryRows.Unsettled before, Octets slot) {}

    private Settled batch(Begun with) {
        List<EntryRows.Unsettled> some =
                ground.store()
                        .read(handle -> {
                            OptionalLong row = parts.slots().row(handle, place);
                            return row.isEmpty()
                                    ? List.of()
                                    : EntryRows.unsettled(
                                            handle,
                                            row.getAsLong(),
                                            with.epoch().number(),
                                            last,
                                            CaseLimits.SLOTS_AT_ONCE);
                        });
        if (some.isEmpty()) {
            var _ = ground.store().writer().write(Lane.ORDINARY, turn -> dropped(turn, with));
            return new Settled.Done(progress());
        }
        var reader = new EntryReader(with.epoch(), parts.chain().now().past(), with.keys());
        var anew = new ArrayList<Anew>(some.size());
        for (EntryRows.Unsettled one : some) {
            sealedAnew(one, reader, with).ifPresent(slot -> anew.add(new Anew(one, slot)));
        }
        Batch came = ground.store().writer().write(Lane.ORDINARY, turn -> moved(turn, with, anew));
        return switch (came) {
            case Batch.OtherEpoch() -> {
                begun.ifPresent(one -> one.keys().close());
                begun = Optional.empty();
                yield new Settled.More(progress());
            }
            case Batch.Moved(int slots) -> {
                last = some.getLast().number();
                done += slots;
                shut += some.size() - anew.size();
                yield new Settled.More(progress());
            }
        };
    }

    /// Empty for what this member cannot open: it stays as it is, for others.
    private Optional<Octets> sealedAnew(EntryRows.Unsettled one, EntryReader reader, Begun with) {
        Optional<Leaf> leaf = Leaf.read(one.leaf().bytes());
        if (leaf.isEmpty() || one.epoch() < 0 || one.epoch() > Epoch.MOST) {
            return Optional.empty();
        }
        EntryContext context = reader.context(one.epoch(), one.id());
        return switch (reader.key(one.slot(), context, leaf.get().keyCommitment())) {
            case EntryReader.Key.Not _ -> Optional.empty();
            case EntryReader.Key.Here(DataKey key) -> {
                try (key) {
                    yield with.keys().of(with.epoch(), parts.chain().now().past())
                                    instanceof EpochKeys.Found.Here(EpochKeys.Opened opened)
                            ? Optional.of(
                                    Octets.of(opened.settled().seal(key, context, ground.random())))
                            : Optional.empty();
                }
            }
        };
    }

    private Batch moved(Turn turn, Begun with, List<Anew> anew) {
        if (!isStill(parts.chain().in(turn), with)) {
            return new Batch.OtherEpoch();
        }
        int moved = 0;
        for (Anew one : anew) {
            if (EntryRows.settle(turn, one.before(), with.epoch().number(), one.slot())) {
                moved++;
            }
        }
        return new Batch.Moved(moved);
    }

    private boolean dropped(Turn turn, Begun with) {
        if (isStill(parts.chain().in(turn), with)) {
            int _ = parts.slots().dropUnused(turn, place, with.epoch().number());
        }
        return true;
    }

    @Override
    public void close() {
        begun.ifPresent(one -> one.keys().close());
        begun = Optional.empty();
    }
}
