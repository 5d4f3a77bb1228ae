package org.watchword.desk.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.accounts.PeopleRows.Account;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Attempt;
import org.watchword.desk.vault.SlotResult;
import org.watchword.desk.vault.Vault;

/// Tries passphrases. A name that nobody has costs the same work, the same reads and the same
/// writes as a wrong passphrase. Wrong tries make the next one from that source for that name wait;
/// they never lock anybody out.
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final long NOBODY = 0;

    private final Store store;
    private final Vault vault;
    private final DeskClock clock;
    private final Predicate<PersonId> onDuty;
    private final KeyedHash hash;
    private final NameHash nameHash;
    private final PeopleRows rows;

    SignIn(Store store, Vault vault, DeskClock clock, Predicate<PersonId> onDuty) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        this.onDuty = onDuty;
        this.hash = vault.keyedHash();
        this.nameHash = new NameHash(hash);
        this.rows = new PeopleRows(vault.fieldSeal());
    }

    /// Tries a name with a passphrase; the caller closes the passphrase.
    SignInTry byName(String name, Secret passphrase, String source) {
        byte[] named = nameHash.of(name);
        var account = store.read(handle -> rows.account(handle, named));
        return tried(account, named, passphrase, source);
    }

    /// Tries the passphrase of somebody who is signed in; the caller closes the passphrase.
    SignInTry again(PersonId person, Secret passphrase, String source) {
        var account = store.read(handle -> rows.account(handle, person));
        byte[] named = account.map(Account::nameHash).orElseGet(() -> new byte[Long.BYTES]);
        return tried(account, named, passphrase, source);
    }

    private SignInTry tried(
            Optional<Account> account, byte[] named, Secret passphrase, String source) {
        byte[] key = delayKey(named, source);
        Instant now = clock.instant();
        Duration wait = store.read(handle -> SignInDelays.left(handle, key, now));
        if (wait.isPositive()) {
            return new SignInTry.TooSoon(wait.plusMillis(999).toSeconds());
        }
        long line = ByteBuffer.wrap(named).getLong();
        long holder = account.map(a -> a.person().value()).orElse(NOBODY);
        boolean first = onDuty.test(new PersonId(holder));
        byte[] slots = account.map(Account::slots).orElseGet(() -> vault.slots().decoy());
        var result =
                vault.slots().open(slots, holder, new Attempt(line, source, first), passphrase);
        return switch (result) {
            case SlotResult.Opened opened -> {
                opened.unlocked().close();
                noted(handle -> SignInDelays.right(handle, key));
                yield new SignInTry.Right(new PersonId(holder));
            }
            case SlotResult.Shut shut -> wrong(key);
            case SlotResult.Spoiled spoiled -> {
                LOG.error("the slots of {} are damaged or were changed", new PersonId(holder));
                yield wrong(key);
            }
            case SlotResult.Busy busy -> new SignInTry.Busy();
        };
    }

    private SignInTry wrong(byte[] key) {
        noted(handle -> SignInDelays.wrong(handle, key, clock.instant()));
        return new SignInTry.Wrong();
    }

    /// Counted in the ordinary lane: a flood of wrong tries must not use up the room that is held
    /// for answers on a full disk. There they go uncounted, and only the cost of each slows them.
    private void noted(Consumer<Handle> change) {
        try {
            store.writer()
                    .write(
                            Lane.ORDINARY,
                            turn -> {
                                change.accept(turn.handle());
                                return true;
                            });
        } catch (StoreUnavailable e) {
            LOG.warn("a try of a passphrase was not counted: {}", e.why());
        }
    }

    private byte[] delayKey(byte[] named, String source) {
        byte[] from = source.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(named.length + from.length).put(named).put(from).array();
        return hash.of("sign-in-delay", both);
    }
}
