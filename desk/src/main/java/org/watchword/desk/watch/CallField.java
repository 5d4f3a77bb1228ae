package org.watchword.desk.watch;

import java.util.Locale;

/// One of the six things that can be said about a call. None is required.
public enum CallField {
    WHO,
    WORDS,
    SOUNDS,
    CALL_BACK,
    WHERE,
    HEARD_AT;

    /// As it stands in forms and in the table.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The field of that word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static CallField of(String word) {
        for (CallField field : values()) {
            if (field.word().equals(word)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no such field of a call");
    }
}
