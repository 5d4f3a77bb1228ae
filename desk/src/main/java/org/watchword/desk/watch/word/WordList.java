package org.watchword.desk.watch.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;

/// The words that cards are made from, one on each line of a file that a team may change. Two of
/// them make at least 24 bits.
final class WordList {
    /// Read once: cards are made on the writer's thread, where others wait.
    private static final Map<Language, WordList> READ = new ConcurrentHashMap<>();

    private final List<String> words;

    private WordList(List<String> words) {
        this.words = words;
    }

    /// The list of that language, or the first one's where there is none.
    static WordList of(Language language) {
        return READ.computeIfAbsent(language, WordList::fromFile);
    }

    private static WordList fromFile(Language language) {
        var in = WordList.class.getResourceAsStream("list." + language.tag() + ".txt");
        if (in == null) {
            return fromFile(new Language("en"));
        }
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(lines.lines().toList()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty when the lines are too few or one of them is no word: letters only, not too short, no
    /// two spelled alike.
    static Optional<WordList> read(List<String> lines) {
        var words = new LinkedHashMap<String, String>();
        for (String line : lines) {
            String word = line.strip();
            if (!word.isEmpty()) {
                words.putIfAbsent(Spelling.joined(word), word);
            }
        }
        boolean sound =
                words.size() >= Limits.WORDS_IN_A_LIST
                        && words.values().stream().allMatch(WordList::isWord);
        return sound ? Optional.of(new WordList(List.copyOf(words.values()))) : Optional.empty();
    }

    private static boolean isWord(String word) {
        return word.length() >= Limits.CODE_WORD_LETTERS
                && 2 * word.length() < Limits.CODE_WORD_CHARACTERS
                && word.codePoints().allMatch(Character::isLetter);
    }

    int size() {
        return words.size();
    }

    String one(RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }

    /// Two words, as a check-in is made of.
    String two(RandomGenerator random) {
        return one(random) + " " + one(random);
    }
}
