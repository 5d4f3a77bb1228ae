package org.watchword.story.torture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is done to a desk in a round.
enum Upset {
    /// `kill -9` at some moment.
    KILL,
    /// `kill -9` while the mail server has a message in its hands.
    DELIVERY,
    /// The process is stopped as it stands, and goes on.
    FREEZE,
    /// The disk takes nothing more for a while.
    DISK,
    /// `kill -9`, with every write and sync recorded: the current failed.
    POWER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Upset> of(String word) {
        return Arrays.stream(values()).filter(upset -> upset.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Upset::word).toList();
    }
}
