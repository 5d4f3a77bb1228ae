package org.watchword.story.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects mistakes, so that one reading finds them all.
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    /// Reads one piece; a mistake in it is kept and the piece is left out.
    <T> Optional<T> reading(Supplier<T> piece) {
        try {
            return Optional.of(piece.get());
        } catch (WrongHere e) {
            found.add(e.mistake());
            return Optional.empty();
        }
    }

    void checking(Runnable piece) {
        try {
            piece.run();
        } catch (WrongHere e) {
            found.add(e.mistake());
        }
    }

    List<Mistake> inOrder() {
        return found.stream().distinct().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
