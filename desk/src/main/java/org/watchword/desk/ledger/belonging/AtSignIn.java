package org.watchword.desk.ledger.belonging;

import java.util.Optional;
import org.watchword.desk.accounts.Belonging;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.Settled;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// What the ledger answers the accounts, and does when somebody opens his case files: his keys are
/// made known, whoever is invited comes, and some of what is to be settled is.
public final class AtSignIn implements Belonging {
    private final Ledger ledger;

    public AtSignIn(Ledger ledger) {
        this.ledger = ledger;
    }

    static AccountNumber number(PersonId person) {
        return new AccountNumber(person.value());
    }

    static Keys publicKeys(AccountKeys keys) {
        return Keys.of(keys.signing(), keys.reading());
    }

    private Optional<Standing> standing(AccountNumber who) {
        return ledger.standing() instanceof ChainStanding.Whole(var membership)
                ? membership.standing(who)
                : Optional.empty();
    }

    @Override
    public boolean isShutOut(PersonId person) {
        return standing(number(person)).filter(Standing.Suspended.class::isInstance).isPresent();
    }

    @Override
    public void opened(PersonId person, AccountKeys keys) {
        AccountNumber who = number(person);
        ledger.knownKeys().make(who, publicKeys(keys));
        comes(who, keys);
        var _ = settle(who, keys, CaseLimits.PIECES_AT_SIGN_IN);
    }

    /// Whoever is invited comes, with the keys that he has.
    void comes(AccountNumber who, AccountKeys keys) {
        if (standing(who).filter(Standing.Invited.class::isInstance).isPresent()) {
            var _ = ledger.members().says(new Statement.Accepted(who, publicKeys(keys)), keys);
        }
    }

    /// What came of some pieces.
    ///
    /// @param shut slots that this member cannot open
    /// @param stopped why one compartment could not go on; the others did
    record Pieces(long shut, Optional<Settled.Why> stopped) {
        Pieces and(Settled last) {
            return switch (last) {
                case Settled.Stopped(Settled.Why why, _) -> new Pieces(shut, Optional.of(why));
                case Settled.Done(Settled.Progress progress) ->
                        new Pieces(shut + progress.shut(), stopped);
                case Settled.More _ -> this;
            };
        }
    }

    /// Does so many pieces at most, compartment by compartment. Where no slot is to be moved,
    /// colleagues still get the keys that they have not.
    Pieces settle(AccountNumber who, AccountKeys keys, int most) {
        var came = new Pieces(0, Optional.empty());
        int left = most;
        for (CaseCompartment place : ledger.compartments().of(who)) {
            boolean wasPending = ledger.compartments().isPending(place);
            try (var settling = ledger.compartments().settling(place, keys)) {
                Settled last = settling.step();
                for (; wasPending && left > 0 && last instanceof Settled.More; left--) {
                    last = settling.step();
                }
                if (wasPending && !ledger.compartments().isPending(place)) {
                    // One more lets go of the keys in which nothing is sealed any more.
                    last = settling.step();
                }
                came = came.and(last);
            }
        }
        return came;
    }
}
