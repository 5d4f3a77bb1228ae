package org.watchword.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.NoSuchThing;

/// What people behind code-names hold in their hands: the cards that were made for them on the
/// desk, and which of the numbered words are used up.
public final class CardsInHand {
    private final Map<String, Card> cards = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /// Every card there ever was, the burned ones too.
    private final List<Card> ever = new ArrayList<>();

    synchronized void hand(String who, Card card) {
        cards.put(who, card);
        used.put(who, 0);
        ever.add(card);
    }

    synchronized Optional<Card> of(String who) {
        return Optional.ofNullable(cards.get(who));
    }

    /// The card of each who has one.
    public synchronized Map<String, Card> all() {
        return Map.copyOf(cards);
    }

    /// Everything on every card that there ever was.
    synchronized List<String> secrets() {
        return ever.stream().flatMap(card -> card.secrets().stream()).toList();
    }

    synchronized List<String> callSigns() {
        return ever.stream().map(Card::callSign).toList();
    }

    private Card known(String who) {
        return of(who).orElseThrow(() -> new NoSuchThing("a card of " + who));
    }

    synchronized String callSign(String who) {
        return known(who).callSign();
    }

    /// The word that is typed; the next one of the list is used up with that.
    synchronized String word(String who, Verb.Word which) {
        Card card = known(who);
        return switch (which) {
            case OK -> card.ok();
            case NEXT -> {
                int next = used.merge(who, 1, Integer::sum);
                yield listed(card, next, who);
            }
            case USED -> listed(card, used.getOrDefault(who, 0), who);
            case DURESS -> card.duress();
            case HELP -> card.help();
            case UNKNOWN -> "xylem quartz";
            case TYPO -> mistyped(card.ok());
        };
    }

    private static String listed(Card card, int nth, String who) {
        if (nth < 1 || nth > card.listed().size()) {
            throw new NoSuchThing("a word number " + nth + " on the card of " + who);
        }
        return card.listed().get(nth - 1);
    }

    /// One letter in its middle is another.
    private static String mistyped(String word) {
        int at = word.length() / 2;
        char right = word.toLowerCase(Locale.ROOT).charAt(at);
        char wrong = right == 'q' ? 'w' : 'q';
        return word.substring(0, at) + wrong + word.substring(at + 1);
    }
}
