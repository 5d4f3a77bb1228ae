package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.MessageText.Gap;

/// The built-in wording for channels that cost by the length of a text.
class ShortTexts {
    /// Characters of three parts of a text that holds letters beyond the Latin ones.
    private static final int THREE_PARTS = 3 * 67;

    /// Characters of two parts of one that does not.
    private static final int TWO_PARTS = 2 * 153;

    private static final WordBook BOOK =
            WordBook.read(
                    List.of(new Language("en"), new Language("ru")),
                    List.of(Delivery.class, Watch.class));

    private static String filled(MessageKind kind, Words words, String since) {
        var offered =
                kind == MessageKind.ENDED
                        ? new AnswerWays.Offered(true, Optional.empty(), Optional.empty())
                        : new AnswerWays.Offered(
                                true,
                                Optional.of(
                                        new AnswerWays.Link(
                                                "https://desk.example/a/" + "x".repeat(22),
                                                "47",
                                                Policy.DEFAULT.unproven())),
                                Optional.of("123456"));
        Map<Gap, String> gaps = new EnumMap<>(Gap.class);
        gaps.put(Gap.WHO, "КРАСНАЯ РЯБИНА");
        gaps.put(Gap.SINCE, since);
        gaps.put(Gap.NEXT, words.say("watch.message." + kind.word() + ".next-short"));
        gaps.put(Gap.ANSWER, Wording.answer(kind, offered, words));
        return kind.shortBuiltIn(words).fill(gaps).labelled("").text();
    }

    @Test
    void have_every_gap_that_a_text_must_have() {
        for (String language : List.of("en", "ru")) {
            for (MessageKind kind : MessageKind.values()) {
                var text = kind.shortBuiltIn(BOOK.in(new Language(language)));
                assertInstanceOf(
                        MessageText.Good.class,
                        MessageText.checkShort(text.subject(), text.text()),
                        kind + " " + language);
            }
        }
    }

    @Test
    void lacking_a_gap_are_refused() {
        for (String text : List.of("{who} {since} {next}", "{who} {since} {next} {answer} {x}")) {
            assertInstanceOf(MessageText.Wrong.class, MessageText.checkShort("s", text), text);
        }
    }

    /// What has come since stands beside or in place of what to do next.
    @Test
    void with_what_has_come_since_still_fit() {
        for (String language : List.of("en", "ru")) {
            Words words = BOOK.in(new Language(language));
            String ordinary = filled(MessageKind.SILENCE, words, "15:00");
            String next = words.say("watch.message.silence.next-short");
            int most = language.equals("ru") ? THREE_PARTS : TWO_PARTS;
            for (String came : List.of("late-word", "do-not-call", "do-not-call.lead")) {
                String text =
                        words.say("watch.message.rung-before-short")
                                + " "
                                + words.say("watch.message." + came + "-short");
                int length = ordinary.length() - next.length() + text.length();
                assertTrue(length <= most, length + ": " + text);
            }
        }
    }

    @Test
    void fit_three_parts_in_cyrillic_and_two_in_latin_letters() {
        for (MessageKind kind : MessageKind.values()) {
            String russian = filled(kind, BOOK.in(new Language("ru")), "15:00");
            String english = filled(kind, BOOK.in(new Language("en")), "15:00");
            assertTrue(russian.length() <= THREE_PARTS, russian.length() + ": " + russian);
            assertTrue(english.length() <= TWO_PARTS, english.length() + ": " + english);
        }
    }

    @Test
    void beside_them_the_long_ones_say_how_long_an_answer_spares_as_the_team_has_set_it() {
        var link = new AnswerWays.Link("https://desk.example/a/x", "47", Duration.ofMinutes(7));
        var offered = new AnswerWays.Offered(false, Optional.of(link), Optional.empty());
        Words english = BOOK.in(new Language("en"));
        assertTrue(
                Wording.answer(MessageKind.ALARM, offered, english).contains("for 7 minutes"),
                () -> Wording.answer(MessageKind.ALARM, offered, english));
    }
}
