package org.watchword.desk.watch;

/// Over which way somebody saw or spoke to the person.
public enum Seen {
    FACE_TO_FACE("face-to-face"),
    VIDEO("video"),
    OTHER_LINE("other-line"),
    /// Over the line the call came from: whoever holds that telephone may be made to say that all
    /// is well, so this ends nothing.
    SAME_LINE("same-line"),
    /// Nobody was to be seen: the desk's own alarm, or callers nobody could name.
    NOBODY("nobody");

    private final String word;

    Seen(String word) {
        this.word = word;
    }

    /// As it stands in forms, in the table, and in the keys of messages.
    public String word() {
        return word;
    }

    /// The way of that word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Seen of(String word) {
        for (Seen seen : values()) {
            if (seen.word.equals(word)) {
                return seen;
            }
        }
        throw new IllegalArgumentException("no such way of seeing somebody");
    }
}
