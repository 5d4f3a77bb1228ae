package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsOfACodename {
    private static final String WRONG = "a red bicycle";

    @TempDir Path dir;
    private SilentNight night;

    @BeforeEach
    void found() {
        night = SilentNight.founded(dir);
        set(1, "What did we eat on the ferry?", "Солёный огурец!");
        set(2, "What was the dog called?", "Ёлка");
        set(3, "Which song was on?", "The 3rd one");
        set(4, "What broke?", "my left shoe");
        night.desk.pass(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        night.close();
    }

    private Proofs proofs() {
        return night.desk.watch.proofs();
    }

    private void set(int nth, String question, String answer) {
        assertInstanceOf(
                Proofs.Done.class,
                proofs().set(night.alder, List.of(new Proofs.Typed(nth, question, answer))));
    }

    private Optional<AlarmRoom.Question> asks(AlarmId alarm) {
        return night.room(alarm).about().getFirst().question();
    }

    private Reply heard(AlarmId alarm, String answer) {
        return night.desk
                .watch
                .closing()
                .asked(
                        new Closing.Heard(
                                alarm,
                                WREN,
                                Seen.OTHER_LINE,
                                night.alder,
                                asks(alarm).orElseThrow().id(),
                                answer));
    }

    private String right(AlarmId alarm) {
        return switch (asks(alarm).orElseThrow().text()) {
            case "What did we eat on the ferry?" -> "соленый  огурец";
            case "What was the dog called?" -> "елка.";
            case "Which song was on?" -> "the 3RD one";
            default -> "My left shoe";
        };
    }

    @Test
    void are_shown_without_their_answers_and_kept_as_hashes_only() {
        assertEquals("What was the dog called?", proofs().questions(night.alder).get(1));
        var kept =
                night.desk.team.store.read(handle ->
                        handle.createQuery("SELECT answer_hash FROM proof_question")
                                .mapTo(byte[].class)
                                .list());
        assertEquals(4, kept.size());
        kept.forEach(hash -> {
            assertEquals(32, hash.length);
            assertFalse(new String(hash, StandardCharsets.UTF_8).contains("елка"));
        });
    }

    @Test
    void end_an_alarm_by_two_right_answers_in_whatever_spelling() {
        AlarmId alarm = night.silent("w/1", night.alder);
        var first = asks(alarm);

        assertInstanceOf(Reply.SecondPersonNeeded.class, heard(alarm, right(alarm)));
        assertNotEquals(first, asks(alarm));
        assertInstanceOf(Reply.Ended.class, heard(alarm, right(alarm)));
    }

    @Test
    void end_it_by_one_after_a_late_word() {
        AlarmId alarm = night.silent("w/1", night.alder);
        night.word(night.alder, Meaning.OK);

        assertInstanceOf(Reply.Ended.class, heard(alarm, right(alarm)));
    }

    @Test
    void are_asked_once_each_and_not_at_all_after_two_wrong_answers() {
        AlarmId alarm = night.silent("w/1", night.alder);
        var first = asks(alarm).orElseThrow();
        assertInstanceOf(Reply.ProvedNothing.class, heard(alarm, WRONG));
        assertNotEquals(first, asks(alarm).orElseThrow());

        assertInstanceOf(Reply.ProvedNothing.class, heard(alarm, WRONG));

        assertEquals(Optional.empty(), asks(alarm));
        assertTrue(night.isOpen(alarm));
        night.desk.watch.sayEnding(alarm, WREN, Seen.FACE_TO_FACE, "Seen.");
        night.desk.watch.sayEnding(alarm, FINCH, Seen.FACE_TO_FACE, "Seen.");
        assertFalse(night.isOpen(alarm));
    }

    @Test
    void of_an_old_page_are_asked_no_more() {
        AlarmId alarm = night.silent("w/1", night.alder);
        long old = asks(alarm).orElseThrow().id();
        heard(alarm, WRONG);

        var again = new Closing.Heard(alarm, WREN, Seen.OTHER_LINE, night.alder, old, right(alarm));

        assertInstanceOf(Reply.NotAsked.class, night.desk.watch.closing().asked(again));
    }

    @Test
    void set_while_the_alarm_runs_prove_nothing_in_it() {
        AlarmId alarm = night.silent("w/1", night.alder);
        night.desk.pass(Duration.ofSeconds(1));

        for (int nth = 1; nth <= 4; nth++) {
            set(nth, "New " + nth, "new answer");
        }

        assertEquals(Optional.empty(), asks(alarm));
    }

    @Test
    void are_left_as_they_are_where_no_answer_is_typed() {
        set(1, "What did we eat on the ferry?", "");

        AlarmId alarm = night.silent("w/1", night.alder);
        for (int i = 0; i < 2; i++) {
            assertFalse(heard(alarm, right(alarm)) instanceof Reply.ProvedNothing);
        }
    }

    @Test
    void changed_without_an_answer_are_refused() {
        var refused = proofs().set(night.alder, List.of(new Proofs.Typed(2, "Another?", " . ")));

        assertInstanceOf(Proofs.Refused.class, refused);
        assertEquals("What was the dog called?", proofs().questions(night.alder).get(1));
    }

    @Test
    void are_taken_away_by_an_empty_one() {
        set(4, "", "");

        assertEquals("", proofs().questions(night.alder).get(3));
    }
}
