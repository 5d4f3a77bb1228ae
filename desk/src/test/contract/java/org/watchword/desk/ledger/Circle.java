package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreEngine;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// An invented team with its ledger in a directory. Heron and Rook founded it, the desk has its
/// key, Wren and Gull were confirmed; Wren and Rook read in `core`. A second one over the same
/// directory is the desk started again, with the same people.
final class Circle implements AutoCloseable {
    static final Instant AT = Instant.parse("2026-11-29T15:04:05.678Z");
    static final EntryType NOTE = new EntryType("note");

    final AccountKeys heron = keys(1);
    final AccountKeys rook = keys(2);
    final AccountKeys wren = keys(3);
    final AccountKeys gull = keys(4);
    final AccountNumber heronsNumber = new AccountNumber(1);
    final AccountNumber rooksNumber = new AccountNumber(2);
    final AccountNumber wrensNumber = new AccountNumber(3);
    final AccountNumber gullsNumber = new AccountNumber(4);

    final HandClock clock = new HandClock(AT);
    final Interrupted random = new Interrupted();
    final Store store;
    final Vault vault;
    final Ledger ledger;
    CaseCompartment core;

    Circle(Path directory) {
        this(
                directory,
                new SqliteEngine(directory.resolve("desk.db")),
                new FileReserve(directory.resolve("reserve"), 4_096));
    }

    Circle(Path directory, StoreEngine engine, Reserve reserve) {
        store = Store.open(engine, reserve);
        vault = new Vault(WatchKey.readOrMake(directory.resolve("watch.key"), random), random);
        ledger = new Ledger(store, vault, clock, random);
        ledger.start();
        core = ledger.compartments().ofANewCase();
    }

    /// Lets something happen at the next number that is drawn: in the midst of what was begun.
    static final class Interrupted extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient AtomicReference<Runnable> by = new AtomicReference<>(() -> {});

        void next(Runnable happens) {
            by.set(happens);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            by.getAndSet(() -> {}).run();
            super.nextBytes(bytes);
        }
    }

    /// The keys of an account, always the same.
    static AccountKeys keys(int account) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) account);
        try (Key key = Key.taking(seed)) {
            return AccountKeys.of(key);
        }
    }

    static Keys publicKeys(AccountKeys of) {
        return Keys.of(of.signing(), of.reading());
    }

    /// Founded, with both founders' names under it.
    Circle founded() {
        stands(
                ledger.members()
                        .found(
                                List.of(
                                        new Statement.Founder(heronsNumber, publicKeys(heron)),
                                        new Statement.Founder(rooksNumber, publicKeys(rook))),
                                heron));
        says(new Statement.FoundingSigned(rooksNumber), rook);
        return this;
    }

    Circle withDeskKey() {
        says(ledger.members().deskKey(), heron, rook);
        return this;
    }

    /// Wren and Gull came, Wren opened `core`, and Rook reads there too.
    Circle grown() {
        comes(wrensNumber, wren);
        comes(gullsNumber, gull);
        stands(ledger.compartments().open(core, Set.of(rooksNumber), wren));
        return this;
    }

    static Circle whole(Path directory) {
        return new Circle(directory).founded().withDeskKey().grown();
    }

    /// The desk started again.
    Circle again(Path directory) {
        close();
        var again = new Circle(directory);
        again.core = core;
        return again;
    }

    void comes(AccountNumber number, AccountKeys keys) {
        says(new Statement.Invited(number), heron);
        says(new Statement.Accepted(number, publicKeys(keys)), keys);
        says(new Statement.Confirmed(number, publicKeys(keys)), rook);
    }

    Membership says(Statement what, AccountKeys... by) {
        return stands(ledger.members().says(what, by));
    }

    static Membership stands(Appended came) {
        return assertInstanceOf(Appended.Stands.class, came, came::toString).now();
    }

    static void refused(MembershipFailure why, Appended came) {
        assertEquals(new Appended.Refused(why), came);
    }

    Membership now() {
        return assertInstanceOf(ChainStanding.Whole.class, ledger.standing()).membership();
    }

    OpenCompartment entered(AccountKeys by) {
        Entered entered = ledger.compartments().enter(core, by);
        return assertInstanceOf(Entered.Open.class, entered, entered::toString).compartment();
    }

    ShutOut shut(AccountKeys for_) {
        return assertInstanceOf(Entered.Shut.class, ledger.compartments().enter(core, for_)).why();
    }

    static What note(String text) {
        return What.of(NOTE, Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    EntryId wrote(AccountKeys by, String text) {
        try (var open = entered(by)) {
            return kept(open.write(note(text)));
        }
    }

    EntryId added(AccountKeys by, String text) {
        return kept(ledger.additions().add(core, note(text), by));
    }

    static EntryId kept(Written came) {
        return assertInstanceOf(Written.Kept.class, came, came::toString).id();
    }

    List<ReadEntry> read(AccountKeys by) {
        try (var open = entered(by)) {
            EntryPage page = open.after(0, 1_000);
            return assertInstanceOf(EntryPage.Read.class, page, page::toString).entries();
        }
    }

    /// What the whole ones say.
    List<String> texts(AccountKeys by) {
        return read(by).stream()
                .filter(ReadEntry.Whole.class::isInstance)
                .map(one -> text((ReadEntry.Whole) one))
                .toList();
    }

    static String text(ReadEntry.Whole one) {
        return new String(one.entry().body().bytes(), StandardCharsets.UTF_8);
    }

    /// Settles everything that this member can.
    Settled.Progress settled(AccountKeys by) {
        try (var settling = ledger.compartments().settling(core, by)) {
            Settled last = settling.step();
            while (last instanceof Settled.More) {
                last = settling.step();
            }
            return assertInstanceOf(Settled.Done.class, last, last::toString).progress();
        }
    }

    /// Somebody writes in the rows.
    int tampers(String sql) {
        return PastTheDesk.execute(store, sql);
    }

    long count(String from) {
        return PastTheDesk.count(store, from);
    }

    @Override
    public void close() {
        store.close();
    }
}
