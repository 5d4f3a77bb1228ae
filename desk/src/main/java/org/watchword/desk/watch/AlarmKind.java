package org.watchword.desk.watch;

/// What an alarm came from.
public enum AlarmKind {
    /// Somebody called, or a member pressed "Raise now".
    CALL("call"),
    /// A word was due and did not come.
    SILENCE("silence"),
    /// So many words did not come at about the same time that they ring as one.
    MANY_SILENT("many-silent"),
    /// A word came that asks for help.
    HELP("help"),
    /// A word came after which nobody calls back. What it was called in the team's rules stands in
    /// no table and on no screen.
    DURESS("speak-to-lead"),
    /// The one standing incident of all callers nobody could name.
    UNKNOWN_CALLERS("unknown-callers"),
    /// The desk's own clock was moved.
    CLOCK("clock"),
    /// The desk itself needs somebody.
    DESK("desk"),
    /// A timer that somebody planted. What it means, the watch does not know.
    REMINDER("reminder");

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

    /// Whether it is about people, who must be known to be safe before it ends; else one officer
    /// ends it.
    public boolean isAboutPeople() {
        return switch (this) {
            case CALL, SILENCE, MANY_SILENT, HELP, DURESS -> true;
            case UNKNOWN_CALLERS, CLOCK, DESK, REMINDER -> false;
        };
    }

    /// Whether it was born of silence, so that a late word concerns it.
    public boolean isOfSilence() {
        return this == SILENCE || this == MANY_SILENT;
    }
}
