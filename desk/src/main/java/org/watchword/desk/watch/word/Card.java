package org.watchword.desk.watch.word;

import java.util.List;
import org.watchword.desk.basis.Language;

/// A card in clear, which exists only between its making and the page that shows it.
///
/// @param ok the standing word
/// @param listed the numbered ones, in order; empty where the list is off
public record Card(
        CardId id,
        Language language,
        String sign,
        String ok,
        List<String> listed,
        String help,
        String duress) {
    public Card {
        listed = List.copyOf(listed);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
