package org.watchword.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.Desk;
import org.watchword.desk.store.Store;

/// A great many watches ring at one instant: how long until the last alarm is durable.
final class Burst {
    private static final Duration AHEAD = Duration.ofSeconds(12);

    /// So long it runs before.
    private static final Duration CALM = Duration.ofSeconds(2);

    private static final long LOST_MILLIS = 120_000;

    private Burst() {}

    /// One round on a fresh desk.
    ///
    /// @return from the instant on until everything was committed, in milliseconds
    static double round(Path directory, int watches) throws IOException, InterruptedException {
        for (Duration ahead = AHEAD; ; ahead = ahead.multipliedBy(2)) {
            Instant at = Instant.now().plus(ahead);
            FilledDesk filled = FilledDesk.make(directory, watches, _ -> at);
            try (Desk desk = filled.open()) {
                desk.start();
                if (Instant.now().isBefore(at.minus(CALM))) {
                    return waited(desk.rooms().store(), watches, at);
                }
            }
            // The desk was not up in time: what is overdue at a start is another figure.
            FilledDesk.remove(directory);
        }
    }

    private static double waited(Store store, int watches, Instant at) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), at).toMillis()));
        while (fired(store) < watches) {
            if (Duration.between(at, Instant.now()).toMillis() > LOST_MILLIS) {
                throw new IllegalStateException(fired(store) + " of " + watches + " rang");
            }
            Thread.sleep(5);
        }
        return Duration.between(at, Instant.now()).toNanos() / 1e6;
    }

    private static int fired(Store store) {
        return store.read(handle ->
                handle.createQuery("SELECT count(*) FROM watch_firing").mapTo(Integer.class).one());
    }
}
