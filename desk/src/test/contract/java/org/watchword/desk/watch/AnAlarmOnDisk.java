package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Outcome;
import org.watchword.desk.delivery.Outcomes;
import org.watchword.desk.delivery.Reason;
import org.watchword.desk.delivery.SentMessage;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;

class AnAlarmOnDisk {
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
    void rings_whoever_is_on_duty_and_not_the_raiser_in_the_turn_that_keeps_it() {
        AlarmId alarm = desk.raise(WREN);

        assertEquals(List.of(FINCH), desk.waiting(alarm));
        assertEquals(2, desk.messages(alarm).size(), "over both addresses");
        assertEquals("alarm-1/1/2/3", desk.messages(alarm).getFirst().key());
    }

    @Test
    void is_raised_once_by_one_form() {
        var first = desk.watch.raiseNow("a form", WREN);
        var second = desk.watch.raiseNow("a form", WREN);

        assertInstanceOf(RaiseReply.Raised.class, first);
        assertInstanceOf(RaiseReply.AlreadyRaised.class, second);
        assertEquals(1, desk.watch.openAlarms().size());
    }

    @Test
    void climbs_by_itself() {
        AlarmId alarm = desk.raise(WREN);

        desk.pass(Duration.ofMinutes(2));

        assertEquals(List.of(FINCH, HERON), desk.waiting(alarm));
        assertEquals(2, desk.room(alarm).head().step());
        desk.pass(Duration.ofMinutes(2));
        assertEquals(2, desk.room(alarm).head().round());
    }

    @Test
    void lets_no_limit_delay_the_first_rings_of_any_step() {
        var finch = NightDesk.step(new Duty.OfPerson(FINCH));
        desk.watch.ladders().makeDefault(desk.ladder(finch, finch));
        AlarmId alarm = desk.raise(WREN);
        desk.pass(Duration.ofMinutes(2));
        assertEquals(List.of("first", "first", "first", "first"), urgencies());

        desk.pass(Duration.ofMinutes(2));

        assertEquals(2, desk.room(alarm).head().round());
        assertEquals(List.of("again", "again"), urgencies().subList(4, 6));
    }

    private List<String> urgencies() {
        return desk.team.store.read(handle ->
                handle.createQuery("SELECT urgency FROM message ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void is_held_by_an_answer_which_takes_back_what_waits() {
        AlarmId alarm = desk.raise(WREN);

        assertEquals(new Reply.OnIt(true), desk.watch.acknowledge(alarm, FINCH));

        assertEquals(List.of(), desk.waiting(alarm));
        assertEquals(OpenAlarm.State.HELD, desk.watch.openAlarms().getFirst().state());
        assertEquals(List.of(FINCH), desk.watch.openAlarms().getFirst().onIt());
    }

    @Test
    void rings_again_when_the_answer_runs_out() {
        AlarmId alarm = desk.raise(WREN);
        desk.watch.acknowledge(alarm, FINCH);

        desk.pass(Duration.ofMinutes(31));

        assertTrue(desk.waiting(alarm).contains(FINCH));
        assertTrue(desk.log(alarm).contains(LogKind.LAPSED));
    }

    @Test
    void shows_its_room_in_one_go() {
        AlarmId alarm = desk.raise(WREN);
        AlarmRoom room = desk.room(alarm);

        assertEquals(Optional.of(WREN), room.raiser());
        assertEquals(2, room.ladder().size());
        var running = room.ladder().getFirst();
        assertEquals(AlarmRoom.StepState.RUNNING, running.state());
        assertTrue(running.targets().getFirst().gap(), "nobody has the shift");
        assertEquals(Optional.of(NightDesk.START.plusSeconds(120)), running.endsAt());
        var finch = running.people().stream().filter(p -> p.id().equals(FINCH)).findFirst();
        assertEquals(2, finch.orElseThrow().rings().size());
        assertTrue(finch.orElseThrow().rings().getFirst().message().isPresent());
        assertEquals(
                Optional.of(NightDesk.START.plusSeconds(120)), room.ladder().getLast().startsAt());
    }

    @Test
    void goes_by_its_code_name_however_it_is_spelt() {
        desk.codename("Ольха Ёж", "Send Heron.");
        AlarmId alarm = desk.raise(WREN);
        var call = desk.room(alarm).calls().getFirst().id();

        desk.watch.addToCall(alarm, call, CallField.WHO, "ольха  ЕЖ", WREN);

        var room = desk.room(alarm);
        assertInstanceOf(Who.Named.class, room.head().who());
        assertEquals(Optional.of("Send Heron."), room.plan());
        assertTrue(desk.log(alarm).contains(LogKind.NAMED));
    }

    @Test
    void shows_a_name_that_is_no_code_name_at_the_desk_only() {
        AlarmId alarm = logged(Map.of(CallField.WHO, "Somebody Else"), false);

        assertEquals(new Who.Typed("Somebody Else"), desk.room(alarm).head().who());
    }

    @Test
    void keeps_each_field_with_who_saved_it_and_the_newest_counts() {
        AlarmId alarm = logged(Map.of(CallField.WORDS, "They are at the door"), false);
        var call = desk.room(alarm).calls().getFirst().id();

        desk.watch.addToCall(alarm, call, CallField.WORDS, "They are at the door!", FINCH);

        var field = desk.room(alarm).calls().getFirst().field(CallField.WORDS).orElseThrow();
        assertEquals("They are at the door!", field.text());
        assertEquals(Optional.of(FINCH), field.by());
        assertEquals(
                Optional.of("They are at the door!"),
                desk.watch.openAlarms().getFirst().firstWords());
    }

    @Test
    void is_since_the_call_was_heard() {
        AlarmId alarm = logged(Map.of(CallField.HEARD_AT, "15:00"), false);
        assertEquals(NightDesk.START.minusSeconds(40), desk.room(alarm).head().since());
        var call = desk.room(alarm).calls().getFirst().id();

        assertInstanceOf(
                Reply.NotATime.class,
                desk.watch.addToCall(alarm, call, CallField.HEARD_AT, "soon", WREN));
        desk.watch.addToCall(alarm, call, CallField.HEARD_AT, "14:50", WREN);

        assertEquals(NightDesk.START.minusSeconds(640), desk.room(alarm).head().since());
    }

    @Test
    void rings_at_once_even_when_the_time_cannot_be_read() {
        AlarmId alarm = logged(Map.of(CallField.HEARD_AT, "just now"), false);

        assertEquals(NightDesk.START, desk.room(alarm).head().since());
        assertEquals(List.of(FINCH), desk.waiting(alarm));
    }

    @Test
    void of_an_unknown_caller_is_one_incident_for_all_of_them() {
        AlarmId alarm = logged(Map.of(CallField.WORDS, "Help"), true);
        desk.watch.acknowledge(alarm, FINCH);
        var second =
                desk.watch.logCall(
                        "second", WREN, new LoggedCall(Map.of(CallField.WORDS, "Please"), true));

        assertInstanceOf(RaiseReply.Joined.class, second);
        assertEquals(new Who.UnknownCallers(2), desk.room(alarm).head().who());
        assertEquals(List.of(), desk.waiting(alarm));
        desk.pass(Duration.ofMinutes(10));
        assertTrue(desk.waiting(alarm).contains(FINCH));
    }

    @Test
    void ends_when_two_people_say_so_and_is_shown_among_the_ended() {
        AlarmId alarm = desk.raise(WREN);

        assertInstanceOf(
                Reply.SecondPersonNeeded.class,
                desk.watch.sayEnding(alarm, WREN, Seen.VIDEO, "Saw her."));
        assertInstanceOf(
                Reply.SaidBefore.class,
                desk.watch.sayEnding(alarm, WREN, Seen.VIDEO, "Saw her again."));
        assertInstanceOf(
                Reply.Ended.class,
                desk.watch.sayEnding(alarm, HERON, Seen.FACE_TO_FACE, "Sat with her."));

        assertEquals(List.of(), desk.watch.openAlarms());
        assertEquals(alarm, desk.watch.recentlyClosed(5).getFirst().id());
        assertEquals(
                List.of("Saw her.", "Sat with her."),
                desk.room(alarm).said().stream().map(AlarmRoom.Said::text).toList());
        assertTrue(desk.messages(alarm).getLast().key().endsWith("/over"));
        assertTrue(desk.watch.nextDue().isEmpty() || desk.watch.isIdle());
        assertInstanceOf(Reply.AlreadyClosed.class, desk.watch.acknowledge(alarm, FINCH));
    }

    @Test
    void that_does_not_exist_is_an_answer_and_no_error() {
        var none = new AlarmId(99);

        assertInstanceOf(Reply.NoSuchAlarm.class, desk.watch.acknowledge(none, WREN));
        assertInstanceOf(Reply.NoSuchAlarm.class, desk.watch.note(none, WREN, "x"));
        assertInstanceOf(Reply.NoSuchAlarm.class, desk.watch.passOn(none, WREN, FINCH));
        assertTrue(desk.watch.room(none).isEmpty());
    }

    @Test
    void keeps_notes_word_for_word() {
        AlarmId alarm = desk.raise(WREN);

        desk.watch.note(alarm, FINCH, "The door is open.\nNobody answers.");

        var note =
                desk.room(alarm).log().stream()
                        .filter(line -> line.kind() == LogKind.NOTE)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of("The door is open.\nNobody answers."), note.text());
        assertEquals(Optional.of(FINCH), note.person());
    }

    @Test
    void a_refusal_is_settled_in_the_turn_that_stores_it() {
        desk.watch
                .ladders()
                .change(
                        new LadderId(1),
                        "Over one",
                        List.of(
                                new Ladder.Step(
                                        List.of(new Duty.OfPerson(FINCH)),
                                        List.of(new ChannelId(1)),
                                        Duration.ofMinutes(2),
                                        false)));
        AlarmId alarm = desk.raise(WREN);
        SentMessage first = desk.messages(alarm).getFirst();
        assertEquals(1, desk.messages(alarm).size());

        refuse(first, 1);
        assertEquals(2, desk.messages(alarm).size(), "the next address at once");
        refuse(first, 2);
        assertEquals(2, desk.messages(alarm).size(), "but not for every try");
        assertFalse(desk.messages(alarm).get(1).address().equals(first.address()));
    }

    private void refuse(SentMessage message, int tries) {
        var about =
                new Outcomes.About(
                        message.concerning(),
                        message.key(),
                        message.person(),
                        message.channel(),
                        message.address());
        var outcome = new Outcome.TriedAgain(Reason.REFUSED, tries, NightDesk.START);
        desk.team
                .store
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            desk.watch.settled(turn, about, outcome);
                            return true;
                        });
    }

    private AlarmId logged(Map<CallField, String> fields, boolean unknown) {
        var reply =
                desk.watch.logCall(
                        "form-" + fields.hashCode(), WREN, new LoggedCall(fields, unknown));
        return assertInstanceOf(RaiseReply.Raised.class, reply).alarm();
    }

    @Test
    void is_an_alarm_of_its_own_when_what_the_same_form_raised_is_over() {
        AlarmId old = raised(desk.watch.raiseNow("a form", WREN));
        desk.watch.sayEnding(old, FINCH, Seen.FACE_TO_FACE, "with me");
        desk.watch.sayEnding(old, HERON, Seen.FACE_TO_FACE, "with us");

        AlarmId fresh = raised(desk.watch.raiseNow("a form", WREN));

        assertEquals(List.of(FINCH), desk.waiting(fresh));
        assertInstanceOf(RaiseReply.AlreadyRaised.class, desk.watch.raiseNow("a form", WREN));
    }

    private static AlarmId raised(RaiseReply reply) {
        return assertInstanceOf(RaiseReply.Raised.class, reply).alarm();
    }

    @Test
    void of_the_desk_itself_rings_as_soon_as_it_can_be_kept() {
        execute("ALTER TABLE alarm_log RENAME TO away");
        desk.watch.ring(Sentence.of("watch.trouble.unknown"));
        execute("ALTER TABLE away RENAME TO alarm_log");

        desk.pass(Duration.ofSeconds(1));

        await(() -> desk.watch.openAlarms().size() == 1, () -> "nobody is rung");
    }

    private void execute(String sql) {
        int _ = PastTheDesk.execute(desk.team.store, sql);
    }
}
