package org.watchword.desk.ledger;

import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.desk.vault.DeskHalves;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryOpener;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.EpochAddress;
import org.watchword.formats.slot.GlassContext;
import org.watchword.formats.slot.GlassHalf;
import org.watchword.formats.slot.GlassSlots;
import org.watchword.formats.slot.Slot;

/// One holder opens one entry together with the desk: his half, a turn in which why stands, the
/// desk's half, the entry. In this order, and no other.
final class GlassOpening<R> {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final Additions additions;
    private final GlassEntry which;
    private final AccountKeys mine;
    private final AuthorKey author;
    private final GlassReason<R> why;
    private final GlassRows rows;

    GlassOpening(Ledger.Ground ground, Ledger.Parts parts, Additions additions, Asked<R> asked) {
        this.ground = ground;
        this.parts = parts;
        this.additions = additions;
        this.which = asked.which();
        this.mine = asked.by();
        this.author = AuthorKey.of(mine.signing());
        this.why = asked.why();
        this.rows = new GlassRows(parts.slots());
    }

    /// Who opens what, and why.
    record Asked<R>(GlassEntry which, AccountKeys by, GlassReason<R> why) {}

    /// What is kept of the entry, and of it for this holder.
    private record Kept(AccountNumber holder, EntryRows.Row row, Leaf leaf, GlassRows.Row glass) {}

    GlassCame<R> once() {
        Chain.State state = parts.chain().now();
        return switch (state.standing()) {
            case ChainStanding.NotFounded _ -> new GlassCame.Shut<>(ShutOut.NOT_FOUNDED);
            case ChainStanding.Broken _ -> new GlassCame.Shut<>(ShutOut.CHAIN_BROKEN);
            case ChainStanding.Whole(Membership now) -> {
                Optional<AccountNumber> holder = Access.inForce(now, state.past(), author);
                Optional<EpochAddress> to = now.epoch(which.place());
                if (holder.isEmpty()) {
                    yield new GlassCame.Shut<>(ShutOut.NOT_IN_FORCE);
                }
                yield to.isEmpty()
                        ? new GlassCame.Shut<>(ShutOut.NO_COMPARTMENT)
                        : looked(holder.get(), to.get());
            }
        };
    }

    private GlassCame<R> looked(AccountNumber holder, EpochAddress to) {
        Optional<EntryRows.Row> row = ground.store().read(this::entry);
        Optional<GlassRows.Row> glass = row.flatMap(one -> glass(one, holder));
        if (glass.isEmpty()) {
            return new GlassCame.NotAHolder<>();
        }
        Optional<Leaf> leaf = Leaf.read(row.get().leaf().bytes());
        return leaf.isEmpty() || !EntryReader.isNumber(row.get().epoch())
                ? new GlassCame.Spoilt<>(Flaw.OfRows.LEAF_SPOILT)
                : withHalf(new Kept(holder, row.get(), leaf.get(), glass.get()), to);
    }

    private Optional<EntryRows.Row> entry(Handle handle) {
        OptionalLong compartment = parts.slots().row(handle, which.place());
        return compartment.isEmpty()
                ? Optional.empty()
                : EntryRows.byId(handle, compartment.getAsLong(), which.entry());
    }

    private Optional<GlassRows.Row> glass(EntryRows.Row row, AccountNumber holder) {
        return ground.store().read(handle -> glass(handle, row.number(), holder));
    }

    private Optional<GlassRows.Row> glass(Handle handle, long number, AccountNumber holder) {
        return rows.of(handle, which.place(), number, holder);
    }

    /// His own half first: where it does not open, nothing was asked of the desk.
    private GlassCame<R> withHalf(Kept kept, EpochAddress to) {
        Epoch now = to.epoch();
        var epoch =
                new Epoch(now.organisation(), now.ofCase(), now.compartment(), kept.row().epoch());
        var context = new EntryContext(epoch, which.entry());
        var place = new GlassContext(context, mine.reading().address());
        byte[] stored = kept.glass().halves().holders().bytes();
        return switch (GlassSlots.openHolders(stored, place, mine.reading())) {
            case Slot.Shut<GlassHalf>(var flaw) -> new GlassCame.Spoilt<>(new Flaw.OfSlot(flaw));
            case Slot.Open<GlassHalf>(GlassHalf half) -> {
                try (half) {
                    yield withDesk(kept, half, place, to);
                }
            }
        };
    }

    private GlassCame<R> withDesk(Kept kept, GlassHalf half, GlassContext place, EpochAddress to) {
        var says = new GlassUsed(which.entry(), kept.holder(), why.occasion(), why.words()).body();
        var said = additions.unattended(to, which.place(), Unattended.GLASS_USED, says);
        if (said.isEmpty()) {
            return new GlassCame.Refused<>(NotWritten.DOES_NOT_OPEN);
        }
        DeskHalves.Came<GlassCame<R>> came =
                ground.vault()
                        .deskHalves()
                        .after(
                                ground.store().writer(),
                                turn -> decided(turn, kept, place, said.get()));
        return switch (came) {
            case DeskHalves.Came.Stays<GlassCame<R>>(GlassCame<R> what) -> what;
            case DeskHalves.Came.Out<GlassCame<R>>(Slot<GlassHalf> desks) ->
                    switch (desks) {
                        case Slot.Shut<GlassHalf>(var flaw) ->
                                new GlassCame.Spoilt<>(new Flaw.OfSlot(flaw));
                        case Slot.Open<GlassHalf>(GlassHalf other) -> {
                            try (other) {
                                yield joined(kept, half, other, place.entry());
                            }
                        }
                    };
        };
    }

    private DeskHalves.Decided<GlassCame<R>> decided(
            Turn turn, Kept kept, GlassContext place, EntryRows.Fresh said) {
        Chain.State state = parts.chain().in(turn);
        boolean isInForce =
                state.membership()
                        .flatMap(now -> Access.inForce(now, state.past(), author))
                        .filter(kept.holder()::equals)
                        .isPresent();
        if (!isInForce) {
            return stays(new GlassCame.Shut<>(ShutOut.NOT_IN_FORCE));
        }
        // Made anew, or taken, since it was looked at.
        var now = glass(turn.handle(), kept.row().number(), kept.holder());
        if (!now.map(GlassRows.Row::halves).equals(Optional.of(kept.glass().halves()))) {
            return stays(new GlassCame.Refused<>(NotWritten.OVERTAKEN));
        }
        var desk = new EntryWriter.By.Desk(ground.vault().deskWriting().author());
        Optional<Written> refused = parts.writer().refused(turn, which.place(), said.epoch(), desk);
        if (refused.isPresent()) {
            return stays(because(refused.get()));
        }
        Optional<R> against = why.kept(turn, kept.holder());
        if (against.isPresent()) {
            return stays(new GlassCame.Unsaid<>(against.get()));
        }
        var _ = parts.writer().kept(turn, which.place(), said);
        GlassRows.used(turn, kept.glass());
        return new DeskHalves.Decided.Out<>(kept.glass().halves().desks(), place);
    }

    private DeskHalves.Decided<GlassCame<R>> stays(GlassCame<R> because) {
        return new DeskHalves.Decided.Stays<>(because);
    }

    private GlassCame<R> because(Written refused) {
        return switch (refused) {
            case Written.Shut(ShutOut out) -> new GlassCame.Shut<>(out);
            case Written.Refused(NotWritten not) -> new GlassCame.Refused<>(not);
            case Written.Kept _ -> throw new IllegalStateException("kept, and refused");
        };
    }

    private GlassCame<R> joined(Kept kept, GlassHalf mine, GlassHalf desks, EntryContext context) {
        return switch (mine.with(desks, kept.leaf().keyCommitment())) {
            case Slot.Shut<DataKey>(var flaw) -> new GlassCame.Spoilt<>(new Flaw.OfSlot(flaw));
            case Slot.Open<DataKey>(DataKey key) -> {
                try (key) {
                    yield switch (new EntryOpener()
                            .open(kept.row().sealed(), kept.leaf(), context, key)) {
                        case EntryOpener.Opened.Failed(var flaw) ->
                                new GlassCame.Spoilt<>(new Flaw.OfEntry(flaw));
                        case EntryOpener.Opened.Whole(Entry entry) -> judged(entry);
                    };
                }
            }
        };
    }

    private GlassCame<R> judged(Entry entry) {
        return EntryReader.writtenBy(parts.chain().now().past(), entry)
                .<GlassCame<R>>map(by -> new GlassCame.Opened<>(entry, by))
                .orElseGet(() -> new GlassCame.Spoilt<>(Flaw.OfRows.UNKNOWN_AUTHOR));
    }
}
