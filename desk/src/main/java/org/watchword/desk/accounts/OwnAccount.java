package org.watchword.desk.accounts;

import java.util.function.Consumer;
import org.watchword.desk.accounts.PeopleRows.Account;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.SecondFactor;
import org.watchword.desk.vault.Unlocked;
import org.watchword.desk.vault.Vault;

/// Changes what opens a person's own account: the passphrase, the second factor. The seed stays, so
/// that every case that was open to the account stays open to it. New slots take the place of the
/// old ones in one turn, and only of those that were just opened: after a crash there are the old
/// ones or the new ones.
final class OwnAccount {
    private final Store store;
    private final Vault vault;
    private final DeskClock clock;
    private final SignIn signIn;
    private final Founding founding;
    private final Sessions sessions;

    OwnAccount(Accounts.Ground ground, SignIn signIn, Founding founding, Sessions sessions) {
        this.store = ground.store();
        this.vault = ground.vault();
        this.clock = ground.clock();
        this.signIn = signIn;
        this.founding = founding;
        this.sessions = sessions;
    }

    /// Who changes, and from where.
    ///
    /// @param name which a passphrase must not be made of
    record Who(PersonId person, String name, String source) {}

    /// What came of it.
    sealed interface Remade {
        /// The account as it is now; the caller closes it.
        record Done(Unlocked unlocked) implements Remade {}

        /// The slots stayed: what was typed to prove who this is did not do.
        record NotProven(SignInTry why) implements Remade {}

        /// The slots stayed: what was typed is no code of this moment.
        record NoCode() implements Remade {}

        /// The slots stayed, and why.
        record Refused(String field, Sentence why) implements Remade {}
    }

    /// Another passphrase. All sessions of the person end in the same turn.
    Remade changePassphrase(Who who, Secret passphrase, Secret code, Secret next) {
        var flaw = founding.passphraseFlaw(next, who.name());
        if (flaw.isPresent()) {
            return new Remade.Refused("next", flaw.get());
        }
        var account = signIn.account(who.person());
        return switch (signIn.whole(account, passphrase, code, who.source())) {
            case SignInTry.Right right ->
                    remade(
                            account,
                            next,
                            right.unlocked(),
                            turn -> sessions.endAll(turn, who.person()));
            case SignInTry other -> new Remade.NotProven(other);
        };
    }

    /// A second factor, once a code shows that a phone has it; where there is one already, it
    /// stays.
    Remade setUp(Who who, Secret passphrase, SecondFactor factor, Secret code) {
        var step = factor.step(code, clock.instant());
        if (step.isEmpty()) {
            return new Remade.NoCode();
        }
        var account = signIn.account(who.person());
        return switch (signIn.again(account, passphrase, who.source())) {
            case SignInTry.Right right -> {
                try (var before = right.unlocked()) {
                    yield remade(
                            account,
                            passphrase,
                            before.with(factor),
                            turn -> FactorRows.used(turn.handle(), who.person(), step.getAsLong()));
                }
            }
            case SignInTry.RightSoFar _ ->
                    new Remade.Refused("code", Sentence.of("accounts.factor.there-is-one"));
            case SignInTry other -> new Remade.NotProven(other);
        };
    }

    /// No second factor any more. Without one of its codes nobody takes it away: there is no other
    /// way, and none for the desk.
    Remade takeAway(Who who, Secret passphrase, Secret code) {
        var account = signIn.account(who.person());
        return switch (signIn.whole(account, passphrase, code, who.source())) {
            case SignInTry.Right right -> {
                try (var before = right.unlocked()) {
                    yield remade(
                            account,
                            passphrase,
                            before.withoutSecondFactor(),
                            turn -> FactorRows.forget(turn.handle(), who.person()));
                }
            }
            case SignInTry other -> new Remade.NotProven(other);
        };
    }

    /// @param beside what belongs into the same turn
    private Remade remade(
            Account account, Secret passphrase, Unlocked unlocked, Consumer<Turn> beside) {
        boolean isDone = false;
        try {
            var slots = vault.slots().remake(account.person().value(), passphrase, unlocked);
            if (slots.isEmpty()) {
                return new Remade.NotProven(new SignInTry.Busy());
            }
            isDone = replaced(account, slots.get(), beside);
            return isDone
                    ? new Remade.Done(unlocked)
                    : new Remade.Refused("passphrase", Sentence.of("accounts.factor.meanwhile"));
        } finally {
            if (!isDone) {
                unlocked.close();
            }
        }
    }

    private boolean replaced(Account account, byte[] slots, Consumer<Turn> beside) {
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            boolean isThere =
                                    PeopleRows.replaceSlots(turn.handle(), account, slots);
                            if (isThere) {
                                beside.accept(turn);
                            }
                            return isThere;
                        });
    }
}
