package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Belonging;
import org.watchword.desk.accounts.Jobs;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.Moving;
import org.watchword.desk.ledger.Settled;
import org.watchword.desk.ledger.Settling;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// What the ledger answers the accounts, and does when somebody opens his case files: his keys are
/// made known, whoever is invited comes, and what is to be settled is, by a job where it is much.
public final class AtSignIn implements Belonging {
    private final Ledger ledger;
    private final Jobs jobs;

    /// @param jobs which do what a sign-in does not wait for
    public AtSignIn(Ledger ledger, Jobs jobs) {
        this.ledger = ledger;
        this.jobs = jobs;
    }

    static AccountNumber number(PersonId person) {
        return new AccountNumber(person.value());
    }

    static Keys publicKeys(AccountKeys keys) {
        return Keys.of(keys.signing(), keys.reading());
    }

    private Optional<Standing> standing(AccountNumber who) {
        return standing(ledger.standing(), who);
    }

    private static Optional<Standing> standing(ChainStanding chain, AccountNumber who) {
        return chain instanceof ChainStanding.Whole(var membership)
                ? membership.standing(who)
                : Optional.empty();
    }

    @Override
    public boolean isKnown(Handle rows) {
        return chain(rows) instanceof ChainStanding.Whole;
    }

    /// Who spoils the rows of a desk that runs lifts nothing by it.
    private ChainStanding chain(Handle rows) {
        ChainStanding here = ledger.standing(rows);
        return here instanceof ChainStanding.Whole ? here : ledger.standing();
    }

    @Override
    public Predicate<PersonId> shutOut(Handle rows) {
        ChainStanding chain = chain(rows);
        return person ->
                standing(chain, number(person))
                        .filter(Standing.Suspended.class::isInstance)
                        .isPresent();
    }

    @Override
    public void opened(PersonId person, AccountKeys keys) {
        AccountNumber who = number(person);
        ledger.knownKeys().make(who, publicKeys(keys));
        comes(who, keys);
        var _ = settle(person, keys);
    }

    /// Whoever is invited comes, with the keys that he has.
    void comes(AccountNumber who, AccountKeys keys) {
        if (standing(who).filter(Standing.Invited.class::isInstance).isPresent()) {
            var _ = ledger.members().says(new Statement.Accepted(who, publicKeys(keys)), keys);
        }
    }

    /// What came of settling.
    ///
    /// @param shut slots that this member cannot open
    /// @param stopped why one compartment could not go on; the others did
    /// @param begun what became of the jobs that do the rest
    record Came(long shut, Optional<Settled.Why> stopped, List<Jobs.Begun> begun) {
        static final Came NOTHING = new Came(0, Optional.empty(), List.of());

        Came and(Settled last) {
            return switch (last) {
                case Settled.Stopped(Settled.Why why, _) -> new Came(shut, Optional.of(why), begun);
                case Settled.Done(Settled.Progress progress) ->
                        new Came(shut + progress.shut(), stopped, begun);
                case Settled.More _ -> this;
            };
        }

        Came and(Jobs.Begun job) {
            return new Came(shut, stopped, Stream.concat(begun.stream(), Stream.of(job)).toList());
        }
    }

    /// Does a few pieces, compartment by compartment, and has a job do what is left in each. Where
    /// no slot is to be moved, colleagues still get the keys that they have not.
    Came settle(PersonId who, AccountKeys keys) {
        Came came = Came.NOTHING;
        int left = CaseLimits.PIECES_AT_ONCE;
        for (CaseCompartment place : ledger.compartments().of(number(who))) {
            boolean wasPending = ledger.compartments().isPending(place);
            try (var settling = ledger.compartments().settling(place, keys)) {
                Settled last = settling.step();
                for (; wasPending && left > 0 && last instanceof Settled.More; left--) {
                    last = settling.step();
                }
                boolean isPending = wasPending && ledger.compartments().isPending(place);
                if (wasPending && !isPending) {
                    // One more lets go of the keys in which nothing is sealed any more.
                    last = settling.step();
                }
                came = came.and(last);
                if (isPending && last instanceof Settled.More) {
                    came = handedOver(who, settling, came);
                }
            }
        }
        return came;
    }

    private Came handedOver(PersonId who, Settling settling, Came came) {
        Optional<Moving> left = settling.handOver();
        if (left.isEmpty()) {
            // All that was done is that the next epoch was made.
            var _ = settling.step();
            left = settling.handOver();
        }
        return left.map(moving -> came.and(jobs.begin(who, new SettlingJob(moving)))).orElse(came);
    }
}
