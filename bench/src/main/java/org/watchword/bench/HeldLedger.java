package org.watchword.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.EntryPage;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.store.FileReserve;
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

/// A ledger in a directory, as a desk has it: two founders, the desk's key, one compartment that
/// both read.
final class HeldLedger implements AutoCloseable {
    static final int WORDS = 300;
    private static final int SEED_BYTES = 32;
    private static final long RESERVE = 4_096;
    private static final int PAGE = 1_000;
    private static final What NOTE =
            What.of(
                    new EntryType("note"),
                    Octets.of("w".repeat(WORDS).getBytes(StandardCharsets.US_ASCII)));

    final Store store;
    final Ledger ledger;
    final AccountKeys one = keys(1);
    final AccountKeys other = keys(2);

    HeldLedger(Path directory) {
        var random = new SecureRandom();
        store =
                Store.open(
                        new SqliteEngine(directory.resolve("desk.db")),
                        new FileReserve(directory.resolve("reserve"), RESERVE));
        try (var key = WatchKey.readOrMake(directory.resolve("watch.key"), random)) {
            ledger = new Ledger(store, new Vault(key, random), new SystemClock(), random);
        }
        ledger.start();
    }

    static final class SystemClock implements DeskClock {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long monotonicNanos() {
            return System.nanoTime();
        }
    }

    private static AccountKeys keys(int account) {
        byte[] seed = new byte[SEED_BYTES];
        Arrays.fill(seed, (byte) account);
        try (Key key = Key.taking(seed)) {
            return AccountKeys.of(key);
        }
    }

    private static Statement.Founder founder(int account, AccountKeys keys) {
        return new Statement.Founder(
                new AccountNumber(account), Keys.of(keys.signing(), keys.reading()));
    }

    /// Founds it, and opens its compartment.
    CaseCompartment founded() {
        stands(ledger.members().found(List.of(founder(1, one), founder(2, other)), one));
        stands(ledger.members().says(new Statement.FoundingSigned(new AccountNumber(2)), other));
        stands(ledger.members().says(ledger.members().deskKey(), one, other));
        CaseCompartment place = ledger.compartments().ofANewCase();
        stands(ledger.compartments().open(place, Set.of(new AccountNumber(2)), one));
        return place;
    }

    static void stands(Appended came) {
        if (!(came instanceof Appended.Stands)) {
            throw new IllegalStateException(came.toString());
        }
    }

    OpenCompartment entered(CaseCompartment place) {
        if (ledger.compartments().enter(place, one) instanceof Entered.Open(OpenCompartment open)) {
            return open;
        }
        throw new IllegalStateException("not let in");
    }

    static void kept(Written came) {
        if (!(came instanceof Written.Kept)) {
            throw new IllegalStateException(came.toString());
        }
    }

    static void write(OpenCompartment open) {
        kept(open.write(NOTE));
    }

    void add(CaseCompartment place) {
        kept(ledger.additions().add(place, NOTE, other));
    }

    /// Writes so many, by so many at once.
    void fill(CaseCompartment place, int count, int writers) throws InterruptedException {
        var left = new AtomicInteger(count);
        atOnce(
                writers,
                () -> {
                    try (var open = entered(place)) {
                        while (left.getAndDecrement() > 0) {
                            write(open);
                        }
                    }
                });
    }

    /// The same, from outside.
    void fillFromOutside(CaseCompartment place, int count, int writers)
            throws InterruptedException {
        var left = new AtomicInteger(count);
        atOnce(
                writers,
                () -> {
                    while (left.getAndDecrement() > 0) {
                        add(place);
                    }
                });
    }

    static void atOnce(int people, Runnable work) throws InterruptedException {
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (int i = 0; i < people; i++) {
                all.add(threads.submit(work));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Nobody remembers what he verified.
    void forgets() {
        int _ =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> turn.handle().execute("DELETE FROM snapshot"));
    }

    /// Whatever was handed in is written.
    void written() {
        boolean _ = store.writer().write(Lane.ORDINARY, _ -> true);
    }

    /// Reads everything, page after page, and says how many entries were whole.
    static int readAll(OpenCompartment open) {
        int whole = 0;
        long last = 0;
        while (open.after(last, PAGE) instanceof EntryPage.Read(List<ReadEntry> read, _)
                && !read.isEmpty()) {
            for (ReadEntry entry : read) {
                whole += entry instanceof ReadEntry.Whole ? 1 : 0;
            }
            last = read.getLast().number();
        }
        return whole;
    }

    @Override
    public void close() {
        store.close();
    }
}
