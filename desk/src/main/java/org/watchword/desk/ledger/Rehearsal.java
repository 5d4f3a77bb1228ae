package org.watchword.desk.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// A case about nobody, in a ledger in memory, written, read several times and dropped: by then
/// Java has compiled what reads a case. It is fast only then, and the first who opens one after a
/// start need not be whoever waits for that.
///
/// It rests as long as it works, so that whoever uses the desk meanwhile keeps half a processor of
/// the one that there may be. It is also the first use of all ciphers together: a Java in which
/// they are broken shows itself here.
public final class Rehearsal {
    private static final int ENTRIES = 300;
    private static final int AT_A_TIME = 25;
    private static final int READINGS = 44;
    private static final int INBOUND = 100;
    private static final int SEED_BYTES = 32;
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final What NOTE =
            What.of(
                    new EntryType("note"),
                    Octets.of(
                            "Nothing of this ever happened. "
                                    .repeat(10)
                                    .getBytes(StandardCharsets.US_ASCII)));
    private static final AtomicBoolean PLAYED = new AtomicBoolean();

    private final Ledger ledger;
    private final Store store;
    private final Rests rests;
    private final AccountKeys one;
    private final AccountKeys other;

    private Rehearsal(Ledger ledger, Store store, Rests rests, AccountKeys one, AccountKeys other) {
        this.ledger = ledger;
        this.store = store;
        this.rests = rests;
        this.one = one;
        this.other = other;
    }

    /// Some seconds of one processor the first time in a process; then nothing.
    ///
    /// @throws IllegalStateException when what was written is not read
    public static void once(DeskClock clock, SecureRandom random) {
        if (!PLAYED.getAndSet(true)) {
            play(clock, random);
        }
    }

    static void play(DeskClock clock, SecureRandom random) {
        try (var store = Store.open(SqliteEngine.inMemory(), new NoRoom());
                var one = keys(random);
                var other = keys(random)) {
            var ledger = new Ledger(store, vault(random), clock, random);
            ledger.start();
            new Rehearsal(ledger, store, new Rests(clock), one, other).play();
        }
    }

    private static Vault vault(SecureRandom random) {
        try (var key = WatchKey.of(new Secret(drawn(random)))) {
            return new Vault(key, random);
        }
    }

    private static AccountKeys keys(SecureRandom random) {
        try (var seed = Key.taking(drawn(random))) {
            return AccountKeys.of(seed);
        }
    }

    private static byte[] drawn(SecureRandom random) {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private void play() {
        CaseCompartment place = founded();
        try (OpenCompartment open = entered(place)) {
            for (int i = 1; i <= ENTRIES; i++) {
                kept(open.write(NOTE));
                if (i % AT_A_TIME == 0) {
                    rests.asLongAsItWorked();
                }
            }
            for (int i = 0; i < READINGS; i++) {
                read(open);
                forget();
                rests.asLongAsItWorked();
            }
        }
        fromOutside(place);
    }

    /// Two, because nobody founds alone.
    private CaseCompartment founded() {
        Members members = ledger.members();
        stands(members.found(List.of(founder(1, one), founder(2, other)), one));
        stands(members.says(new Statement.FoundingSigned(new AccountNumber(2)), other));
        stands(members.says(members.deskKey(), one, other));
        Compartments compartments = ledger.compartments();
        CaseCompartment place = compartments.ofANewCase();
        stands(compartments.open(place, Set.of(new AccountNumber(2)), one));
        return place;
    }

    private static Statement.Founder founder(int account, AccountKeys keys) {
        return new Statement.Founder(
                new AccountNumber(account), Keys.of(keys.signing(), keys.reading()));
    }

    private OpenCompartment entered(CaseCompartment place) {
        if (ledger.compartments().enter(place, one) instanceof Entered.Open(var open)) {
            return open;
        }
        throw unheard("nobody is let in");
    }

    private static void read(OpenCompartment open) {
        if (!(open.after(0, ENTRIES) instanceof EntryPage.Read(List<ReadEntry> entries, _))
                || !entries.stream().allMatch(ReadEntry.Whole.class::isInstance)
                || entries.size() != ENTRIES) {
            throw unheard("what was written is not read");
        }
    }

    /// What was verified is to be verified again.
    private void forget() {
        int _ =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> turn.handle().execute("DELETE FROM snapshot"));
    }

    private void fromOutside(CaseCompartment place) {
        for (int i = 0; i < INBOUND; i++) {
            kept(ledger.additions().add(place, NOTE, other));
        }
        rests.asLongAsItWorked();
        try (var settling = ledger.compartments().settling(place, one)) {
            Settled step = settling.step();
            while (step instanceof Settled.More) {
                step = settling.step();
            }
            if (!(step instanceof Settled.Done)) {
                throw unheard("what came from outside does not settle");
            }
        }
    }

    private static void stands(Appended came) {
        if (!(came instanceof Appended.Stands)) {
            throw unheard("a statement does not stand: " + came);
        }
    }

    private static void kept(Written came) {
        if (!(came instanceof Written.Kept)) {
            throw unheard("an entry is not kept: " + came);
        }
    }

    private static IllegalStateException unheard(String why) {
        return new IllegalStateException("rehearsing: " + why);
    }

    /// There is no disk that could be full.
    private record NoRoom() implements Reserve {
        @Override
        public boolean hold() {
            return true;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }

    /// How long it worked since it rested.
    private static final class Rests {
        private final DeskClock clock;
        private long since;

        Rests(DeskClock clock) {
            this.clock = clock;
            this.since = clock.monotonicNanos();
        }

        void asLongAsItWorked() {
            var worked = Duration.ofNanos(clock.monotonicNanos() - since);
            try {
                Thread.sleep(worked.compareTo(LONGEST_REST) < 0 ? worked : LONGEST_REST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            since = clock.monotonicNanos();
        }
    }
}
