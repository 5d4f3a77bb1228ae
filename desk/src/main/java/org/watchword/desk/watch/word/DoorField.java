package org.watchword.desk.watch.word;

/// A text of the quiet door, each of which a team may write itself.
enum DoorField {
    TITLE("title", 60),
    LEAD("lead", 300),
    FIRST("first", 60),
    SECOND("second", 60),
    BUTTON("button", 40),
    TAKEN("taken", 120),
    AGAIN("again", 60),
    NOT_HERE("not-here", 120),
    NOT_SO("not-so", 120),
    LATER("later", 160);

    private final String word;
    private final int most;

    DoorField(String word, int most) {
        this.word = word;
        this.most = most;
    }

    /// As it stands in the table, in the form and in the key of the ready text.
    String word() {
        return word;
    }

    /// Characters that it may have.
    int most() {
        return most;
    }
}
