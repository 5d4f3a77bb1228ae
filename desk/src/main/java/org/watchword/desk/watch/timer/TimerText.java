package org.watchword.desk.watch.timer;

import java.util.Arrays;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;

/// All that a message may say about a planted timer. Each is true of anything.
public enum TimerText {
    DUE("due"),
    NEAR("near"),
    LOOK("look");

    private final String word;

    TimerText(String word) {
        this.word = word;
    }

    /// As it stands in the table and in forms.
    public String word() {
        return word;
    }

    public static Optional<TimerText> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public Sentence says() {
        return Sentence.of(
                switch (this) {
                    case DUE -> "timer.text.due";
                    case NEAR -> "timer.text.near";
                    case LOOK -> "timer.text.look";
                });
    }
}
