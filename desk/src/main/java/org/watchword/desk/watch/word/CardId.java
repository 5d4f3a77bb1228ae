package org.watchword.desk.watch.word;

/// A card's number, as it is printed on it.
public record CardId(long value) {
    @Override
    public String toString() {
        return "card-" + value;
    }
}
