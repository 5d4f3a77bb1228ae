package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;

/// Fills envelopes, and knows where they lie. A newer one takes the place of the older: the words
/// of that stay an entry for the members, its files go, and nobody holds it any more.
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
                .filter(ground.people().acting(handle)::contains)
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
        Set<PersonId> acting = ground.people().acting(handle);
        return ladder.steps().stream()
                .flatMap(step -> step.targets().stream())
                .flatMap(duty ->
                        switch (duty) {
                            case Duty.OfPerson(PersonId one) -> List.of(one).stream();
                            case Duty.OfRole(var role) ->
                                    ground.people().holding(handle, role).stream()
                                            .map(person -> person.id());
                        })
                .filter(acting::contains)
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

    /// A file of an envelope, for whoever has that in hand: to be mended with it.
    Found file(CodenameId who, Envelope says, Enclosed which) {
        Standing standing = ground.store().read(handle -> standing(handle, who));
        return standing instanceof Standing.Filled filled
                ? Found.of(which, says.file(which), sealed(filled.entry(), which))
                : new Found.None();
    }

    /// A file as it lies beside an envelope.
    Optional<Octets> sealed(GlassEntry envelope, Enclosed which) {
        return ground.store()
                .read(handle ->
                        ground.ledger()
                                .enclosures()
                                .sealed(handle, envelope.entry(), which.number()));
    }

    /// Fills it anew, in one compartment, for these holders.
    ///
    /// @param words what it says; the files of an older one are not taken along
    Written fill(
            Envelope words,
            Files files,
            CaseCompartment place,
            Set<PersonId> holders,
            AccountKeys keys) {
        var sealed = files.sealed(ground.ledger().enclosures());
        return switch (ground.ledger().compartments().enter(place, keys)) {
            case Entered.Shut(var why) -> new Written.Shut(why);
            case Entered.Open(OpenCompartment open) -> {
                try (open) {
                    yield filled(words, sealed, holders, open);
                }
            }
        };
    }

    private Written filled(
            Envelope words,
            Map<Enclosed, Enclosure.Sealed> files,
            Set<PersonId> holders,
            OpenCompartment open) {
        var says = new EnumMap<Enclosed, Enclosure>(Enclosed.class);
        var beside = new TreeMap<Integer, Octets>();
        files.forEach((which, sealed) -> {
            says.put(which, sealed.says());
            beside.put(which.number(), sealed.bytes());
        });
        Envelope envelope = words.with(says);
        var accounts = new TreeSet<AccountNumber>();
        holders.forEach(one -> accounts.add(new AccountNumber(one.value())));
        Instant now = now();
        Written came =
                ground.ledger()
                        .glass()
                        .write(
                                open,
                                What.of(Envelope.TYPE, envelope.body()),
                                beside,
                                accounts,
                                (turn, entry) -> takesItsPlace(turn, words, new Lying(entry, now)));
        // Files that went are gone from the log, too.
        ground.store().fold();
        return came;
    }

    private Instant now() {
        return Instant.ofEpochMilli(ground.clock().instant().toEpochMilli());
    }

    private void takesItsPlace(Turn turn, Envelope envelope, Lying lying) {
        unmark(turn, envelope.codename());
        rows.put(turn, envelope.codename(), lying);
    }

    /// A photo of somebody in hiding lies in one place: with the envelope that counts.
    private void unmark(Turn turn, CodenameId who) {
        if (standing(turn.handle(), who) instanceof Standing.Filled before) {
            ground.ledger().glass().unmark(turn, before.entry());
            ground.ledger().enclosures().drop(turn, before.entry().entry());
        }
    }

    /// Nobody holds one of that code-name any more; what was written stays with the members.
    void remove(Turn turn, CodenameId who) {
        unmark(turn, who);
        rows.remove(turn, who);
    }
}
