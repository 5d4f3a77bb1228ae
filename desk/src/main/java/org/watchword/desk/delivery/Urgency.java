package org.watchword.desk.delivery;

/// How long a message may wait for a limit on its channel.
public enum Urgency {
    /// A person's first ring of an alarm or of another step: no limit delays it.
    FIRST("first"),
    /// A ring that repeats one.
    AGAIN("again"),
    /// Everything else.
    OTHER("other");

    private final String word;

    Urgency(String word) {
        this.word = word;
    }

    /// As it stands in the table.
    String word() {
        return word;
    }

    static Urgency of(String word) {
        for (Urgency urgency : values()) {
            if (urgency.word.equals(word)) {
                return urgency;
            }
        }
        throw new IllegalArgumentException("no such urgency");
    }
}
