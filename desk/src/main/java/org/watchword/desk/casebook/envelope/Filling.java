package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.GlassEntry;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;

/// Fills envelopes, and knows where they lie. A newer one takes the place of the older: that stays
/// an entry for the members, and nobody holds it any more.
final class Filling {
    private final Envelopes.Ground ground;
    private final EnvelopeRows rows;

    Filling(Envelopes.Ground ground) {
        this.ground = ground;
        this.rows = new EnvelopeRows(ground.seal());
    }

    Standing standing(Handle handle, CodenameId who) {
        try {
            return rows.find(handle, who)
                    .<Standing>map(lying ->
                            new Standing.Filled(
                                    lying.entry(), lying.filledAt(), holders(handle, lying)))
                    .orElseGet(Standing.None::new);
        } catch (UnreadableField e) {
            return new Standing.Unreadable();
        }
    }

    private Set<PersonId> holders(Handle handle, Lying lying) {
        return ground.ledger().glass().holders(handle, lying.entry()).stream()
                .map(one -> new PersonId(one.number()))
                .filter(ground.people().active(handle)::contains)
                .collect(Collectors.toSet());
    }

    String name(Handle handle, CodenameId who) {
        return ground.watch().ladders().codename(handle, who).map(Codename::name).orElse("?");
    }

    /// The ladder that rings for a code-name.
    Optional<Ladder> ladder(Handle handle, Codename codename) {
        return ground.watch().ladders().all(handle).stream()
                .filter(one -> codename.ladder().map(one.id()::equals).orElseGet(one::isDefault))
                .findFirst();
    }

    /// Whom its steps name, today.
    Set<PersonId> onLadder(Handle handle, Ladder ladder) {
        Set<PersonId> active = ground.people().active(handle);
        return ladder.steps().stream()
                .flatMap(step -> step.targets().stream())
                .flatMap(duty ->
                        switch (duty) {
                            case Duty.OfPerson(PersonId one) -> List.of(one).stream();
                            case Duty.OfRole(var role) ->
                                    ground.people().holding(handle, role).stream()
                                            .map(person -> person.id());
                        })
                .filter(active::contains)
                .collect(Collectors.toSet());
    }

    private Optional<Membership> chain() {
        return ground.ledger().standing() instanceof ChainStanding.Whole(Membership now)
                ? Optional.of(now)
                : Optional.empty();
    }

    /// Who could hold one: everybody in force.
    List<PersonId> possibleHolders() {
        return chain().stream()
                .flatMap(now -> now.accounts().stream().filter(one -> now.keys(one).isPresent()))
                .map(one -> new PersonId(one.number()))
                .toList();
    }

    /// Where somebody reads, and who reads there with him.
    record Place(CaseCompartment place, Set<PersonId> readers) {}

    List<Place> places(AccountKeys keys) {
        AuthorKey me = AuthorKey.of(keys.signing());
        return chain().stream()
                .flatMap(now -> now.compartments().stream().map(place -> place(now, place, me)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Place> place(Membership now, CaseCompartment place, AuthorKey me) {
        var readers = now.readers(place);
        boolean mine = readers.values().stream().map(Keys::signing).anyMatch(me::equals);
        return mine
                ? Optional.of(
                        new Place(
                                place,
                                readers.keySet().stream()
                                        .map(one -> new PersonId(one.number()))
                                        .collect(Collectors.toSet())))
                : Optional.empty();
    }

    /// What stands in the present one, for who reads there: to be mended.
    Optional<Envelope> present(CodenameId who, AccountKeys keys) {
        Standing standing = ground.store().read(handle -> standing(handle, who));
        if (!(standing instanceof Standing.Filled filled)) {
            return Optional.empty();
        }
        GlassEntry at = filled.entry();
        return switch (ground.ledger().compartments().enter(at.place(), keys)) {
            case Entered.Shut _ -> Optional.empty();
            case Entered.Open(OpenCompartment open) -> {
                try (open) {
                    yield open.one(at.entry())
                            .filter(ReadEntry.Whole.class::isInstance)
                            .map(one -> ((ReadEntry.Whole) one).entry())
                            .flatMap((Entry entry) -> Envelope.in(entry));
                }
            }
        };
    }

    /// Fills it anew, in one compartment, for these holders.
    Written fill(
            Envelope envelope, CaseCompartment place, Set<PersonId> holders, AccountKeys keys) {
        return switch (ground.ledger().compartments().enter(place, keys)) {
            case Entered.Shut(var why) -> new Written.Shut(why);
            case Entered.Open(OpenCompartment open) -> {
                try (open) {
                    yield filled(envelope, place, holders, open);
                }
            }
        };
    }

    private Written filled(
            Envelope envelope, CaseCompartment place, Set<PersonId> holders, OpenCompartment open) {
        Written written = open.write(What.of(Envelope.TYPE, envelope.body()));
        if (!(written instanceof Written.Kept kept)) {
            return written;
        }
        var accounts = new TreeSet<AccountNumber>();
        holders.forEach(one -> accounts.add(new AccountNumber(one.value())));
        var lying = new Lying(new GlassEntry(place, kept.id()), now());
        return ground.ledger()
                .glass()
                .mark(open, kept.id(), accounts, turn -> takesItsPlace(turn, envelope, lying));
    }

    private Instant now() {
        return Instant.ofEpochMilli(ground.clock().instant().toEpochMilli());
    }

    private void takesItsPlace(Turn turn, Envelope envelope, Lying lying) {
        unmark(turn, envelope.codename());
        rows.put(turn, envelope.codename(), lying);
    }

    private void unmark(Turn turn, CodenameId who) {
        if (standing(turn.handle(), who) instanceof Standing.Filled before) {
            ground.ledger().glass().unmark(turn, before.entry());
        }
    }

    /// Nobody holds one of that code-name any more; what was written stays with the members.
    void remove(Turn turn, CodenameId who) {
        unmark(turn, who);
        rows.remove(turn, who);
    }
}
