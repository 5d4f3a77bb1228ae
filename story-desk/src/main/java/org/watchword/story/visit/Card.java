package org.watchword.story.visit;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// A card as it was printed once.
///
/// @param listed the numbered words, each good once; none where the team turned them off
public record Card(String callSign, String ok, List<String> listed, String help, String duress) {
    /// As it stands on the page that shows it once.
    public static Card on(Page page) {
        return new Card(
                text(page, "#sign"),
                text(page, ".card-word"),
                page.all("ol.card-list li").stream().map(Element::text).toList(),
                text(page, "#help-word"),
                text(page, "#duress-word"));
    }

    private static String text(Page page, String where) {
        return page.all(where).stream()
                .map(Element::text)
                .findFirst()
                .orElseThrow(() -> new NoSuchThing(where + " on a card"));
    }

    /// Nothing of it may be readable anywhere.
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(callSign, ok, help, duress));
        secrets.addAll(listed);
        return secrets;
    }

    @Override
    public String toString() {
        return "a card";
    }
}
