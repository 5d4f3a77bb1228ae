package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Sentence;

/// Compares the wall clock with the one that only runs forward. It is asked about once a second, by
/// one thread.
final class ClockWatch {
    /// A jump ahead beyond this rings.
    static final Duration RINGS_FROM = Duration.ofSeconds(30);

    /// A step back beyond this is told.
    static final Duration TOLD_FROM = Duration.ofSeconds(2);

    /// No desk runs before this; a wall clock that does has lost its battery.
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final DeskClock clock;
    private final Found found;
    private Instant wall;
    private long monotonic;
    private boolean toldTooEarly;

    /// What is done about it.
    interface Found {
        /// The wall clock jumped ahead: rings.
        void jumpedAhead(Sentence what);

        /// It was set back by so much, to that instant.
        void setBack(Sentence what, Duration by, Instant to);

        /// It cannot be right.
        void cannotBe(Sentence what);
    }

    ClockWatch(DeskClock clock, Found found) {
        this.clock = clock;
        this.found = found;
        DeskClock.Reading both = clock.both();
        this.wall = both.wall();
        this.monotonic = both.monotonicNanos();
    }

    void look() {
        DeskClock.Reading both = clock.both();
        Instant wallNow = both.wall();
        long monotonicNow = both.monotonicNanos();
        var expected = wall.plusNanos(monotonicNow - monotonic);
        var jump = Duration.between(expected, wallNow);
        if (jump.compareTo(RINGS_FROM) > 0) {
            found.jumpedAhead(
                    Sentence.of("watch.trouble.clock-ahead", "seconds", jump.toSeconds()));
        } else if (jump.negated().compareTo(TOLD_FROM) > 0) {
            var by = jump.negated();
            found.setBack(
                    Sentence.of("watch.trouble.clock-back", "seconds", by.toSeconds()),
                    by,
                    wallNow);
        }
        if (wallNow.isBefore(EARLIEST) && !toldTooEarly) {
            found.cannotBe(Sentence.of("watch.trouble.clock-too-early"));
        }
        toldTooEarly = wallNow.isBefore(EARLIEST);
        wall = wallNow;
        monotonic = monotonicNow;
    }
}
