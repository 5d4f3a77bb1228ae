package org.watchword.desk.basis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Instants of the wall clock as deadlines on the clock that only runs forward.
///
/// A deadline has come when its wait is over or when the wall clock reaches its instant, whichever
/// is first. So a wall clock set back delays none; one set ahead brings nearer what it has come
/// nearer to, and nothing more than that, however often it is moved to and fro. What is meant for
/// one instant has one deadline, whenever it was reckoned.
///
/// A desk that starts with a wall clock behind its newest row knows that this clock is wrong. It is
/// at least as late as that row says: nothing waits longer than from there. What was reckoned by
/// the wrong clock meanwhile keeps its wait when that clock is set right.
///
/// Not safe for use by several threads at once.
public final class Deadlines {
    private static final long NOTICED_NANOS = Duration.ofMillis(200).toNanos();

    private final DeskClock clock;
    private final long beginning;
    private long newestNanos = Long.MIN_VALUE;
    private long aheadNanos;
    private long setBackNanos;

    public Deadlines(DeskClock clock) {
        this.clock = clock;
        this.beginning = clock.monotonicNanos();
        this.aheadNanos = ahead();
    }

    /// The newest instant that lies in the rows at a start.
    public void knowing(Instant newest) {
        newestNanos = nanos(newest);
    }

    /// Where the clock that only runs forward stands; deadlines are compared with it.
    public long now() {
        return clock.monotonicNanos() - beginning;
    }

    /// The wall clock's instant of a deadline.
    public Instant instant(long deadline) {
        return clock.instant().plusNanos(deadline - now());
    }

    /// The deadline of what is meant for an instant.
    ///
    /// @param wait from now until then at most, below zero when it is overdue
    public long of(Instant at, Duration wait) {
        long now = now();
        long instant = nanos(at);
        long byWall = instant - aheadNanos;
        long most = now + wait.toNanos();
        if (now + aheadNanos < newestNanos && instant >= newestNanos) {
            most = Math.min(most, now + instant - newestNanos);
        }
        return most < byWall - NOTICED_NANOS ? most : byWall;
    }

    /// Whether the wall clock was moved and nobody has followed it yet.
    public boolean isMoved() {
        return Math.abs(ahead() - aheadNanos) >= NOTICED_NANOS;
    }

    /// Follows the wall clock. What is there must be reckoned anew when it leapt ahead.
    public Optional<Leap> follow() {
        long ahead = ahead();
        long jump = ahead - aheadNanos;
        if (Math.abs(jump) < NOTICED_NANOS) {
            return Optional.empty();
        }
        long wall = now() + aheadNanos;
        aheadNanos = ahead;
        if (jump < 0) {
            setBackNanos -= jump;
            newestNanos = Math.min(newestNanos, wall + jump);
            return Optional.empty();
        }
        boolean setRight = wall < newestNanos && newestNanos <= wall + jump;
        return Optional.of(new Leap(ahead, jump, setRight ? newestNanos : Long.MIN_VALUE));
    }

    /// By how much the wall clock was set back since this was asked last.
    public Duration setBack() {
        var by = Duration.ofNanos(setBackNanos);
        setBackNanos = 0;
        return by;
    }

    private long ahead() {
        DeskClock.Reading both = clock.both();
        return nanos(both.wall()) - (both.monotonicNanos() - beginning);
    }

    /// Nanoseconds since 1970, as deadlines remember instants.
    public static long nanos(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), (long) at.getNano());
    }

    /// The wall clock leapt ahead.
    public static final class Leap {
        private final long aheadNanos;
        private final long byNanos;
        private final long wrongBefore;

        private Leap(long aheadNanos, long byNanos, long wrongBefore) {
            this.aheadNanos = aheadNanos;
            this.byNanos = byNanos;
            this.wrongBefore = wrongBefore;
        }

        /// What becomes of a deadline for that instant, in nanoseconds since 1970.
        public long deadline(long before, long instant) {
            return isWrong(instant) ? before : Math.min(before, instant - aheadNanos);
        }

        /// What becomes of the instant.
        public long instant(long before) {
            return isWrong(before) ? before + byNanos : before;
        }

        private boolean isWrong(long instant) {
            return instant < wrongBefore;
        }
    }
}
