package org.watchword.desk.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;
import org.watchword.formats.membership.Link;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.ReadingKey;

/// The compartments of cases: who reads in them, and their keys.
public final class Compartments {
    private static final int ID_BYTES = CaseId.BYTES;

    private final Ledger.Ground ground;
    private final Ledger.Parts parts;

    Compartments(Ledger.Ground ground, Ledger.Parts parts) {
        this.ground = ground;
        this.parts = parts;
    }

    /// A compartment that is not there yet, of a case that is not there yet.
    public CaseCompartment ofANewCase() {
        return beside(new CaseId(drawn()));
    }

    /// One more compartment of a case, not there yet.
    public CaseCompartment beside(CaseId ofCase) {
        return new CaseCompartment(ofCase, new CompartmentId(drawn()));
    }

    private Octets drawn() {
        byte[] id = new byte[ID_BYTES];
        ground.random().nextBytes(id);
        return Octets.of(id);
    }

    /// How a compartment stands.
    ///
    /// @param red fewer than two read there: what is in it is lost with the next who fails
    /// @param rekeyPending somebody who ceased to be a member could still open what is not moved to
    ///   the epoch of now
    public record Standing(Compartment now, boolean red, boolean rekeyPending) {}

    /// Empty when there is none.
    public Optional<Standing> standing(CaseCompartment place) {
        Optional<Membership> membership = parts.chain().now().membership();
        return membership
                .flatMap(one -> one.compartment(place))
                .map(now ->
                        new Standing(
                                now,
                                membership.get().isRed(place),
                                now.isRekeyPending() || hasOlder(place, now.epoch())));
    }

    private boolean hasOlder(CaseCompartment place, long epoch) {
        return ground.store()
                .read(handle -> {
                    OptionalLong row = parts.slots().row(handle, place);
                    return row.isPresent() && EntryRows.hasOlder(handle, row.getAsLong(), epoch);
                });
    }

    /// The number of the last entry there, by which compartments are put into an order; 0 where
    /// there is none.
    public long lastNumber(CaseCompartment place) {
        List<Long> last = parts.entryNumbers(ground.store(), place, Long.MAX_VALUE, 1);
        return last.isEmpty() ? 0 : last.getFirst();
    }

    /// Opens a compartment, whose first member is who signs. Others read there from the beginning;
    /// all of it stands, or nothing.
    public Appended open(CaseCompartment place, Collection<AccountNumber> others, AccountKeys by) {
        List<SigningKey> signing = List.of(by.signing());
        return parts.statements()
                .attempt(
                        Lane.ORDINARY,
                        membership -> {
                            try (var key = ReadingKey.fresh(ground.random())) {
                                var opened = new Statement.Opened(place, key.address());
                                Draft draft = parts.statements().draft(membership, opened, signing);
                                new TreeSet<>(others)
                                        .forEach(one -> says(draft, place, one, by.signing()));
                                return draft.givesAll(place, key, ground.random());
                            }
                        });
    }

    private void says(Draft draft, CaseCompartment place, AccountNumber who, SigningKey by) {
        var link = draft.after().next(new Statement.Added(place, who), parts.statements().now());
        draft.says(link.signedBy(by));
    }

    /// Lets somebody read in a compartment: whoever signs reads there, and gives him every key of
    /// it that he has himself.
    public Appended add(CaseCompartment place, AccountNumber who, AccountKeys by) {
        return switch (enter(place, by)) {
            case Entered.Shut(ShutOut why) -> new Appended.NoKey(why);
            case Entered.Open(OpenCompartment open) -> {
                try (open) {
                    yield parts.statements()
                            .attempt(
                                    Lane.ORDINARY,
                                    membership -> added(membership, place, who, open, by));
                }
            }
        };
    }

    private Draft added(
            Membership membership,
            CaseCompartment place,
            AccountNumber who,
            OpenCompartment open,
            AccountKeys by) {
        var says = new Statement.Added(place, who);
        Draft draft = parts.statements().draft(membership, says, List.of(by.signing()));
        membership
                .epoch(place)
                .ifPresent(now ->
                        open.keys()
                                .all(now.epoch(), parts.chain().now().past())
                                .forEach(one -> draft.gives(one.key(), who, ground.random())));
        return draft;
    }

    /// Takes somebody out of a compartment, by one who has authority. His keys of it go in the same
    /// turn, and the desk makes the next epoch for those who are left; none of them is needed.
    public Appended remove(CaseCompartment place, AccountNumber who, AccountKeys by) {
        List<SigningKey> signing = List.of(by.signing());
        return parts.statements()
                .attempt(
                        Lane.ORDINARY,
                        membership ->
                                parts.statements()
                                        .draft(
                                                membership,
                                                new Statement.Removed(place, who),
                                                signing));
    }

    /// Takes somebody out of every compartment in which he reads, by one who has authority: all of
    /// it stands, or nothing.
    public Appended removeFromAll(AccountNumber who, AccountKeys by) {
        List<SigningKey> signing = List.of(by.signing());
        return parts.statements()
                .attempt(
                        Lane.ORDINARY,
                        membership -> {
                            var draft = new Draft(membership);
                            for (CaseCompartment place : of(membership, who)) {
                                var says = new Statement.Removed(place, who);
                                Link link = draft.after().next(says, parts.statements().now());
                                draft.says(Statements.signed(link, signing));
                            }
                            return draft;
                        });
    }

    /// Where somebody is a member, also while he is shut out.
    public List<CaseCompartment> of(AccountNumber who) {
        return parts.chain().now().membership().map(one -> of(one, who)).orElse(List.of());
    }

    private static List<CaseCompartment> of(Membership membership, AccountNumber who) {
        return membership.compartments().stream()
                .filter(place ->
                        membership
                                .compartment(place)
                                .filter(one -> one.members().contains(who))
                                .isPresent())
                .toList();
    }

    /// How many slots a compartment has, and how many of them {@link Settling} has yet to move.
    ///
    /// @param rekey whether somebody who ceased to be a member could open any of it still
    public record Pending(long slots, long of, boolean rekey) {}

    /// What is still to be settled where somebody reads, by the rows alone.
    public Pending pending(AccountNumber who) {
        return ground.store()
                .read(handle -> {
                    long slots = 0;
                    long of = 0;
                    boolean rekey = false;
                    for (CaseCompartment place : of(who)) {
                        Optional<Compartment> now = now(place);
                        OptionalLong row = parts.slots().row(handle, place);
                        rekey |= now.filter(Compartment::isRekeyPending).isPresent();
                        if (row.isPresent() && now.isPresent()) {
                            long epoch = now.get().epoch();
                            slots += EntryRows.unsettled(handle, row.getAsLong(), epoch);
                            of += EntryRows.slots(handle, row.getAsLong());
                            rekey |= EntryRows.hasOlder(handle, row.getAsLong(), epoch);
                        }
                    }
                    return new Pending(slots, of, rekey);
                });
    }

    /// Whether {@link Settling} has anything to do there.
    public boolean isPending(CaseCompartment place) {
        return now(place)
                .filter(one -> one.isRekeyPending() || hasUnsettled(place, one.epoch()))
                .isPresent();
    }

    private boolean hasUnsettled(CaseCompartment place, long epoch) {
        return ground.store()
                .read(handle -> {
                    OptionalLong row = parts.slots().row(handle, place);
                    return row.isPresent()
                            && EntryRows.unsettled(handle, row.getAsLong(), epoch) > 0;
                });
    }

    private Optional<Compartment> now(CaseCompartment place) {
        return parts.chain().now().membership().flatMap(one -> one.compartment(place));
    }

    /// Opens a compartment for one of its members.
    public Entered enter(CaseCompartment place, AccountKeys keys) {
        Chain.State state = parts.chain().now();
        return switch (Access.of(state, place, AuthorKey.of(keys.signing()))) {
            case Access.Out(ShutOut why) -> new Entered.Shut(why);
            case Access.In(AccountNumber member, Epoch epoch) -> {
                var epochs =
                        new EpochKeys(ground.store(), parts.slots(), place, member, keys.reading());
                yield switch (epochs.of(epoch, state.past())) {
                    case EpochKeys.Found.Not(ShutOut why) -> new Entered.Shut(why);
                    case EpochKeys.Found.Here _ ->
                            new Entered.Open(
                                    new OpenCompartment(ground, parts, place, keys, epochs));
                };
            }
        };
    }

    /// What is to be done in a compartment at a member's next sign-in: {@link Settling}.
    public Settling settling(CaseCompartment place, AccountKeys keys) {
        return new Settling(ground, parts, place, keys);
    }
}
