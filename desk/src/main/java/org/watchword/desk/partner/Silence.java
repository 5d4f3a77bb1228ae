package org.watchword.desk.partner;

import java.time.Duration;
import org.watchword.desk.basis.Limits;

/// How long somebody has not been heard, and what follows: a pure value, moved on by what happens.
/// Instants are nanoseconds of the clock that only runs forward.
///
/// ```
/// BEATING ──30 s──▶ SHOWN ──90 s, or the second path fails──▶ RUNG
///    ▲────────────── a heartbeat ──────────────────────────────┘
/// ```
///
/// @param from when the last heartbeat came, or is taken to have come
/// @param quietUntil nothing is looked at and nothing rings before
/// @param nextLook when the second path is tried next
public record Silence(long from, long quietUntil, long nextLook, Stage stage) {
    /// How far it has come.
    public enum Stage {
        BEATING,
        SHOWN,
        RUNG
    }

    /// A heartbeat came.
    public static Silence heard(long now) {
        return new Silence(now, now, now, Stage.BEATING);
    }

    /// We start, and somebody has been watched before. What lay between is a silence too, as far as
    /// our wall clock knows; but nothing rings before somebody had the time to be heard.
    ///
    /// @param gap since the last heartbeat, by a wall clock that may be wrong
    /// @param rung whether this silence has rung before
    public static Silence resumed(long now, Duration gap, boolean rung) {
        Duration most = Limits.SILENCE_RINGS.minus(Limits.SILENCE_GRACE);
        Duration believed = gap.isNegative() ? Duration.ZERO : gap.compareTo(most) > 0 ? most : gap;
        long quietUntil = now + Limits.SILENCE_GRACE.toNanos();
        long from = now - believed.toNanos();
        return new Silence(from, quietUntil, quietUntil, rung ? Stage.RUNG : Stage.BEATING);
    }

    /// What it is by now, whatever the second path says.
    public Silence at(long now) {
        return switch (stage) {
            case RUNG -> this;
            case BEATING, SHOWN -> {
                if (lasts(now, Limits.SILENCE_RINGS) && now - quietUntil >= 0) {
                    yield to(Stage.RUNG);
                }
                yield lasts(now, Limits.SILENCE_SHOWN) ? to(Stage.SHOWN) : this;
            }
        };
    }

    /// Whether it is time to try the second path.
    public boolean wantsLook(long now) {
        return stage == Stage.SHOWN && now - nextLook >= 0 && now - quietUntil >= 0;
    }

    /// The second path was tried.
    public Silence looked(long now, boolean answers) {
        return answers
                ? new Silence(from, quietUntil, now + Limits.SECOND_PATH_EVERY.toNanos(), stage)
                : to(Stage.RUNG);
    }

    /// How long until {@link #at} or {@link #wantsLook} may say something else.
    Duration untilNext(long now) {
        long at =
                switch (stage) {
                    case BEATING -> from + Limits.SILENCE_SHOWN.toNanos();
                    case SHOWN -> Math.max(nextLook, quietUntil);
                    case RUNG -> now + Limits.SILENCE_SHOWN.toNanos();
                };
        return Duration.ofNanos(Math.max(0, at - now));
    }

    private boolean lasts(long now, Duration duration) {
        return now - from >= duration.toNanos();
    }

    private Silence to(Stage next) {
        return next == stage ? this : new Silence(from, quietUntil, nextLook, next);
    }
}
