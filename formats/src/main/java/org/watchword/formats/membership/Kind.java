package org.watchword.formats.membership;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of statements, by the word that each begins with, and how many items it has with it.
enum Kind {
    FOUNDING("founding", 2),
    FOUNDING_SIGNED("founding-signed", 2),
    INVITED("invited", 2),
    ACCEPTED("accepted", 4),
    CONFIRMED("confirmed", 4),
    AUTHORITY_GIVEN("authority-given", 2),
    AUTHORITY_TAKEN("authority-taken", 2),
    DESK_KEY("desk-key", 2),
    MADE_ANEW("made-anew", 2),
    OPENED("opened", 4),
    ADDED("added", 4),
    REMOVED("removed", 4),
    NEXT_EPOCH("next-epoch", 5),
    SUSPENDED("suspended", 2),
    LIFTED("lifted", 2);

    static final int MOST_LETTERS = 16;
    static final int MOST_ITEMS = 5;

    final String word;
    final int items;

    Kind(String word, int items) {
        this.word = word;
        this.items = items;
    }

    static Optional<Kind> of(String word, int items) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word) && kind.items == items)
                .findFirst();
    }
}
