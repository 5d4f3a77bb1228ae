package org.watchword.desk.watch.word;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.watchword.desk.basis.Limits;

/// Finds call-signs and words in what somebody wrote. A word is at most four pieces of the text
/// that stand together; the whole text and each of its lines count as one word too, however it is
/// broken up.
///
/// How much is tried has an end, which does not depend on what is found: of a text too long for it
/// the middle is left out.
final class Reading {
    private static final int PIECES_OF_A_WORD = 4;
    private static final int PIECES_OF_A_SIGN = 2;

    private final WordHash hash;

    Reading(WordHash hash) {
        this.hash = hash;
    }

    /// A card's word that was found.
    ///
    /// @param from in which piece of the text it begins
    /// @param spelled the word itself, in the one spelling
    record Found(CardRows.Kept card, CardRows.KeptWord word, int from, String spelled) {
        /// An OK counts only where few words can be tried at once.
        boolean early() {
            return from + 1 < Limits.OK_WITHIN_PIECES;
        }

        @Override
        public String toString() {
            return "a word of " + card.id();
        }
    }

    /// Each run of pieces in the one spelling, with where it begins.
    private static Map<String, Integer> runs(List<String> pieces, int longest) {
        var runs = new LinkedHashMap<String, Integer>();
        for (int from = 0; from < pieces.size(); from++) {
            var run = new StringBuilder();
            for (int to = from; to < Math.min(pieces.size(), from + longest); to++) {
                run.append(pieces.get(to));
                if (run.length() > Limits.CODE_WORD_CHARACTERS) {
                    break;
                }
                runs.putIfAbsent(run.toString(), from);
            }
        }
        return runs;
    }

    private static void whole(String text, Map<String, Integer> runs) {
        for (String part : lines(text)) {
            String joined = Spelling.joined(part);
            if (!joined.isEmpty() && joined.length() <= Limits.CODE_WORD_CHARACTERS) {
                runs.putIfAbsent(joined, 0);
            }
        }
    }

    /// The whole text, and each of its first lines.
    private static Set<String> lines(String text) {
        var lines = new TreeSet<String>();
        lines.add(text);
        text.lines().limit(PIECES_OF_A_WORD).forEach(lines::add);
        return lines;
    }

    private static List<String> pieces(String text, int most) {
        List<String> all = Spelling.pieces(text);
        if (all.size() <= most) {
            return all;
        }
        var kept = new ArrayList<>(all.subList(0, most - most / 4));
        kept.addAll(all.subList(all.size() - most / 4, all.size()));
        return kept;
    }

    /// What may be a call-sign in a text, as it is looked up.
    List<byte[]> signs(String text) {
        Map<String, Integer> runs =
                runs(pieces(text, Limits.PIECES_READ_FOR_SIGNS), PIECES_OF_A_SIGN);
        whole(text, runs);
        return runs.keySet().stream().map(hash::sign).toList();
    }

    /// Whether somebody has something to say: it is more than a word that was mistyped, or it cries
    /// for help in plain words, however short.
    static boolean isPlainly(String text) {
        List<String> pieces = Spelling.pieces(text);
        return pieces.size() > Limits.PIECES_OF_A_TYPO
                || runs(pieces, PIECES_OF_A_SIGN).keySet().stream().anyMatch(Cries::isOne);
    }

    /// The strongest word of each card; of two as strong the one that stands first.
    ///
    /// @param cards with their words
    List<Found> words(String text, Map<CardRows.Kept, List<CardRows.KeptWord>> cards) {
        if (cards.isEmpty()) {
            return List.of();
        }
        int most = Limits.WORDS_TRIED / PIECES_OF_A_WORD / cards.size();
        Map<String, Integer> runs = runs(pieces(text, most), PIECES_OF_A_WORD);
        whole(text, runs);
        var found = new ArrayList<Found>();
        cards.forEach((card, words) -> strongest(card, words, runs).ifPresent(found::add));
        return found;
    }

    private Optional<Found> strongest(
            CardRows.Kept card, List<CardRows.KeptWord> words, Map<String, Integer> runs) {
        Map<Long, List<CardRows.KeptWord>> bySieve = new HashMap<>();
        words.forEach(
                word -> bySieve.computeIfAbsent(word.sieve(), _ -> new ArrayList<>()).add(word));
        return runs.entrySet().stream()
                .flatMap(run ->
                        bySieve
                                .getOrDefault(
                                        CardRows.number(
                                                hash.sieve(card.id().value(), run.getKey())),
                                        List.of())
                                .stream()
                                .filter(word -> is(card, word, run.getKey()))
                                .map(word -> new Found(card, word, run.getValue(), run.getKey())))
                .max(
                        Comparator.comparing((Found one) -> one.word().kind())
                                .thenComparingInt(one -> -one.from()));
    }

    private boolean is(CardRows.Kept card, CardRows.KeptWord word, String spelled) {
        byte[] own = hash.word(card.id().value(), word.kind(), spelled);
        return MessageDigest.isEqual(own, word.hash().array());
    }
}
