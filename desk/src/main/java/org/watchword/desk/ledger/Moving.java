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
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Membership;

/// Puts a settled slot of a compartment's epoch of now in the place of every other, of what came
/// from outside and of what was sealed before somebody ceased to be a member. It also gives the
/// keys of the epochs to members who have them not, and draws new halves of what was opened from
/// behind glass.
///
/// It takes the keys of the compartment's epochs and no others: who it is for signs nothing here.
/// So it may outlive the request that brought them, as a job. Whether he still reads there is
/// looked at with each step and again in each turn. It belongs to one thread, but may be closed
/// from any: the step that is being done finds no key from then on, and may throw.
public final class Moving implements AutoCloseable {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final Who who;
    private final EpochKeys keys;
    private long last;
    private long done;
    private long of;
    private long shut;

    /// @param keys which it takes over; the epoch's of now is among them
    /// @param done how many were moved before
    Moving(Ledger.Ground ground, Ledger.Parts parts, Who who, EpochKeys keys, long done) {
        this.ground = ground;
        this.parts = parts;
        this.who = who;
        this.keys = keys;
        this.done = done;
    }

    /// Whose it is, and where.
    ///
    /// @param in as who, and in which epoch
    record Who(CaseCompartment place, AuthorKey key, Access.In in) {}

    /// What came of a batch in its turn.
    private sealed interface Batch {
        record Moved(int slots) implements Batch {}

        record OtherEpoch() implements Batch {}
    }

    public CaseCompartment place() {
        return who.place();
    }

    public Settled.Progress progress() {
        return new Settled.Progress(done, of, shut);
    }

    /// Does what is done once, and looks how much there is.
    void begin() {
        of = done + left();
        giveOn();
        glassAnew();
    }

    /// From now on it needs nobody's account.
    void standAlone() {
        keys.standAlone(epoch(), parts.chain().now().past());
    }

    /// Does the next piece.
    public Settled step() {
        try {
            return switch (Access.of(parts.chain().now(), who.place(), who.key())) {
                case Access.Out(ShutOut why) -> stopped(new Settled.Out(why));
                case Access.In in when !in.equals(who.in()) || parts.isEpochDue(who.place()) ->
                        stopped(new Settled.NextEpoch());
                case Access.In _ -> batch();
            };
        } catch (StoreUnavailable e) {
            return stopped(new Settled.NotKept(e.why()));
        }
    }

    private Settled stopped(Settled.Why why) {
        return new Settled.Stopped(why, progress());
    }

    private Epoch epoch() {
        return who.in().epoch();
    }

    private long left() {
        return ground.store()
                .read(handle -> {
                    OptionalLong row = parts.slots().row(handle, who.place());
                    return row.isEmpty()
                            ? 0
                            : EntryRows.unsettled(handle, row.getAsLong(), epoch().number());
                });
    }

    /// Members who have not all the keys that this one has: they were shut out when an epoch was
    /// made, and no longer are.
    private void giveOn() {
        Chain.State state = parts.chain().now();
        Membership membership = state.membership().orElseThrow();
        List<EpochKeys.Opened> have = keys.all(epoch(), state.past());
        List<Draft.Given> given = new ArrayList<>();
        membership
                .readers(who.place())
                .forEach((member, keys) -> {
                    List<Long> theirs =
                            ground
                                    .store()
                                    .read(handle -> parts.slots().of(handle, who.place(), member))
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
            var _ = ground.store().writer().write(Lane.ORDINARY, turn -> give(turn, some));
        }
    }

    private void glassAnew() {
        var reader = new EntryReader(epoch(), parts.chain().now().past(), keys);
        new GlassAnew(ground, parts, who.place(), reader).some(this::isStill);
    }

    private boolean give(Turn turn, List<Draft.Given> given) {
        Chain.State state = parts.chain().in(turn);
        for (Draft.Given one : given) {
            boolean isReader =
                    state.membership()
                            .filter(now -> now.readers(who.place()).containsKey(one.member()))
                            .isPresent();
            if (isReader && isStill(state)) {
                parts.slots().give(turn, one);
            }
        }
        return true;
    }

    private boolean isStill(Chain.State state) {
        return Access.of(state, who.place(), who.key()).equals(who.in());
    }

    /// What takes the place of a slot.
    private record Anew(EntryRows.Unsettled before, Octets slot) {}

    private Settled batch() {
        List<EntryRows.Unsettled> some =
                ground.store()
                        .read(handle -> {
                            OptionalLong row = parts.slots().row(handle, who.place());
                            return row.isEmpty()
                                    ? List.of()
                                    : EntryRows.unsettled(
                                            handle,
                                            row.getAsLong(),
                                            epoch().number(),
                                            last,
                                            CaseLimits.SLOTS_AT_ONCE);
                        });
        if (some.isEmpty()) {
            var _ = ground.store().writer().write(Lane.ORDINARY, this::dropped);
            return new Settled.Done(progress());
        }
        var reader = new EntryReader(epoch(), parts.chain().now().past(), keys);
        var anew = new ArrayList<Anew>(some.size());
        for (EntryRows.Unsettled one : some) {
            sealedAnew(one, reader).ifPresent(slot -> anew.add(new Anew(one, slot)));
        }
        Batch came = ground.store().writer().write(Lane.ORDINARY, turn -> moved(turn, anew));
        return switch (came) {
            case Batch.OtherEpoch() -> stopped(new Settled.NextEpoch());
            case Batch.Moved(int slots) -> {
                last = some.getLast().number();
                done += slots;
                shut += some.size() - anew.size();
                yield new Settled.More(progress());
            }
        };
    }

    /// Empty for what this member cannot open: it stays as it is, for others.
    private Optional<Octets> sealedAnew(EntryRows.Unsettled one, EntryReader reader) {
        Optional<Leaf> leaf = Leaf.read(one.leaf().bytes());
        if (leaf.isEmpty() || one.epoch() < 0 || one.epoch() > Epoch.MOST) {
            return Optional.empty();
        }
        EntryContext context = reader.context(one.epoch(), one.id());
        return switch (reader.key(one.slot(), context, leaf.get().keyCommitment())) {
            case EntryReader.Key.Not _ -> Optional.empty();
            case EntryReader.Key.Here(DataKey key) -> {
                try (key) {
                    yield keys.of(epoch(), parts.chain().now().past())
                                    instanceof EpochKeys.Found.Here(EpochKeys.Opened opened)
                            ? Optional.of(
                                    Octets.of(opened.settled().seal(key, context, ground.random())))
                            : Optional.empty();
                }
            }
        };
    }

    private Batch moved(Turn turn, List<Anew> anew) {
        if (!isStill(parts.chain().in(turn))) {
            return new Batch.OtherEpoch();
        }
        int moved = 0;
        for (Anew one : anew) {
            if (EntryRows.settle(turn, one.before(), epoch().number(), one.slot())) {
                moved++;
            }
        }
        return new Batch.Moved(moved);
    }

    private boolean dropped(Turn turn) {
        if (isStill(parts.chain().in(turn))) {
            int _ = parts.slots().dropUnused(turn, who.place(), epoch().number());
        }
        return true;
    }

    @Override
    public void close() {
        keys.close();
    }
}
