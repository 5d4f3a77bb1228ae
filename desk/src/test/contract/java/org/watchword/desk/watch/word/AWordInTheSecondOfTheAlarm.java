package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.silence.Margins;
import org.watchword.desk.watch.silence.Plan;
import org.watchword.desk.watch.silence.Schedule;
import org.watchword.desk.watch.silence.SilencePolicy;
import org.watchword.desk.watch.silence.WatchReply;
import org.watchword.desk.watch.silence.Watches;

/// A real word and a real watch over one store: due at ten, silent at half past. Whichever row is
/// committed first decides.
@Timeout(60)
class AWordInTheSecondOfTheAlarm {
    private static final PersonId WREN = new PersonId(1);
    private static final ZoneId UTC = ZoneId.of("UTC");

    @TempDir Path dir;
    private WordDesk desk;
    private Watches watches;
    private Card card;

    @BeforeEach
    void a_second_before_the_alarm() {
        desk = new WordDesk(dir, WordDesk.START);
        var team = desk.team;
        var ground =
                new Delivery.Ground(team.clock, team.vault.fieldSeal(), team.vault.keyedHash());
        watches =
                new Watches(
                        team.store,
                        ground,
                        team.accounts.people(),
                        desk.watch,
                        SilencePolicy.DEFAULT);
        desk.words.checkIns().start(new WordsMean(watches::heard, desk.watch.alarms()));
        watches.start(desk.words.checkIns()::apply, desk.words::remind);
        CodenameId alder = desk.codename("Alder");
        card = desk.card(alder);
        var margins = new Margins(Duration.ofMinutes(15), Duration.ofMinutes(30));
        var plan =
                new Plan(
                        "The flat",
                        List.of(alder),
                        Optional.empty(),
                        Schedule.daily(UTC, LocalTime.of(10, 0)),
                        margins,
                        false,
                        false);
        var id = assertInstanceOf(WatchReply.Changed.class, watches.add(plan, WREN)).id();
        assertInstanceOf(
                WatchReply.Changed.class, watches.arm(id, watches.edition(id).orElseThrow(), WREN));
        desk.clock().pass(Duration.ofMinutes(165));
        idle();
        desk.clock().pass(Duration.ofMinutes(45).minusSeconds(1));
        idle();
        assertEquals(0, desk.watch.openAlarms().size());
    }

    @AfterEach
    void close() {
        watches.close();
        desk.close();
    }

    private void idle() {
        await(
                () ->
                        watches.isIdle()
                                && desk.words.checkIns().isIdle()
                                && desk.team.store.isIdle(),
                () -> "busy");
    }

    @Test
    void rings_nobody_when_its_row_comes_first_though_nobody_has_understood_it_yet() {
        var held = new CountDownLatch(1);
        var writer = desk.team.store.writer();
        var before = writer.submit(Lane.FIRST, _ -> waited(held));
        var word = Kept.atTheDoor(card.sign(), card.ok());
        var kept = writer.submit(Lane.FIRST, turn -> desk.words.checkIns().keep(turn, word));
        desk.clock().pass(Duration.ofSeconds(1));
        await(() -> watches.nextDue().isEmpty(), () -> "the timer has not fired");
        held.countDown();
        assertTrue(before.join() && kept.join() > 0);
        idle();
        assertEquals(0, desk.watch.openAlarms().size());
    }

    private static boolean waited(CountDownLatch held) {
        try {
            held.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void that_comes_after_it_leaves_the_alarm_standing() {
        desk.clock().pass(Duration.ofSeconds(1));
        await(() -> desk.watch.openAlarms().size() == 1, () -> "no alarm came");
        desk.door(card.sign(), card.ok());
        var alarm = desk.watch.openAlarms().getFirst();
        assertTrue(alarm.signs().about().getFirst().lateWord().isPresent());
    }
}
