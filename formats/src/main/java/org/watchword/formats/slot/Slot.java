package org.watchword.formats.slot;

import java.util.function.Function;

/// What came of opening a slot.
public sealed interface Slot<T> {
    /// Its owner closes what was in it.
    record Open<T>(T key) implements Slot<T> {}

    record Shut<T>(SlotFailure why) implements Slot<T> {}

    /// What comes of it with what was in it.
    default <U> Slot<U> then(Function<T, Slot<U>> next) {
        return switch (this) {
            case Open<T>(T key) -> next.apply(key);
            case Shut<T>(SlotFailure why) -> new Shut<>(why);
        };
    }
}
