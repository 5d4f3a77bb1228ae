package org.watchword.desk.casebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Compartments;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.EntryPage;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.ShutOut;
import org.watchword.desk.ledger.WrittenBy;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;

/// What one member reads, with his keys, for one request. It does not close the account's keys.
final class Reading implements AutoCloseable {
    /// The first entries of a compartment, in which its name is looked for.
    private static final int FIRST = 64;

    private final Ledger ledger;
    private final AccountNumber me;
    private final AccountKeys keys;
    private final Map<CaseCompartment, Entered> entered = new HashMap<>();

    Reading(Ledger ledger, AccountNumber me, AccountKeys keys) {
        this.ledger = ledger;
        this.me = me;
        this.keys = keys;
    }

    AccountNumber me() {
        return me;
    }

    AccountKeys keys() {
        return keys;
    }

    Compartments compartments() {
        return ledger.compartments();
    }

    Optional<Membership> membership() {
        return ledger.standing() instanceof ChainStanding.Whole(Membership now)
                ? Optional.of(now)
                : Optional.empty();
    }

    /// Why nothing of any case is shown; empty when something might be.
    Optional<ShutOut> shut() {
        return switch (ledger.standing()) {
            case ChainStanding.NotFounded _ -> Optional.of(ShutOut.NOT_FOUNDED);
            case ChainStanding.Broken _ -> Optional.of(ShutOut.CHAIN_BROKEN);
            case ChainStanding.Whole(Membership now) ->
                    now.keys(me).isPresent() ? Optional.empty() : Optional.of(ShutOut.NOT_IN_FORCE);
        };
    }

    /// Some of a reader's cases.
    ///
    /// @param more whether others were last written in before these
    record Some(List<OneCase> cases, boolean more) {}

    /// His cases, those first in which something was written last; of those that were last written
    /// in before an entry.
    Some cases(long before) {
        Map<CaseId, Long> last = new HashMap<>();
        for (CaseCompartment place : mine()) {
            last.merge(place.ofCase(), compartments().lastNumber(place), Math::max);
        }
        List<CaseId> ids =
                last.entrySet().stream()
                        .filter(one -> one.getValue() < before)
                        .sorted(Map.Entry.<CaseId, Long>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        // Whoever was taken out of one meanwhile sees it no more.
        List<OneCase> some =
                ids.stream()
                        .limit(CaseLimits.CASES_LISTED)
                        .flatMap(id -> one(id).stream())
                        .toList();
        return new Some(some, ids.size() > CaseLimits.CASES_LISTED);
    }

    /// What all his cases are called, as far as that opens: all of them are opened for it.
    Stream<String> codeNames() {
        return ids().flatMap(id -> one(id).stream()).flatMap(one -> one.codeName().stream());
    }

    private Stream<CaseId> ids() {
        return mine().stream().map(CaseCompartment::ofCase).distinct();
    }

    /// Whether he reads there, by the chain as it stands now.
    boolean reads(CaseCompartment place) {
        return mine().contains(place);
    }

    private List<CaseCompartment> mine() {
        return membership().filter(now -> now.keys(me).isPresent()).stream()
                .flatMap(now ->
                        now.compartments().stream()
                                .filter(place ->
                                        now.compartment(place)
                                                .orElseThrow()
                                                .members()
                                                .contains(me)))
                .toList();
    }

    /// The case that an address stands for, if he reads in it.
    Optional<OneCase> at(String address, Addresses addresses) {
        return ids().filter(id -> addresses.of(id).equals(address)).findFirst().flatMap(this::one);
    }

    /// A case with those of its compartments in which he reads; empty where there are none.
    Optional<OneCase> one(CaseId id) {
        List<OwnCompartment> his =
                mine().stream().filter(place -> place.ofCase().equals(id)).map(this::own).toList();
        return his.isEmpty() ? Optional.empty() : Optional.of(new OneCase(id, his));
    }

    private OwnCompartment own(CaseCompartment place) {
        return new OwnCompartment(
                place, label(place), compartments().standing(place).orElseThrow());
    }

    private Label label(CaseCompartment place) {
        return switch (enter(place)) {
            case Entered.Shut(ShutOut why) -> new Label.Shut(why);
            case Entered.Open(OpenCompartment open) -> {
                Label first = label(open.after(0, 1));
                yield first instanceof Label.Unnamed ? label(open.after(0, FIRST)) : first;
            }
        };
    }

    private static Label label(EntryPage page) {
        return switch (page) {
            case EntryPage.Shut(ShutOut why) -> new Label.Shut(why);
            case EntryPage.Read(List<ReadEntry> entries, _) -> {
                Optional<Label> named =
                        entries.stream().flatMap(one -> name(one).stream()).findFirst();
                yield named.orElseGet(() -> spoiltOr(entries));
            }
        };
    }

    private static Label spoiltOr(List<ReadEntry> entries) {
        return !entries.isEmpty() && entries.getFirst() instanceof ReadEntry.Shut shut
                ? new Label.Spoilt(shut.why())
                : new Label.Unnamed();
    }

    /// Only who read there names it: anybody adds.
    private static Optional<Label> name(ReadEntry one) {
        return one instanceof ReadEntry.Whole whole
                        && whole.by() instanceof WrittenBy.Member
                        && Saying.in(whole.entry())
                                instanceof Saying.Heard.Said(Saying.CompartmentOpened opened)
                ? Optional.of(new Label.Opened(opened.name(), opened.codeName(), whole.number()))
                : Optional.empty();
    }

    Entered enter(CaseCompartment place) {
        return entered.computeIfAbsent(place, one -> compartments().enter(one, keys));
    }

    /// Those of a case that open, with their keys.
    List<Timeline.Source> sources(OneCase of) {
        var sources = new ArrayList<Timeline.Source>();
        for (OwnCompartment one : of.compartments()) {
            if (enter(one.place()) instanceof Entered.Open(OpenCompartment open)) {
                sources.add(new Timeline.Source(one, open));
            }
        }
        return sources;
    }

    /// The number of the last entry of a case, in all compartments that are his.
    long lastNumber(OneCase of) {
        return of.compartments().stream()
                .mapToLong(one -> compartments().lastNumber(one.place()))
                .max()
                .orElse(0);
    }

    /// When something was last written in a case, by its author's clock.
    Optional<Instant> last(OneCase of) {
        return sources(of).stream()
                .flatMap(source -> entries(source.open().before(Long.MAX_VALUE, 1)).stream())
                .flatMap(entry -> Lines.at(entry).stream())
                .max(Comparator.naturalOrder());
    }

    private static List<ReadEntry> entries(EntryPage page) {
        return switch (page) {
            case EntryPage.Read(List<ReadEntry> entries, _) -> entries;
            case EntryPage.Shut _ -> List.of();
        };
    }

    @Override
    public void close() {
        entered.values()
                .forEach(one -> {
                    if (one instanceof Entered.Open(OpenCompartment open)) {
                        open.close();
                    }
                });
    }
}
