package org.watchword.story.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A fault that is put into a desk on purpose, so that whoever looks for such faults can be seen to
/// find it.
public enum Plant {
    /// Some commits are thrown away after they were answered for.
    LOST_ACK,
    /// A commit is answered before it has reached the disk.
    SYNCHRONOUS_NORMAL,
    /// The same, and nothing is ever asked of the disk.
    SYNCHRONOUS_OFF,
    /// What was half sent goes out again without the label that says so.
    SILENT_DOUBLE,
    /// What was half sent counts as sent.
    FORGET_SENDING;

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Plant> of(String word) {
        return Arrays.stream(values()).filter(plant -> plant.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Plant::word).toList();
    }
}
