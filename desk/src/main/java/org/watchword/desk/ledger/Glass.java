package org.watchword.desk.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.GlassContext;
import org.watchword.formats.slot.GlassSlots;

/// Entries behind glass: beside the members, a few holders open each, none of them alone and not
/// the desk alone. A holder need not be a member, and no member need be there.
public final class Glass {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final Additions additions;
    private final GlassRows rows;

    Glass(Ledger.Ground ground, Ledger.Parts parts, Additions additions) {
        this.ground = ground;
        this.parts = parts;
        this.additions = additions;
        this.rows = new GlassRows(parts.slots());
    }

    /// Writes an entry behind glass for these holders: each gets halves of his own, drawn now. The
    /// entry, the halves and what is to stand with them are kept in one turn.
    ///
    /// @param beside sealed files, as beside any entry
    /// @param with what is to stand in the same turn
    public Written write(
            OpenCompartment open,
            What what,
            Map<Integer, Octets> beside,
            Set<AccountNumber> holders,
            BiConsumer<Turn, GlassEntry> with) {
        return open.write(
                what,
                beside,
                (context, key) -> new Behind(open.place(), holders, with, context, key));
    }

    private static Map<AccountNumber, Keys> keys(Membership now, Set<AccountNumber> of) {
        var keys = new HashMap<AccountNumber, Keys>();
        of.forEach(one -> now.keys(one).ifPresent(found -> keys.put(one, found)));
        return keys;
    }

    private Optional<EntryRows.Row> entry(Handle handle, CaseCompartment place, EntryId id) {
        OptionalLong compartment = parts.slots().row(handle, place);
        return compartment.isEmpty()
                ? Optional.empty()
                : EntryRows.byId(handle, compartment.getAsLong(), id);
    }

    private Map<AccountNumber, GlassSlots.Pair> halves(
            DataKey key, EntryContext context, Map<AccountNumber, Keys> to) {
        var halves = new HashMap<AccountNumber, GlassSlots.Pair>();
        to.forEach((holder, keys) ->
                halves.put(
                        holder,
                        ground.vault()
                                .deskHalves()
                                .seal(key, new GlassContext(context, keys.reading()))));
        return halves;
    }

    /// Halves for the keys that the holders have now.
    private final class Behind implements Along.InTurn {
        private final CaseCompartment place;
        private final Set<AccountNumber> holders;
        private final BiConsumer<Turn, GlassEntry> with;
        private final Map<AccountNumber, Keys> to;
        private final Map<AccountNumber, GlassSlots.Pair> halves;

        Behind(
                CaseCompartment place,
                Set<AccountNumber> holders,
                BiConsumer<Turn, GlassEntry> with,
                EntryContext context,
                DataKey key) {
            this.place = place;
            this.holders = holders;
            this.with = with;
            this.to = keys(parts.chain().now().membership().orElseThrow(), holders);
            this.halves = halves(key, context, to);
        }

        @Override
        public Optional<Written> refused(Turn turn) {
            Membership now = parts.chain().in(turn).membership().orElseThrow();
            if (!now.isTheDesk(ground.vault().deskWriting().author())) {
                return Optional.of(new Written.Refused(NotWritten.DESK_NOT_NAMED));
            }
            Map<AccountNumber, Keys> theirs = keys(now, holders);
            if (theirs.size() < holders.size()) {
                return Optional.of(new Written.Refused(NotWritten.NO_HOLDER));
            }
            return theirs.equals(to)
                    ? Optional.empty()
                    : Optional.of(new Written.Refused(NotWritten.OVERTAKEN));
        }

        @Override
        public void kept(Turn turn, Written.Kept entry) {
            halves.forEach((holder, pair) -> rows.put(turn, place, entry.number(), holder, pair));
            with.accept(turn, new GlassEntry(place, entry.id()));
        }
    }

    /// Takes an entry from behind the glass: members alone open it.
    public void unmark(Turn turn, GlassEntry which) {
        entry(turn.handle(), which.place(), which.entry())
                .ifPresent(row -> GlassRows.drop(turn, row.number()));
    }

    /// Who holds it, and is in force.
    public Set<AccountNumber> holders(Handle handle, GlassEntry which) {
        Optional<Membership> now = parts.chain().in(handle).membership();
        Optional<EntryRows.Row> row = entry(handle, which.place(), which.entry());
        return now.isEmpty() || row.isEmpty()
                ? Set.of()
                : rows.holders(
                        handle,
                        which.place(),
                        row.get().number(),
                        now.get().accounts().stream()
                                .filter(one -> now.get().keys(one).isPresent())
                                .toList());
    }

    /// Opens it for a holder together with the desk. Why, and that it was opened, stands before the
    /// desk's half comes out: in the compartment as the desk's entry, and wherever the reason keeps
    /// it. From then on new halves are due.
    public <R> GlassCame<R> open(GlassEntry which, AccountKeys by, GlassReason<R> why) {
        var opening =
                new GlassOpening<>(
                        ground, parts, additions, new GlassOpening.Asked<>(which, by, why));
        GlassCame<R> last = opening.once();
        for (int i = 1; i < CaseLimits.LEDGER_TRIES && isOvertaken(last); i++) {
            last = opening.once();
        }
        return last;
    }

    private static boolean isOvertaken(GlassCame<?> one) {
        return one instanceof GlassCame.Refused<?>(NotWritten why) && why == NotWritten.OVERTAKEN;
    }
}
