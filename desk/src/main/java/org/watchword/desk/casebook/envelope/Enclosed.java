package org.watchword.desk.casebook.envelope;

/// The files that may lie in an envelope beside its words.
enum Enclosed {
    /// By which somebody who never met the person finds the right one.
    PHOTO(1),
    /// The lawyer's authority, as it was signed.
    PAPER(2);

    private final int number;

    Enclosed(int number) {
        this.number = number;
    }

    /// Under which it lies beside the entry.
    int number() {
        return number;
    }

    boolean takes(FileKind kind) {
        return switch (this) {
            case PHOTO -> kind != FileKind.PDF;
            case PAPER -> true;
        };
    }

    /// The field of the form, and the word in the keys of its texts.
    String field() {
        return switch (this) {
            case PHOTO -> "photo";
            case PAPER -> "paper";
        };
    }
}
