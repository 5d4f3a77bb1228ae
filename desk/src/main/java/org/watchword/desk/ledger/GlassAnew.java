package org.watchword.desk.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.GlassContext;
import org.watchword.formats.slot.GlassSlots;

/// Draws new halves in the place of those of which the desk's went out. Only a member can, since it
/// takes the entry's key: so it is a part of {@link Settling}.
final class GlassAnew {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final CaseCompartment place;
    private final EntryReader reader;

    GlassAnew(Ledger.Ground ground, Ledger.Parts parts, CaseCompartment place, EntryReader reader) {
        this.ground = ground;
        this.parts = parts;
        this.place = place;
        this.reader = reader;
    }

    /// What takes the place of a holder's halves.
    private record Anew(GlassRows.Row before, AccountNumber holder, GlassSlots.Pair halves) {}

    /// Some of them; what is left over, the next sign-in does.
    ///
    /// @param may whether this member still may, in the turn
    void some(Predicate<Chain.State> may) {
        List<GlassRows.Row> due =
                ground.store()
                        .read(handle -> {
                            OptionalLong row = parts.slots().row(handle, place);
                            return row.isEmpty()
                                    ? List.of()
                                    : GlassRows.due(
                                            handle, row.getAsLong(), CaseLimits.SLOTS_AT_ONCE);
                        });
        List<Anew> anew = due.stream().map(this::anew).flatMap(Optional::stream).toList();
        if (!anew.isEmpty()) {
            var _ = ground.store().writer().write(Lane.ORDINARY, turn -> kept(turn, anew, may));
        }
    }

    private Optional<Anew> anew(GlassRows.Row due) {
        Membership now = parts.chain().now().membership().orElseThrow();
        Optional<AccountNumber> holder =
                new GlassRows(parts.slots()).holder(place, due, now.accounts());
        Optional<Keys> keys = holder.flatMap(now::keys);
        Optional<EntryRows.Row> row =
                ground.store()
                        .read(handle ->
                                EntryRows.byNumber(
                                        handle,
                                        parts.slots().row(handle, place).orElseThrow(),
                                        due.entry()));
        Optional<Leaf> leaf = row.flatMap(one -> Leaf.read(one.leaf().bytes()));
        Optional<EntryRows.SlotRow> slot = row.flatMap(EntryRows.Row::slot);
        boolean isWhole =
                leaf.isPresent() && slot.isPresent() && EntryReader.isNumber(row.get().epoch());
        if (keys.isEmpty() || !isWhole) {
            return Optional.empty();
        }
        EntryContext context = reader.context(row.get().epoch(), row.get().id());
        return switch (reader.key(slot.get(), context, leaf.get().keyCommitment())) {
            case EntryReader.Key.Not _ -> Optional.empty();
            case EntryReader.Key.Here(DataKey key) -> {
                try (key) {
                    var to = new GlassContext(context, keys.get().reading());
                    var halves = ground.vault().deskHalves().seal(key, to);
                    yield Optional.of(new Anew(due, holder.get(), halves));
                }
            }
        };
    }

    private boolean kept(Turn turn, List<Anew> anew, Predicate<Chain.State> may) {
        Chain.State state = parts.chain().in(turn);
        if (may.test(state)) {
            anew.forEach(one -> GlassRows.anew(turn, one.before(), one.halves()));
        }
        return true;
    }
}
