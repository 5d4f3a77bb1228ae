package org.watchword.desk.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.delivery.FarEnd;

/// What is known in memory of the partner as it is set now: whether it is heard, and whether it
/// hears us.
final class Link implements AutoCloseable {
    private static final Duration SHOWN_FOR = Duration.ofDays(1);

    private final DeskClock clock;
    private final PartnerSettings settings;
    private final byte[] theirKey;
    private final FarEnd end;
    private final Vigil vigil;
    private Optional<Instant> oldAt = Optional.empty();
    private Optional<Instant> strangerAt = Optional.empty();
    private long takenNanos;
    private Optional<Instant> takenAt;
    private boolean toldNotTaken;

    /// @param kept of a partner that is whole
    Link(PartnerRows.Kept kept, OwnKey own, DeskClock clock) {
        this.clock = clock;
        this.settings = kept.settings();
        this.theirKey = PublicKeyText.read(settings.key()).orElseThrow();
        this.end = FarEnd.of(settings.where());
        this.vigil =
                new Vigil(
                        clock,
                        new Ear(own, theirKey, kept.heardCount()),
                        new Vigil.Before(
                                kept.heardAt().filter(_ -> isWatched()),
                                kept.rungAt().isPresent(),
                                kept.rings(),
                                kept.seenAt().isPresent()));
        this.takenNanos = clock.monotonicNanos();
        this.takenAt = kept.takenAt();
    }

    PartnerSettings settings() {
        return settings;
    }

    byte[] theirKey() {
        return theirKey.clone();
    }

    FarEnd end() {
        return end;
    }

    Vigil vigil() {
        return vigil;
    }

    private boolean isWatched() {
        return settings.kind() == PartnerSettings.Kind.DESK;
    }

    /// Something came to where heartbeats come in. A watcher sends none.
    Heard hear(byte[] came) {
        Heard heard = isWatched() ? vigil.hear(came) : new Heard.NotTheirs();
        note(heard);
        return heard;
    }

    private synchronized void note(Heard heard) {
        switch (heard) {
            case Heard.Taken _ -> {}
            case Heard.Old() -> oldAt = Optional.of(clock.instant());
            case Heard.NotTheirs() -> strangerAt = Optional.of(clock.instant());
        }
    }

    /// Looks whether it is silent.
    void look() {
        vigil.look(() -> end.answers(Limits.BEAT_ANSWER));
    }

    synchronized void taken() {
        takenNanos = clock.monotonicNanos();
        takenAt = Optional.of(clock.instant());
        toldNotTaken = false;
    }

    synchronized Optional<Instant> takenAt() {
        return takenAt;
    }

    /// Whether the officers are to be told that nobody takes our heartbeats; true once.
    synchronized boolean tellsNotTaken() {
        boolean now = !toldNotTaken && notTakenFor(Limits.NOT_TAKEN_TOLD);
        toldNotTaken = toldNotTaken || now;
        return now;
    }

    private boolean notTakenFor(Duration duration) {
        return clock.monotonicNanos() - takenNanos >= duration.toNanos();
    }

    /// How it stands, for whoever looks.
    synchronized Standing standing() {
        return new Standing(
                settings,
                vigil.stage(),
                vigil.heardAt(),
                vigil.last(),
                vigil.rings(),
                vigil.isSeen(),
                takenAt,
                notTakenFor(Limits.SILENCE_SHOWN),
                ofLate(oldAt),
                ofLate(strangerAt));
    }

    /// What was long ago is nobody's business any more.
    private Optional<Instant> ofLate(Optional<Instant> at) {
        Instant from = clock.instant().minus(SHOWN_FOR);
        return at.filter(when -> when.isAfter(from));
    }

    @Override
    public void close() {
        end.close();
    }
}
