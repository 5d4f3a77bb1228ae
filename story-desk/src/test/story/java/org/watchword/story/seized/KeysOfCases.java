package org.watchword.story.seized;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.EpochAddress;
import org.watchword.formats.slot.EpochKey;
import org.watchword.formats.slot.EpochSlot;
import org.watchword.formats.slot.ReadingKey;
import org.watchword.formats.slot.SettledSlots;
import org.watchword.formats.slot.Slot;

/// Every key that an account's seed leads to, by the rows of a desk that is copied and looked at
/// elsewhere: what it reads, signs and keeps for itself with, the seed of each epoch, the data key
/// of each entry.
final class KeysOfCases {
    private static final long RESERVE = 4_096;

    private final Membership membership;
    private final Store store;
    private final Map<String, byte[]> found = new LinkedHashMap<>();

    private KeysOfCases(Membership membership, Store store) {
        this.membership = membership;
        this.store = store;
    }

    private record Real() implements DeskClock {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long monotonicNanos() {
            return System.nanoTime();
        }
    }

    /// @param desk the directory of a running desk
    /// @param copy an empty one, which is no part of what is searched
    static Map<String, byte[]> of(Path desk, Path copy, List<byte[]> seeds) throws IOException {
        for (String name : List.of("desk.db", "desk.db-wal", "watch.key")) {
            Files.copy(desk.resolve(name), copy.resolve(name));
        }
        var random = new SecureRandom();
        try (var store =
                        Store.open(
                                new SqliteEngine(copy.resolve("desk.db")),
                                new FileReserve(copy.resolve("reserve"), RESERVE));
                var key = WatchKey.read(copy.resolve("watch.key"))) {
            var ledger = new Ledger(store, new Vault(key, random), new Real(), random);
            ledger.start();
            if (!(ledger.standing() instanceof ChainStanding.Whole(Membership membership))) {
                throw new IllegalStateException("the chain: " + ledger.standing());
            }
            var keys = new KeysOfCases(membership, store);
            seeds.forEach(keys::account);
            return keys.found;
        }
    }

    private void account(byte[] seed) {
        for (String use : List.of("reading", "signing", "own")) {
            try (var of = Key.taking(seed.clone());
                    var derived =
                            Hkdf.derive(of, new Domain("watchword/v1/account-" + use).before())) {
                put(use, derived.getEncoded());
            }
        }
        try (var of = Key.taking(seed.clone());
                var keys = AccountKeys.of(of)) {
            store.read(handle -> {
                epochs(handle, keys);
                return handle;
            });
        }
    }

    private void epochs(Handle handle, AccountKeys keys) {
        List<byte[]> slots =
                handle.createQuery("SELECT slot FROM epoch_slot").mapTo(byte[].class).list();
        for (var place : membership.compartments()) {
            EpochAddress epoch = membership.epoch(place).orElseThrow();
            for (byte[] slot : slots) {
                if (EpochSlot.open(slot, epoch, keys.reading())
                        instanceof Slot.Open<EpochKey>(EpochKey key)) {
                    try (key) {
                        put("epoch", seed(key.reading()));
                        entries(handle, key);
                    }
                }
            }
        }
    }

    private void entries(Handle handle, EpochKey key) {
        try (var slots = new SettledSlots(key)) {
            handle.createQuery(
                            """
                            SELECT entry_id, leaf, slot FROM entry_slot
                            JOIN entry ON entry.number = entry_slot.entry\
                            """)
                    .map((rs, _) -> {
                        var id = new EntryId(Octets.of(rs.getBytes(1)));
                        var leaf = Leaf.read(rs.getBytes(2)).orElseThrow();
                        return slots.open(
                                rs.getBytes(3),
                                new EntryContext(key.epoch(), id),
                                leaf.keyCommitment());
                    })
                    .forEach(this::data);
        }
    }

    private void data(Slot<DataKey> slot) {
        if (slot instanceof Slot.Open<DataKey>(DataKey key)) {
            try (key) {
                put("data key", key.secretBytes());
            }
        }
    }

    /// Nothing but the format itself is given it.
    private static byte[] seed(ReadingKey reading) {
        try {
            Field field = ReadingKey.class.getDeclaredField("seed");
            field.setAccessible(true);
            return ((Key) field.get(reading)).getEncoded();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String what, byte[] secret) {
        found.put(what + " " + found.size(), secret);
    }
}
