package org.watchword.desk.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.vault.DeskWriting;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.Seen;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.EpochAddress;
import org.watchword.formats.slot.InboundSlot;

/// Adds to a compartment without reading in it: only public keys are needed, and they come from the
/// chain. The first member who works on it settles what came so.
public final class Additions {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;

    Additions(Ledger.Ground ground, Ledger.Parts parts) {
        this.ground = ground;
        this.parts = parts;
    }

    /// Adds what a colleague wrote who need not be a member. It is kept when this returns.
    public Written add(CaseCompartment place, What what, AccountKeys by) {
        if (!what.fits()) {
            return new Written.Refused(NotWritten.TOO_MUCH);
        }
        AuthorKey author = AuthorKey.of(by.signing());
        return tried(
                place,
                new EntryWriter.By.Anybody(author),
                (context, seen) ->
                        new EntrySealer(ground.random())
                                .seal(
                                        new Entry(
                                                context,
                                                what.type(),
                                                author,
                                                now(),
                                                seen,
                                                what.body(),
                                                what.evidence()),
                                        by.signing()));
    }

    /// Adds what the desk writes with nobody signed in.
    public Written addUnattended(CaseCompartment place, Unattended type, Octets body) {
        if (!What.of(type.type(), body).fits()) {
            return new Written.Refused(NotWritten.TOO_MUCH);
        }
        return tried(
                place,
                new EntryWriter.By.Desk(ground.vault().deskWriting().author()),
                byTheDesk(type, body));
    }

    private BiFunction<EntryContext, Seen, EntrySealer.Sealed> byTheDesk(
            Unattended type, Octets body) {
        DeskWriting desk = ground.vault().deskWriting();
        return (context, seen) -> desk.seal(context, new DeskWriting.Said(type, now(), seen, body));
    }

    private Instant now() {
        return Instant.ofEpochMilli(ground.clock().instant().toEpochMilli());
    }

    private Written tried(
            CaseCompartment place,
            EntryWriter.By by,
            BiFunction<EntryContext, Seen, EntrySealer.Sealed> seal) {
        Written last = once(place, by, seal);
        for (int i = 1; i < CaseLimits.LEDGER_TRIES && isOvertaken(last); i++) {
            last = once(place, by, seal);
        }
        return last;
    }

    private static boolean isOvertaken(Written one) {
        return one instanceof Written.Refused(NotWritten why) && why == NotWritten.OVERTAKEN;
    }

    private Written once(
            CaseCompartment place,
            EntryWriter.By by,
            BiFunction<EntryContext, Seen, EntrySealer.Sealed> seal) {
        return switch (parts.chain().now().standing()) {
            case ChainStanding.NotFounded _ -> new Written.Shut(ShutOut.NOT_FOUNDED);
            case ChainStanding.Broken _ -> new Written.Shut(ShutOut.CHAIN_BROKEN);
            case ChainStanding.Whole(Membership chain) -> {
                Optional<EpochAddress> to = chain.epoch(place);
                yield to.isEmpty()
                        ? new Written.Shut(ShutOut.NO_COMPARTMENT)
                        : sealedTo(to.get(), place, by, seal);
            }
        };
    }

    private Written sealedTo(
            EpochAddress to,
            CaseCompartment place,
            EntryWriter.By by,
            BiFunction<EntryContext, Seen, EntrySealer.Sealed> seal) {
        return sealed(to, place, seal)
                .map(fresh -> parts.writer().put(place, fresh, by))
                .orElseGet(() -> new Written.Refused(NotWritten.DOES_NOT_OPEN));
    }

    /// An entry of the desk's that somebody else keeps, in a turn with more in it. Empty when what
    /// was sealed does not open again.
    Optional<EntryRows.Fresh> unattended(
            EpochAddress to, CaseCompartment place, Unattended type, Octets body) {
        return sealed(to, place, byTheDesk(type, body));
    }

    private Optional<EntryRows.Fresh> sealed(
            EpochAddress to,
            CaseCompartment place,
            BiFunction<EntryContext, Seen, EntrySealer.Sealed> seal) {
        EntryContext context = parts.writer().fresh(to.epoch());
        var sealed = seal.apply(context, parts.writer().seen(place, to.epoch()));
        try (var key = sealed.key()) {
            if (!EntryWriter.opens(sealed, context)) {
                return Optional.empty();
            }
            byte[] slot = InboundSlot.seal(key, context, to, ground.random());
            return Optional.of(
                    new EntryRows.Fresh(
                            context.entry(),
                            to.epoch().number(),
                            sealed.entry(),
                            sealed.leaf(),
                            new EntryRows.SlotRow(to.epoch().number(), true, Octets.of(slot))));
        }
    }
}
