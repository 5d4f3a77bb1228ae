package org.watchword.bench.keeper;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/// What a system holds when it is opened.
///
/// @param checkingIn so many, far ahead, are checked in for; they come first
/// @param others so many beside them
/// @param at when each of the others rings, by its place among them
public record Timers(int checkingIn, int others, IntFunction<Instant> at) {
    private static final Duration FAR = Duration.ofHours(20);

    /// None of which rings.
    public static Timers far(int checkingIn, int others) {
        Instant far = far();
        return new Timers(checkingIn, others, _ -> far);
    }

    static Instant far() {
        return Instant.now().plus(FAR);
    }

    public int all() {
        return checkingIn + others;
    }

    /// When a timer rings.
    Instant when(int timer) {
        return timer < checkingIn ? far() : at.apply(timer - checkingIn);
    }
}
