package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;

/// The ground a room stands on in its tests: real seals under a fixed key, and a clock in hand.
final class TestGround {
    static final Language ENGLISH = new Language("en");
    static final Language RUSSIAN = new Language("ru");

    static Vault vault() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        return new Vault(WatchKey.of(new Secret(key)), new SecureRandom());
    }

    static KeyedHash hash() {
        return vault().keyedHash();
    }

    static WordBook book() {
        return WordBook.read(List.of(ENGLISH, RUSSIAN), List.of(Delivery.class));
    }

    static Delivery.Ground with(DeskClock clock) {
        Vault vault = vault();
        return new Delivery.Ground(clock, vault.fieldSeal(), vault.keyedHash());
    }

    /// A clock that stands until it is moved.
    static final class HandClock implements DeskClock {
        private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
        private final AtomicReference<Instant> wall =
                new AtomicReference<>(Instant.parse("2021-02-04T12:00:40Z"));
        private final AtomicLong nanos = new AtomicLong(1);

        @Override
        public Instant instant() {
            return wall.get();
        }

        @Override
        public long monotonicNanos() {
            return nanos.get();
        }

        @Override
        public void onMoved(Runnable wake) {
            sleepers.add(wake);
        }

        void forward(Duration by) {
            wall.updateAndGet(now -> now.plus(by));
            nanos.addAndGet(by.toNanos());
            sleepers.forEach(Runnable::run);
        }

        /// Somebody sets the wall clock; what is measured on the other one goes on.
        void set(Instant to) {
            wall.set(to);
            sleepers.forEach(Runnable::run);
        }
    }

    private TestGround() {}
}
