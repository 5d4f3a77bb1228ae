package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PathsInABag {
    private static final long SEED = 20261129;
    private static final int ROUNDS = 20_000;

    /// What can make a path mean another file, and what cannot.
    private static final List<String> PIECES =
            List.of(
                    "a", "B", "1", ".", "..", "/", "//", "\\", ":", "~", "*", " ", "%", "%0A",
                    "%25", "\n", "\r", "\t", "\0", "nul", "й", "и\u0306", "ß", "\u202e", "data/",
                    "\ud83d");

    @Test
    void come_back_from_a_manifest_as_they_went_in() {
        var random = new SplittableRandom(SEED);
        int good = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var name = new StringBuilder("data/");
            for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
                name.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String text = name.toString();
            if (BagPath.problem(text).isEmpty()) {
                good++;
                var path = new BagPath(text);
                assertEquals(-1, path.encoded().indexOf('\n'), text);
                assertEquals(path, BagPath.decoded(path.encoded()), "seed " + SEED);
            } else {
                assertThrows(IllegalArgumentException.class, () -> new BagPath(text), text);
            }
        }
        assertTrue(good > 1_000 && good < ROUNDS / 2, good + " were good");
    }

    @Test
    void are_told_apart_from_what_is_none() {
        assertEquals(Optional.empty(), BagPath.problem("data/a b/c.txt"));
        assertEquals(Optional.of(Failure.PATH_OUTSIDE), BagPath.problem("data/../a"));
        assertEquals(Optional.of(Failure.PATH_AMBIGUOUS), BagPath.problem("data/a\\b"));
        assertEquals(Optional.of(Failure.HIDDEN_CHARACTER), BagPath.problem("data/half \ud83d"));
        assertEquals(Optional.of(Failure.TOO_LONG), BagPath.problem("data/" + "й".repeat(128)));
        assertEquals(
                Optional.of(Failure.TOO_LONG),
                BagPath.problem("data" + ("/" + "й".repeat(120)).repeat(5)),
                "in octets, not in letters");
    }

    /// Whatever a system that minds no capitals does with one character, it finds the same file.
    @Test
    void are_one_for_every_character_of_unicode_in_its_three_cases() {
        int with = 0;
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (Character.isDefined(letter) && Character.getType(letter) != Character.SURROGATE) {
                String text = Character.toString(letter);
                String folded = Letters.folded(text);
                assertEquals(folded, Letters.folded(folded), "again, " + text);
                assertEquals(folded, Letters.folded(text.toUpperCase(Locale.ROOT)), text);
                assertEquals(folded, Letters.folded(text.toLowerCase(Locale.ROOT)), text);
                assertEquals(
                        folded,
                        Letters.folded(Character.toString(Character.toTitleCase(letter))),
                        text);
                assertEquals(
                        folded,
                        Letters.folded(Normalizer.normalize(text, Normalizer.Form.NFC)),
                        text);
                with += folded.equals(text) ? 0 : 1;
            }
        }
        assertTrue(with > 10_000, "only " + with + " fold");
    }

    @Test
    void are_one_where_words_differ_by_capitals_only_and_else_they_are_not() {
        assertEquals(Letters.folded("ΟΔΟΣ"), Letters.folded("οδος"));
        assertEquals(Letters.folded("STRASSE"), Letters.folded("straße"));
        assertEquals(Letters.folded("ǅ"), Letters.folded("ǆ"));
        assertNotEquals(Letters.folded("photo 1"), Letters.folded("photo 2"));
        assertNotEquals(Letters.folded("е"), Letters.folded("e"), "a Cyrillic and a Latin one");
    }

    /// Some systems give every name decomposed.
    @Test
    void are_found_whatever_form_a_system_gives_their_names_in() {
        var listed = new BagPath("data/Zoë.jpg");
        String onDisk = Normalizer.normalize(listed.name(), Normalizer.Form.NFD);
        assertEquals(Optional.of(Failure.PATH_AMBIGUOUS), BagPath.problem(onDisk));
        assertEquals(listed, BagPath.found(onDisk));
    }
}
