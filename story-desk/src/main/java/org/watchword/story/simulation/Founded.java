package org.watchword.story.simulation;

import java.util.Map;
import org.watchword.desk.watch.word.Card;

/// A desk as every history begins with it: its rows, and the cards that people have in their hands.
final class Founded {
    private final byte[] rows;
    private final Map<Long, Card> cards;

    /// @param rows the whole database
    /// @param cards by the number of the code-name
    Founded(byte[] rows, Map<Long, Card> cards) {
        this.rows = rows.clone();
        this.cards = Map.copyOf(cards);
    }

    byte[] rows() {
        return rows.clone();
    }

    Map<Long, Card> cards() {
        return cards;
    }
}
