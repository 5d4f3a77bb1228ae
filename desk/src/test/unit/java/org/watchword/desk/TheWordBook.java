package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.web.StaffListener;

/// All words of the desk, in the languages it speaks.
class TheWordBook {
    private static final Language EN = new Language("en");
    private static final Language RU = new Language("ru");
    private final WordBook book = WordBook.read(List.of(EN, RU), List.of(StaffListener.class));

    @Test
    void a_key_is_said_in_the_readers_language_with_its_gaps_filled() {
        var code = Sentence.of("web.refused.code", "code", "{A'B}<i>");
        assertTrue(book.in(EN).say(code).endsWith("this code: {A'B}<i>"));
        assertTrue(book.in(RU).say(code).contains("{A'B}<i>"));
        assertFalse(book.in(RU).say(code).equals(book.in(EN).say(code)));
    }

    @Test
    void a_language_is_complete_or_not_there() {
        assertEquals(Set.of("en", "ru"), book.languageTags());
        var french = new Language("fr");
        assertFalse(book.speaks(french));
        assertThrows(IllegalArgumentException.class, () -> book.in(french));
        assertThrows(
                IllegalStateException.class,
                () -> WordBook.read(List.of(french), List.of(StaffListener.class)));
    }

    @Test
    void a_key_without_words_is_a_mistake_of_ours() {
        assertThrows(IllegalArgumentException.class, () -> book.in(EN).say("web.none"));
    }
}
