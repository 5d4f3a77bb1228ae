package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;

class AMovedClock {
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

    @Test
    void ahead_by_much_rings_an_alarm_of_its_own() {
        desk.clock.jump(Duration.ofMinutes(5));

        await(() -> desk.watch.openAlarms().size() == 1, () -> "no alarm");
        var alarm = desk.watch.openAlarms().getFirst();
        assertEquals(AlarmKind.CLOCK, alarm.kind());
        assertEquals(List.of(WREN, FINCH), desk.waiting(alarm.id()));
        assertEquals(
                new Who.TheDesk(Sentence.of("watch.trouble.clock-ahead", "seconds", 300)),
                alarm.who());
    }

    @Test
    void ahead_by_a_little_rings_nobody() {
        desk.clock.jump(Duration.ofSeconds(20));
        desk.pass(Duration.ofSeconds(5));

        assertEquals(List.of(), desk.watch.openAlarms());
    }

    @Test
    void ahead_fires_what_is_due_by_it() {
        AlarmId alarm = desk.raise(WREN);

        desk.clock.jump(Duration.ofMinutes(2));

        await(() -> desk.waiting(alarm).contains(HERON), () -> "not rung");
    }

    @Test
    void back_delays_nobody_and_is_told() {
        AlarmId alarm = desk.raise(WREN);
        desk.clock.jump(Duration.ofHours(-1));
        await(() -> desk.watch.told(5).size() == 1, () -> "not told");
        assertEquals("watch.trouble.clock-back", desk.watch.told(5).getFirst().what().key());

        desk.pass(Duration.ofMinutes(2));

        assertTrue(desk.waiting(alarm).contains(HERON));
    }

    @Test
    void before_the_year_two_thousand_is_told_once() {
        desk.clock.jump(
                Duration.between(desk.clock.instant(), Instant.parse("1999-01-01T00:00:00Z")));
        await(() -> desk.watch.told(5).size() == 2, () -> "not told");
        desk.pass(Duration.ofSeconds(3));
        desk.pass(Duration.ofSeconds(3));

        assertEquals(2, desk.watch.told(5).size());
    }

    @Test
    void the_same_trouble_again_joins_the_open_alarm() {
        desk.clock.jump(Duration.ofMinutes(5));
        await(() -> desk.watch.openAlarms().size() == 1, () -> "no alarm");
        desk.watch.ring(AlarmKind.CLOCK, Sentence.of("watch.trouble.clock-ahead", "seconds", 40));
        desk.watch.ring(Sentence.of("watch.trouble.unknown"));

        await(() -> desk.watch.openAlarms().size() == 2, () -> "no second kind");
        assertEquals(2, desk.watch.openAlarms().size());
    }
}
