package org.watchword.desk.basis;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits in a test for what another thread does: often enough to lose no time, and not for ever.
public final class Patience {
    private static final Duration MOST = Duration.ofSeconds(20);

    /// Returns once it is so; fails with what `otherwise` says when it never comes.
    public static void await(BooleanSupplier reached, Supplier<String> otherwise) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(otherwise.get());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Patience() {}
}
