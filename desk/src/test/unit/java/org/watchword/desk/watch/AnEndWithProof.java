package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.watch.Night.ALDER;
import static org.watchword.desk.watch.Night.BIRCH;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.WREN;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnEndWithProof {
    private static Night silence(CodenameId... who) {
        return Night.about(AlarmKind.SILENCE, who).step(WREN).step(HERON).raised();
    }

    private static Event right(CodenameId who) {
        return new Event.Asked(WREN, who, Seen.OTHER_LINE, true);
    }

    @Test
    void takes_two_right_answers() {
        var night = silence(ALDER).then(right(ALDER));
        assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);

        assertInstanceOf(Reply.Ended.class, night.then(right(ALDER)).reply);
    }

    @Test
    void takes_one_officer_and_one_right_answer_after_a_late_word() {
        var night = silence(ALDER).word(ALDER, Meaning.OK).then(right(ALDER));

        assertInstanceOf(Reply.Ended.class, night.reply);
    }

    @Test
    void takes_two_where_the_word_was_no_late_one() {
        var night =
                Night.about(AlarmKind.CALL, ALDER)
                        .step(WREN)
                        .raised()
                        .word(ALDER, Meaning.OK)
                        .then(right(ALDER));

        assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);
    }

    @Test
    void is_ended_by_whoever_asked_and_a_second_one_who_saw() {
        var night = silence(ALDER).then(right(ALDER));

        night.then(new Event.SeenSafe(FINCH, Seen.FACE_TO_FACE));

        assertInstanceOf(Reply.Ended.class, night.reply);
    }

    @Test
    void is_proved_by_no_other_answer() {
        var night = silence(ALDER).then(new Event.Asked(WREN, ALDER, Seen.OTHER_LINE, false));

        assertInstanceOf(Reply.ProvedNothing.class, night.reply);
        assertEquals(List.of(LogKind.PROOF_NOT), night.logged());
        assertEquals(List.of(), night.alarm.statements());
    }

    @Test
    void is_proved_by_nothing_said_over_the_way_the_word_came_by() {
        var night = silence(ALDER).word(ALDER, Meaning.OK);

        night.then(new Event.Asked(WREN, ALDER, Seen.SAME_LINE, true));

        assertInstanceOf(Reply.SameWay.class, night.reply);
        assertEquals(List.of(), night.alarm.statements());
    }

    @Test
    void must_be_known_of_each() {
        var night = silence(ALDER, BIRCH);
        night.then(new Event.SeenSafe(WREN, Seen.VIDEO, List.of(ALDER)));
        night.then(new Event.SeenSafe(FINCH, Seen.VIDEO, List.of(ALDER)));
        assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);

        night.then(right(BIRCH)).then(right(BIRCH));

        assertInstanceOf(Reply.Ended.class, night.reply);
    }

    @Test
    void asks_anew_of_somebody_whose_silence_joined_later() {
        var night = silence(ALDER).then(new Event.SeenSafe(WREN, Seen.VIDEO));
        night.then(new Event.SilenceJoined(List.of(Signs.About.of(BIRCH, night.now))));

        night.then(new Event.SeenSafe(FINCH, Seen.VIDEO));
        assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);
        night.then(new Event.SeenSafe(WREN, Seen.VIDEO));

        assertInstanceOf(Reply.Ended.class, night.reply);
    }

    @Test
    void is_proved_by_no_question_about_somebody_else() {
        var night = silence(ALDER).then(right(BIRCH));

        assertInstanceOf(Reply.NotAsked.class, night.reply);
        assertEquals(List.of(), night.effects);
    }
}
