package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.Forgotten;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.store.SealedNeedles;
import org.watchword.desk.watch.silence.WatchesForgotten;

@Timeout(60)
class AnAlarmLongOver {
    private static final List<String> TEXTS =
            List.of(
                    "call_field.text",
                    "call.sender",
                    "alarm_statement.text",
                    "alarm_log.text",
                    "answer_code.code",
                    "message.subject",
                    "message.text",
                    "inbound.text",
                    "inbound.sender");

    @TempDir Path dir;
    private NightDesk desk;
    private PhoneLine line;
    private Forgetting forgetting;

    @BeforeEach
    void found() {
        desk = NightDesk.founded(dir);
        line = new PhoneLine(desk);
        line.number(HERON, "+999 555 0103");
        var kinds = new ArrayList<Forgetful>(AlarmsForgotten.all());
        kinds.addAll(WatchesForgotten.all());
        kinds.addAll(Forgotten.all());
        forgetting = new Forgetting(desk.team.store, desk.clock, kinds);
    }

    @AfterEach
    void close() {
        forgetting.close();
        desk.close();
    }

    private AlarmId over() {
        var fields = new EnumMap<CallField, String>(CallField.class);
        fields.put(CallField.WORDS, "they are at the door");
        fields.put(CallField.CALL_BACK, "+999 555 0199");
        var raised =
                assertInstanceOf(
                        RaiseReply.Raised.class,
                        desk.watch.logCall("form-1", WREN, new LoggedCall(fields, false)));
        AlarmId alarm = raised.alarm();
        desk.pass(Duration.ofMinutes(3));
        line.settles();
        desk.watch.acknowledge(alarm, HERON);
        desk.watch.note(alarm, HERON, "the lawyer is on her way");
        for (var who : List.of(FINCH, HERON)) {
            desk.watch.sayEnding(alarm, who, Seen.FACE_TO_FACE, "stood before me");
        }
        assertTrue(desk.watch.openAlarms().stream().noneMatch(one -> one.id().equals(alarm)));
        line.settles();
        return alarm;
    }

    private void forget() {
        forgetting.start();
        await(forgetting::isIdle, () -> "it still forgets");
        await(desk.team.store::isIdle, () -> "the store is busy");
    }

    @Test
    void keeps_its_text_for_thirty_days() {
        AlarmId alarm = over();
        desk.pass(Duration.ofDays(29));
        forget();
        assertEquals(1, desk.room(alarm).calls().size());
        assertTrue(desk.room(alarm).calls().getFirst().field(CallField.WORDS).isPresent());
    }

    @Test
    void then_lies_in_no_file_any_more_but_for_its_times_and_who_answered() {
        for (int i = 0; i < 70; i++) {
            line.sends("+999 555 1" + i, "who is there " + i);
        }
        line.settles();
        AlarmId strangers = desk.watch.openAlarms().getFirst().id();
        AlarmId alarm = over();
        List<LogKind> log = desk.log(alarm);
        int sent = desk.messages(alarm).size();
        var texts = SealedNeedles.of(desk.team.store, TEXTS);
        assertTrue(texts.foundIn(dir) > 200, () -> "only " + texts.foundIn(dir));
        desk.pass(Duration.ofDays(31));
        forget();
        var gone = texts.without(SealedNeedles.of(desk.team.store, TEXTS));
        assertTrue(gone.count() > 100, () -> "only " + gone.count() + " went");
        await(() -> gone.foundIn(dir) == 0, () -> gone.foundIn(dir) + " of " + gone.count());
        assertEquals(log, desk.log(alarm));
        assertEquals(sent, desk.messages(alarm).size());
        AlarmRoom room = desk.room(alarm);
        assertEquals(1, room.calls().size());
        assertEquals(List.of(), room.calls().getFirst().fields());
        assertEquals(2, room.said().size());
        assertEquals(20, desk.room(strangers).calls().size(), "an open one keeps what it has");
        assertTrue(desk.room(strangers).calls().getFirst().source().isPresent());
    }

    @Test
    void nothing_forgotten_is_too_old_for_check() {
        over();
        desk.pass(Duration.ofDays(33));
        var before = desk.team.store.read(h -> forgetting.ages(h, desk.clock.instant()));
        assertTrue(before.stream().anyMatch(age -> age.isTooOld(desk.clock.instant())));
        forget();
        var after = desk.team.store.read(h -> forgetting.ages(h, desk.clock.instant()));
        assertEquals(
                Map.of(),
                after.stream()
                        .filter(age -> age.isTooOld(desk.clock.instant()))
                        .collect(Collectors.toMap(Forgetting.Age::kind, Forgetting.Age::oldest)));
    }
}
