package org.watchword.desk.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.partner.Silence.Stage;

/// Watches one sender of heartbeats: whether it is silent, and what is still to be done about that.
/// Requests and looks come from several threads; each sees it whole.
public final class Vigil {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DeskClock clock;
    private final Ear ear;
    private Optional<Silence> silence;
    private boolean rung;
    private boolean owesBack;
    private Rings rings;
    private Optional<Instant> heardAt;
    private Optional<Beat> last = Optional.empty();

    /// What was kept of an earlier run.
    ///
    /// @param heardAt when the last heartbeat came, by our wall clock
    /// @param rung whether the silence since has rung
    /// @param rings how often somebody was rung for it
    /// @param seen whether somebody said that they know
    public record Before(Optional<Instant> heardAt, boolean rung, int rings, boolean seen) {}

    /// How often somebody was rung, and when the next time is.
    private record Rings(int count, boolean seen, long nextNanos) {
        /// Once more, and again after a while: often at first.
        Rings again(long now) {
            boolean often = count + 1 < Limits.NUMBER_OFTEN;
            Duration rest = often ? Limits.NUMBER_AGAIN : Limits.NUMBER_SELDOM;
            return new Rings(count + 1, seen, now + rest.toNanos());
        }
    }

    public Vigil(DeskClock clock, Ear ear, Before before) {
        this.clock = clock;
        this.ear = ear;
        long now = clock.monotonicNanos();
        this.heardAt = before.heardAt();
        this.rung = before.rung();
        this.owesBack = rung;
        this.silence =
                heardAt.map(
                        at -> Silence.resumed(now, Duration.between(at, clock.instant()), rung));
        long afterGrace = now + Limits.SILENCE_GRACE.toNanos();
        this.rings = new Rings(before.rings(), before.seen(), afterGrace);
    }

    /// Something came to where heartbeats come in.
    public synchronized Heard hear(byte[] came) {
        Heard heard = ear.hear(came);
        if (heard instanceof Heard.Taken(Beat beat, String _)) {
            silence = Optional.of(Silence.heard(clock.monotonicNanos()));
            heardAt = Optional.of(clock.instant());
            last = Optional.of(beat);
            rung = false;
        }
        return heard;
    }

    /// Moves the silence on, and tries the second path where it is time for that. A heartbeat that
    /// comes meanwhile counts more than what was seen.
    public void look(BooleanSupplier secondPath) {
        Optional<Silence> before = moved();
        if (before.filter(one -> one.wantsLook(clock.monotonicNanos())).isPresent()) {
            boolean answers = secondPath.getAsBoolean();
            looked(before, answers);
        }
    }

    private synchronized Optional<Silence> moved() {
        long now = clock.monotonicNanos();
        silence = silence.map(one -> one.at(now));
        return silence;
    }

    private synchronized void looked(Optional<Silence> before, boolean answers) {
        if (silence.equals(before)) {
            silence = silence.map(one -> one.looked(clock.monotonicNanos(), answers));
        }
    }

    /// Whether this silence rings now; true once.
    public synchronized boolean ringsNow() {
        boolean now = isRung() && !rung;
        if (now) {
            rung = true;
            owesBack = true;
            rings = new Rings(0, false, clock.monotonicNanos());
        }
        return now;
    }

    /// Which time somebody is to be rung now; 0 when nobody is.
    public synchronized int timeNow() {
        long now = clock.monotonicNanos();
        if (!isRung() || rings.seen() || now - rings.nextNanos() < 0) {
            return 0;
        }
        rings = rings.again(now);
        return rings.count();
    }

    /// That time could not be kept, and comes again in a second.
    public synchronized void notRung(int time) {
        if (rings.count() == time) {
            long soon = clock.monotonicNanos() + SOON.toNanos();
            rings = new Rings(time - 1, rings.seen(), soon);
        }
    }

    /// Somebody says that they know.
    synchronized void seen() {
        rings = new Rings(rings.count(), true, rings.nextNanos());
    }

    /// Whether somebody who was rung must be told that the sender is heard again.
    public synchronized boolean owesBack() {
        return owesBack && !rung;
    }

    public synchronized void saidBack() {
        owesBack = rung;
    }

    /// How far its silence has come; empty before its first heartbeat.
    public synchronized Optional<Stage> stage() {
        return moved().map(Silence::stage);
    }

    private boolean isRung() {
        return silence.filter(one -> one.stage() == Stage.RUNG).isPresent();
    }

    public synchronized Optional<Instant> heardAt() {
        return heardAt;
    }

    synchronized Optional<Beat> last() {
        return last;
    }

    public synchronized int rings() {
        return rings.count();
    }

    synchronized boolean isSeen() {
        return rings.seen();
    }

    /// How long until {@link #look} may see something else.
    public synchronized Duration untilNext() {
        long now = clock.monotonicNanos();
        return silence.map(one -> one.untilNext(now)).orElse(Limits.SILENCE_SHOWN);
    }
}
