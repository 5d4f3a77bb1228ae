package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.silence.Vigil.ALDER;
import static org.watchword.desk.watch.silence.Vigil.FINCH;
import static org.watchword.desk.watch.silence.Vigil.KESTREL;
import static org.watchword.desk.watch.silence.Vigil.WREN;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// Whatever may happen to a watch, at random, and what must hold after it.
final class AnyWatch {
    /// Lets something happen.
    ///
    /// @return when it did
    static Instant happens(Vigil vigil, Instant now, Random random) {
        var timer = vigil.watch.clockwork().timer();
        Instant then = now.plus(Duration.ofMinutes(random.nextInt(300)));
        if (timer.isPresent() && !timer.get().at().isAfter(then)) {
            vigil.fires();
            return timer.get().at().isAfter(now) ? timer.get().at() : now;
        }
        WatchEvent event =
                switch (random.nextInt(5)) {
                    case 0 ->
                            new WatchEvent.Paused(
                                    new Pause(
                                            then.plus(Duration.ofMinutes(random.nextInt(900))),
                                            WREN,
                                            FINCH,
                                            "why"));
                    case 1 -> new WatchEvent.Resumed(WREN);
                    case 2 -> new WatchEvent.Due(random.nextInt(5));
                    default -> new WatchEvent.Heard(random.nextBoolean() ? KESTREL : ALDER, then);
                };
        if (vigil.engine().step(vigil.watch, event, then) instanceof WatchStep.Next next) {
            long before = vigil.watch.clockwork().generation();
            assertTrue(next.watch().clockwork().generation() >= before, "generations only grow");
            vigil.watch = next.watch();
        }
        return then;
    }

    static void holds(OneWatch watch, String where) {
        boolean awaits =
                switch (watch.phase()) {
                    case OneWatch.Armed armed -> armed.due().isPresent();
                    case OneWatch.Paused _ -> true;
                    case OneWatch.Draft _, OneWatch.Ended _ -> false;
                };
        assertEquals(awaits, watch.clockwork().timer().isPresent(), where);
        if (watch.phase() instanceof OneWatch.Armed armed) {
            Instant latest = armed.due().orElseThrow().plus(watch.plan().margins().grace());
            assertTrue(!watch.clockwork().timer().orElseThrow().at().isAfter(latest), where);
        }
    }

    private AnyWatch() {}
}
