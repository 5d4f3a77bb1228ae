package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.NightDesk.FINCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.Writer.Lane;

/// What somebody writes whom the desk does not know.
@Timeout(120)
class StrangersFromOutside {
    private static final String FINCHS = "+999 555 0001";
    private static final String STRANGER = "+999 555 0077";

    @TempDir Path dir;
    private NightDesk desk;

    @BeforeEach
    void found() {
        desk = NightDesk.founded(dir);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OpenAlarm incident() {
        assertEquals(1, desk.watch.openAlarms().size());
        return desk.watch.openAlarms().getFirst();
    }

    @Test
    void the_first_rings_at_once_and_its_words_are_kept_with_where_they_claim_to_come_from() {
        var line = new PhoneLine(desk);
        line.number(FINCH, FINCHS);

        assertTrue(line.says(STRANGER, "They are at the door"));

        String text = line.next(FINCHS);
        assertTrue(text.startsWith("Unknown callers, since 15:00."), text);
        assertFalse(text.contains("door"), text);
        AlarmRoom room = desk.room(incident().id());
        AlarmRoom.Call call = room.calls().getFirst();
        assertEquals(Optional.empty(), call.loggedBy());
        assertEquals(
                Optional.of(new AlarmRoom.Source(line.channel, Optional.of(STRANGER))),
                call.source());
        assertEquals("They are at the door", call.field(CallField.WORDS).orElseThrow().text());
        assertEquals(Optional.of("They are at the door"), incident().firstWords());
    }

    @Test
    void later_ones_join_and_ring_again_after_ten_minutes_when_nobody_has_looked() {
        var line = new PhoneLine(desk);
        line.number(FINCH, FINCHS);
        line.says(STRANGER, "one");
        line.next(FINCHS);
        AlarmId alarm = incident().id();
        desk.watch.acknowledge(alarm, FINCH);

        line.says("+999 555 0078", "two");

        assertEquals(2, desk.room(alarm).calls().size());
        assertTrue(desk.room(alarm).joinDueAt().isPresent());
        desk.pass(Duration.ofMinutes(10));
        assertTrue(desk.log(alarm).contains(LogKind.RINGS_AGAIN));
        assertTrue(line.next(FINCHS).startsWith("Unknown callers, since 15:00. Again."));
    }

    @Test
    void on_a_channel_that_only_lists_them_nothing_rings() {
        var line = new PhoneLine(desk, Map.of("strangers", "list"));

        assertFalse(line.says(STRANGER, "hello"));

        assertEquals(List.of(), desk.watch.openAlarms());
    }

    @Test
    void a_mistyped_proof_of_a_colleagues_new_number_rings_nobody() {
        var line = new PhoneLine(desk);
        desk.team
                .store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn ->
                                desk.delivery
                                        .addresses()
                                        .add(turn, FINCH, line.channel, "+999 555 0003"));

        assertFalse(line.says("+999 555 0003", "123456"));
        assertEquals(List.of(), desk.watch.openAlarms());

        assertTrue(line.says("+999 555 0003", "help, I cannot get in"));
        assertEquals(1, desk.watch.openAlarms().size());
    }

    @Test
    void a_storm_makes_one_incident_with_an_end_to_what_it_keeps_and_shows() {
        var line = new PhoneLine(desk);
        line.says(STRANGER, "first");
        AlarmId alarm = incident().id();
        desk.watch.acknowledge(alarm, FINCH);
        int lines = desk.log(alarm).size();

        for (int i = 0; i < Limits.OUTSIDE_CALLS + 20; i++) {
            line.sends("+999 555 1" + i, "x".repeat(6_000) + "\u0000\u202e\ud83d\udea8");
        }
        line.settles();

        AlarmRoom room = desk.room(incident().id());
        assertEquals(Limits.CALLS_SHOWN, room.calls().size());
        assertEquals(Limits.OUTSIDE_CALLS - Limits.CALLS_SHOWN, room.callsBefore());
        assertEquals(lines + 1, desk.log(alarm).size(), "one line for all");
        String text = room.calls().getLast().field(CallField.WORDS).orElseThrow().text();
        assertEquals(Limits.CROWDED_CHARACTERS, text.length());
        assertEquals("unrecognised", line.states().getLast(), "it stays listed");
    }
}
