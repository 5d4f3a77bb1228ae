package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SMS;
import static org.watchword.desk.watch.Night.SWIFT;
import static org.watchword.desk.watch.Night.TERN;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingAnAlarm {
    private static Night ringing() {
        return Night.call().step(WREN).step(HERON, FINCH).raised();
    }

    @Test
    void takes_two_different_people_who_saw_or_spoke_to_the_person() {
        var night = ringing().then(new Event.SeenSafe(HERON, Seen.FACE_TO_FACE));
        assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);
        assertFalse(night.alarm.isClosed());

        night.then(new Event.SeenSafe(WREN, Seen.VIDEO));

        assertInstanceOf(Reply.Ended.class, night.reply);
        assertTrue(night.alarm.isClosed());
    }

    @Test
    void by_one_alone_leaves_the_alarm_ringing() {
        var night = ringing();
        var before = night.timer();

        night.then(new Event.SeenSafe(HERON, Seen.FACE_TO_FACE));

        assertEquals(before, night.timer());
        assertEquals(List.of(HERON, FINCH), night.timerFires().rung());
    }

    @Test
    void by_the_same_person_twice_is_refused() {
        var night = ringing().then(new Event.SeenSafe(HERON, Seen.FACE_TO_FACE));

        night.then(new Event.SeenSafe(HERON, Seen.VIDEO));

        assertInstanceOf(Reply.SaidBefore.class, night.reply);
        assertFalse(night.alarm.isClosed());
    }

    @Test
    void over_the_line_the_alarm_came_by_is_refused() {
        var night = ringing().then(new Event.SeenSafe(HERON, Seen.SAME_LINE));

        assertInstanceOf(Reply.SameWay.class, night.reply);
        assertEquals(List.of(), night.alarm.statements());
    }

    @Test
    void about_a_person_needs_to_say_how_the_person_was_seen() {
        assertInstanceOf(Reply.SayHow.class, ringing().then(new Event.EndedBy(HERON)).reply);
        assertInstanceOf(
                Reply.SayHow.class, ringing().then(new Event.SeenSafe(HERON, Seen.NOBODY)).reply);
    }

    @Test
    void takes_back_what_is_not_sent_and_tells_those_who_were_woken() {
        var night = ringing().then(new Event.SeenSafe(HERON, Seen.FACE_TO_FACE));

        night.then(new Event.SeenSafe(WREN, Seen.VIDEO));

        assertEquals(
                List.of(FINCH, HERON),
                night.withdrawn().stream().sorted(Standing.BY_NUMBER).toList());
        assertEquals(
                List.of(FINCH, HERON),
                night.only(Effect.Tell.class).stream()
                        .map(Effect.Tell::person)
                        .distinct()
                        .toList());
        assertTrue(night.alarm.clockwork().timer().isEmpty());
    }

    @Test
    void of_the_desks_own_alarm_takes_one_officer() {
        var night = Night.of(AlarmKind.CLOCK).step(WREN).raised().then(new Event.EndedBy(WREN));

        assertInstanceOf(Reply.Ended.class, night.reply);
    }

    @Test
    void leaves_nothing_that_could_still_happen_to_it() {
        var night = ringing();
        var timer = night.timer();
        night.then(new Event.SeenSafe(HERON, Seen.FACE_TO_FACE))
                .then(new Event.SeenSafe(WREN, Seen.VIDEO));
        var closed = night.alarm;

        var late =
                List.<Event>of(
                        new Event.Acknowledged(FINCH),
                        new Event.StillOnIt(FINCH),
                        new Event.Noted(FINCH),
                        new Event.PassedOn(FINCH, SWIFT),
                        new Event.Refused(FINCH, Night.way(FINCH, SMS).address(), 1),
                        new Event.SeenSafe(FINCH, Seen.VIDEO),
                        new Event.EndedBy(FINCH),
                        new Event.SomethingAdded(Optional.of(TERN)),
                        new Event.LadderChanged(new LadderId(2)),
                        new Event.MembersChanged(),
                        new Event.ClockSetBack(Duration.ofHours(1), night.now));
        for (Event event : late) {
            night.then(event);
            assertInstanceOf(Reply.AlreadyClosed.class, night.reply, event.toString());
            assertEquals(closed, night.alarm);
            assertEquals(List.of(), night.effects);
        }
        assertInstanceOf(Reply.Stale.class, night.then(Engine.due(timer)).reply);
    }

    @Test
    void of_the_desks_own_alarm_keeps_who_said_so() {
        for (Event end : List.of(new Event.EndedBy(WREN), new Event.SeenSafe(WREN, Seen.VIDEO))) {
            var night = Night.of(AlarmKind.CLOCK).step(WREN).raised().then(end);

            assertInstanceOf(Reply.Ended.class, night.reply);
            assertEquals(
                    List.of(Seen.NOBODY),
                    night.alarm.statements().stream().map(Alarm.Statement::how).toList());
        }
    }

    @Test
    void by_the_press_that_ends_a_drill_is_for_drills_only() {
        var drill = Night.drill().step(FINCH).raised().then(new Event.DrillEndedBy(HERON));
        assertTrue(drill.alarm.isClosed());

        for (Event end : List.of(new Event.DrillEndedBy(HERON), new Event.DrillOver())) {
            var real = Night.call().step(FINCH).raised().then(end);
            assertInstanceOf(Reply.NoDrill.class, real.reply);
            assertFalse(real.alarm.isClosed());
        }
    }
}
