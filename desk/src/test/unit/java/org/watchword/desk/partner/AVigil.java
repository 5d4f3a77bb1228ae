package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.OwnKey;

class AVigil {
    private static final OwnKey ALDER = Keys.of(1);
    private static final OwnKey BIRCH = Keys.of(2);

    private final MovedClock clock = new MovedClock();

    private Vigil vigil(Vigil.Before before) {
        return new Vigil(clock, new Ear(BIRCH, ALDER.publicKey(), 0), before);
    }

    private Vigil heard() {
        var vigil = vigil(new Vigil.Before(Optional.empty(), false, 0, false));
        assertInstanceOf(Heard.Taken.class, vigil.hear(beat(1)));
        return vigil;
    }

    private static byte[] beat(long count) {
        var beat = new Beat(count, Instant.ofEpochSecond(1_795_000_000), List.of());
        return Beat.bytes(SignedBeat.of(beat, ALDER, BIRCH.publicKey()));
    }

    private Vigil ringing() {
        var vigil = heard();
        clock.pass(Duration.ofSeconds(30));
        vigil.look(() -> false);
        assertTrue(vigil.ringsNow());
        assertFalse(vigil.ringsNow(), "once");
        return vigil;
    }

    /// In which minutes somebody is rung, of so many.
    private List<Integer> rung(Vigil vigil, int minutes) {
        var rung = new ArrayList<Integer>();
        for (int minute = 0; minute <= minutes; minute++) {
            if (vigil.timeNow() > 0) {
                rung.add(minute);
            }
            clock.pass(Duration.ofMinutes(1));
        }
        return rung;
    }

    @Test
    void of_nobody_who_was_ever_heard_rings_for_nobody() {
        var vigil = vigil(new Vigil.Before(Optional.empty(), false, 0, false));
        clock.pass(Duration.ofHours(5));
        vigil.look(() -> false);
        assertFalse(vigil.ringsNow());
        assertEquals(0, vigil.timeNow());
    }

    @Test
    void rings_a_number_every_five_minutes_for_an_hour_and_then_every_hour() {
        assertEquals(
                List.of(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 115, 175),
                rung(ringing(), 180));
    }

    @Test
    void rings_a_number_no_more_once_somebody_knows() {
        var vigil = ringing();
        assertEquals(List.of(0, 5), rung(vigil, 6));
        vigil.seen();
        assertEquals(List.of(), rung(vigil, 600));
    }

    @Test
    void rings_again_in_a_second_what_could_not_be_kept() {
        var vigil = ringing();
        assertEquals(1, vigil.timeNow());
        vigil.notRung(1);
        assertEquals(0, vigil.timeNow());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(1, vigil.timeNow(), "the first time is still the first");
    }

    @Test
    void owes_a_word_that_the_sender_is_back_only_to_those_who_were_rung() {
        var shown = heard();
        clock.pass(Duration.ofSeconds(40));
        shown.look(() -> true);
        assertInstanceOf(Heard.Taken.class, shown.hear(beat(2)));
        assertFalse(shown.owesBack());
        var vigil = ringing();
        assertFalse(vigil.owesBack(), "it is not back yet");
        assertInstanceOf(Heard.Taken.class, vigil.hear(beat(2)));
        assertTrue(vigil.owesBack());
        vigil.saidBack();
        assertFalse(vigil.owesBack());
    }

    @Test
    void believes_a_heartbeat_that_came_while_it_looked() {
        var vigil = heard();
        clock.pass(Duration.ofSeconds(30));
        vigil.look(() -> {
            assertInstanceOf(Heard.Taken.class, vigil.hear(beat(2)));
            return false;
        });
        assertEquals(Optional.of(Silence.Stage.BEATING), vigil.stage());
        assertFalse(vigil.ringsNow());
    }
}
