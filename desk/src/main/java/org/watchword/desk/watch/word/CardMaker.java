package org.watchword.desk.watch.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Chooses the words of a card. All are there in clear at this moment and at no other, so that they
/// can be compared: any two differ by at least four letters.
final class CardMaker {
    private static final int PIECES_OF_A_WORD = 4;

    private final RandomGenerator random;

    CardMaker(RandomGenerator random) {
        this.random = random;
    }

    /// What is wrong with a word that was typed; empty when nothing is or the desk is to make it.
    static Optional<Sentence> wrong(String typed) {
        int letters = Spelling.joined(typed).length();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (letters < Limits.CODE_WORD_LETTERS) {
            return Optional.of(
                    Sentence.of("word.card.too-short", "least", Limits.CODE_WORD_LETTERS));
        }
        if (letters > Limits.CODE_WORD_CHARACTERS
                || Spelling.pieces(typed).size() > PIECES_OF_A_WORD) {
            return Optional.of(
                    Sentence.of("word.card.too-long", "most", Limits.CODE_WORD_CHARACTERS));
        }
        return Optional.empty();
    }

    static boolean tooNear(String one, String other) {
        int apart =
                Spelling.distance(
                        Spelling.joined(one), Spelling.joined(other), Limits.CODE_WORDS_APART);
        return apart < Limits.CODE_WORDS_APART;
    }

    /// The words of a new card; those that were typed as they were typed.
    ///
    /// @param signTaken whether another card in force has that call-sign
    Card make(CardId id, CardOrder order, Predicate<String> signTaken) {
        WordList list = WordList.of(order.language());
        var all = new ArrayList<String>();
        String help = typedOrMade(order.help(), list, all);
        String duress = typedOrMade(order.duress(), list, all);
        String ok = made(list, all);
        var listed = new ArrayList<String>();
        for (int i = 0; order.listOn() && i < Limits.LISTED_WORDS; i++) {
            listed.add(made(list, all));
        }
        String sign = list.one(random);
        while (signTaken.test(sign) || nearOne(sign, all)) {
            sign = list.one(random);
        }
        return new Card(id, order.language(), sign, ok, listed, help, duress);
    }

    private String typedOrMade(String typed, WordList list, List<String> all) {
        if (typed.isEmpty()) {
            return made(list, all);
        }
        String word = CleanText.onOneLine(typed);
        all.add(word);
        return word;
    }

    private String made(WordList list, List<String> all) {
        String word = list.two(random);
        while (nearOne(word, all)) {
            word = list.two(random);
        }
        all.add(word);
        return word;
    }

    private static boolean nearOne(String word, List<String> all) {
        return all.stream().anyMatch(other -> tooNear(word, other));
    }
}
