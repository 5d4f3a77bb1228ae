package org.watchword.desk.watch;

/// What an alarm came from.
public enum AlarmKind {
    /// Somebody called, or a member pressed "Raise now".
    CALL("call"),
    /// The one standing incident of all callers nobody could name.
    UNKNOWN_CALLERS("unknown-callers"),
    /// The desk's own clock was moved.
    CLOCK("clock"),
    /// The desk itself needs somebody.
    DESK("desk");

    private final String word;

    AlarmKind(String word) {
        this.word = word;
    }

    /// As it stands in the table and in the keys of messages.
    public String word() {
        return word;
    }

    static AlarmKind of(String word) {
        for (AlarmKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of alarm");
    }

    /// Whether two people who saw or spoke to the person must end it; else one officer does.
    public boolean needsTwoToEnd() {
        return this == CALL;
    }

    /// Whether later ones of its kind join it as long as it is open.
    public boolean standing() {
        return this != CALL;
    }
}
