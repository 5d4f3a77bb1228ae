package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AKilledDesk {
    @TempDir Path dir;

    @Test
    void goes_on_ringing_where_it_was_and_says_how_late_it_is() {
        var before = NightDesk.founded(dir);
        AlarmId alarm = before.raise(WREN);
        before.close();

        try (var desk = NightDesk.again(dir, before, Duration.ofMinutes(7))) {
            await(desk.watch::isIdle, () -> "busy");
            assertEquals(List.of(FINCH, HERON), desk.waiting(alarm));
            var late =
                    desk.room(alarm).log().stream()
                            .filter(line -> line.kind() == LogKind.FIRED_LATE)
                            .findFirst()
                            .orElseThrow();
            assertEquals(300, late.seconds());
        }
    }

    @Test
    void rings_nobody_early_and_nobody_twice() {
        var before = NightDesk.founded(dir);
        AlarmId alarm = before.raise(WREN);
        int messages = before.messages(alarm).size();
        before.close();

        try (var desk = NightDesk.again(dir, before, Duration.ofSeconds(20))) {
            await(desk.watch::isIdle, () -> "busy");
            assertEquals(messages, desk.messages(alarm).size());
            assertEquals(NightDesk.START.plusSeconds(120), desk.watch.nextDue().orElseThrow());
            desk.pass(Duration.ofSeconds(100));
            assertTrue(desk.waiting(alarm).contains(HERON));
        }
    }

    @Test
    void remembers_who_is_on_it() {
        var before = NightDesk.founded(dir);
        AlarmId alarm = before.raise(WREN);
        before.watch.acknowledge(alarm, FINCH);
        before.watch.passOn(alarm, FINCH, HERON);
        AlarmRoom room = before.room(alarm);
        before.close();

        try (var desk = NightDesk.again(dir, before, Duration.ofSeconds(1))) {
            assertEquals(room, desk.room(alarm));
            assertEquals(new Reply.OnIt(true), desk.watch.acknowledge(alarm, HERON));
        }
    }

    @Test
    void whose_clock_came_back_an_hour_behind_waits_no_hour() {
        var before = NightDesk.founded(dir);
        AlarmId alarm = before.raise(WREN);
        before.close();

        try (var desk = NightDesk.again(dir, before, Duration.ofHours(-1))) {
            desk.pass(Duration.ofMinutes(2));
            assertTrue(desk.waiting(alarm).contains(HERON));
        }
    }
}
