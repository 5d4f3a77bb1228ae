package org.watchword.desk.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.accounts.PeopleRows.Account;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Attempt;
import org.watchword.desk.vault.SecondFactor;
import org.watchword.desk.vault.SlotResult;
import org.watchword.desk.vault.Unlocked;
import org.watchword.desk.vault.Vault;

/// Tries passphrases. A name that nobody has, or whose slots did not come out of a backup, costs
/// the same work, the same reads and the same writes as a wrong passphrase. Wrong tries make the
/// next one from that source for that name wait; they never lock anybody out.
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final PersonId NOBODY = new PersonId(0);

    private final Store store;
    private final Vault vault;
    private final DeskClock clock;
    private final Predicate<PersonId> onDuty;
    private final KeyedHash hash;
    private final NameHash nameHash;
    private final PeopleRows rows;
    private volatile Belonging belonging = Belonging.NOT_KNOWN;

    SignIn(Store store, Vault vault, DeskClock clock, Predicate<PersonId> onDuty) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        this.onDuty = onDuty;
        this.hash = vault.keyedHash();
        this.nameHash = new NameHash(hash);
        this.rows = new PeopleRows(vault.fieldSeal());
    }

    void ask(Belonging other) {
        belonging = other;
    }

    /// Whoever of the team has that name, shut out or not.
    Optional<PersonId> named(String name) {
        return store.read(handle -> rows.account(handle, nameHash.of(name))).map(Account::person);
    }

    /// An account on which a passphrase is tried; of somebody who is shut out there is none.
    private Optional<Account> whoComesIn(Handle handle, Optional<Account> found) {
        return found.filter(account -> !belonging.shutOut(handle).test(account.person()));
    }

    /// What is asked beside the passphrase.
    private sealed interface Beside {
        /// Nothing: it is about a shift.
        record Nothing() implements Beside {}

        /// The code of the second factor, if there is one; typed or not.
        record Code(Secret typed) implements Beside {}
    }

    /// Tries a name with a passphrase; the caller closes the passphrase.
    SignInTry byName(String name, Secret passphrase, String source) {
        byte[] named = nameHash.of(name);
        var account = store.read(handle -> whoComesIn(handle, rows.account(handle, named)));
        var holder = account.map(Account::person).orElse(NOBODY);
        byte[] slots =
                account.map(Account::slots)
                        .filter(some -> some.length > 0)
                        .orElseGet(() -> vault.slots().decoy());
        var tried = new Account(holder.value(), named, slots);
        return tried(tried, passphrase, new Beside.Nothing(), source);
    }

    /// Tries the passphrase of somebody who is signed in, for what needs no second factor; the
    /// caller closes the passphrase.
    SignInTry again(PersonId person, Secret passphrase, String source) {
        return again(account(person), passphrase, source);
    }

    /// The same, on slots that were read before.
    SignInTry again(Account account, Secret passphrase, String source) {
        return tried(account, passphrase, new Beside.Nothing(), source);
    }

    /// Tries all that the account of somebody who is signed in asks for; the caller closes what it
    /// gave. A wrong code is answered like a wrong passphrase, after as many turns, so that whoever
    /// tries passphrases does not learn from it which one is right; and where nothing can be
    /// written down, neither of them is answered.
    SignInTry whole(PersonId person, Secret passphrase, Secret code, String source) {
        return whole(account(person), passphrase, code, source);
    }

    /// The same, on slots that were read before.
    SignInTry whole(Account account, Secret passphrase, Secret code, String source) {
        return tried(account, passphrase, new Beside.Code(code), source);
    }

    /// What a person's passphrase is tried on; of somebody who is gone, what nothing opens.
    Account account(PersonId person) {
        return store.read(handle -> whoComesIn(handle, rows.account(handle, person)))
                .orElseGet(() ->
                        new Account(NOBODY.value(), new byte[Long.BYTES], vault.slots().decoy()));
    }

    private SignInTry tried(Account account, Secret passphrase, Beside beside, String source) {
        byte[] key = delayKey(account.nameHash(), source);
        Instant now = clock.instant();
        Duration wait = store.read(handle -> SignInDelays.left(handle, key, now));
        if (wait.isPositive()) {
            return new SignInTry.TooSoon(wait.plusMillis(999).toSeconds());
        }
        var person = account.person();
        long line = ByteBuffer.wrap(account.nameHash()).getLong();
        var attempt = new Attempt(line, source, onDuty.test(person));
        var result = vault.slots().open(account.slots(), person.value(), attempt, passphrase);
        return switch (result) {
            case SlotResult.Opened opened -> right(person, opened.unlocked(), beside, key);
            case SlotResult.Shut _ -> wrong(beside, key);
            case SlotResult.Spoiled _ -> {
                LOG.error("the slots of {} are damaged or were changed", person);
                yield wrong(beside, key);
            }
            case SlotResult.Busy _ -> busy();
        };
    }

    /// Whoever is sent away at once comes back at once, and a hundred who do so take the processors
    /// from those who ring. So he waits a little for that.
    private static SignInTry busy() {
        try {
            Thread.sleep(Limits.BUSY_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new SignInTry.Busy();
    }

    private SignInTry right(PersonId person, Unlocked unlocked, Beside beside, byte[] key) {
        return switch (beside) {
            case Beside.Nothing _ -> {
                Instant now = clock.instant();
                noted(handle -> SignInDelays.note(handle, key, true, now));
                yield soFar(person, unlocked);
            }
            case Beside.Code code -> withCode(person, unlocked, code.typed(), key);
        };
    }

    private static SignInTry soFar(PersonId person, Unlocked unlocked) {
        if (unlocked.hasSecondFactor()) {
            unlocked.close();
            return new SignInTry.RightSoFar(person);
        }
        return new SignInTry.Right(person, unlocked);
    }

    private SignInTry withCode(PersonId person, Unlocked unlocked, Secret typed, byte[] key) {
        boolean isGood = false;
        try {
            Instant now = clock.instant();
            var steps = unlocked.secondFactor().map(factor -> step(factor, typed, now));
            isGood =
                    counted(handle -> {
                        boolean good =
                                steps.map(step -> FactorRows.take(handle, person, step, now))
                                        .orElse(true);
                        SignInDelays.note(handle, key, good, now);
                        return good;
                    });
            return isGood ? new SignInTry.Right(person, unlocked) : new SignInTry.Wrong();
        } finally {
            if (!isGood) {
                unlocked.close();
            }
        }
    }

    private static OptionalLong step(SecondFactor factor, Secret typed, Instant now) {
        try (factor) {
            return factor.step(typed, now);
        }
    }

    private SignInTry wrong(Beside beside, byte[] key) {
        Instant now = clock.instant();
        switch (beside) {
            case Beside.Nothing _ -> noted(handle -> SignInDelays.note(handle, key, false, now));
            case Beside.Code _ -> counted(handle -> SignInDelays.note(handle, key, false, now));
        }
        return new SignInTry.Wrong();
    }

    /// Counted in the ordinary lane: a flood of wrong tries must not use up the room that is held
    /// for answers on a full disk. There they go uncounted, and only the cost of each slows them.
    private void noted(Predicate<Handle> change) {
        try {
            counted(change);
        } catch (StoreUnavailable e) {
            LOG.warn("a try of a passphrase was not counted: {}", e.why());
        }
    }

    /// Counted, or nothing is answered.
    private boolean counted(Predicate<Handle> change) {
        return store.writer().write(Lane.ORDINARY, turn -> change.test(turn.handle()));
    }

    private byte[] delayKey(byte[] named, String source) {
        byte[] from = source.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(named.length + from.length).put(named).put(from).array();
        return hash.of("sign-in-delay", both);
    }
}
