package org.watchword.desk.watch.word;

/// A text that must tell nobody anything, as the team may change it.
enum NeutralText {
    /// What is written back for whatever came.
    RECEIVED("received"),
    /// What a reminder says.
    REMINDER("reminder"),
    /// The subject of both, where there is one.
    SUBJECT("subject");

    private final String word;

    NeutralText(String word) {
        this.word = word;
    }

    /// As it stands in the table and in the key of the built-in text.
    String word() {
        return word;
    }
}
