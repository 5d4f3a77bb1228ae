package org.watchword.desk.watch.word;

/// What a word of a card is for; later ones are stronger.
enum WordKind {
    /// The standing one, for the quiet door.
    OK("ok"),
    /// One of the numbered list, good once.
    LISTED("listed"),
    HELP("help"),
    DURESS("duress");

    private final String word;

    WordKind(String word) {
        this.word = word;
    }

    /// As it stands in the table.
    String word() {
        return word;
    }

    static WordKind of(String word) {
        for (WordKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of word");
    }
}
