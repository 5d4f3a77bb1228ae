package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.watch.NightDesk.EN;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// One damaged field keeps nobody from being rung.
class AFieldThatCannotBeRead {
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

    private void damage(String sql) {
        int _ = PastTheDesk.execute(desk.team.store, sql, new byte[] {1, 2, 3});
    }

    private void write(java.util.function.Function<Turn, Object> work) {
        desk.team.store.writer().write(Lane.FIRST, work::apply);
    }

    private AlarmId call(String who) {
        var call = new LoggedCall(Map.of(CallField.WHO, who), false);
        var reply = desk.watch.logCall("a form", WREN, call);
        return assertInstanceOf(RaiseReply.Raised.class, reply).alarm();
    }

    @Test
    void a_colleagues_name() {
        damage("UPDATE person SET name = ? WHERE id = 3");

        AlarmId alarm = desk.raise(WREN);

        assertEquals(List.of(FINCH), desk.waiting(alarm));
        assertEquals(1, desk.watch.openAlarms().size());
    }

    @Test
    void a_code_name() {
        desk.codename("Reed", "Call the lawyer.");
        damage("UPDATE codename SET name = ?");
        damage("UPDATE codename SET plan = ?");

        AlarmId alarm = call("Reed");

        assertEquals(List.of(FINCH), desk.waiting(alarm));
        desk.room(alarm);
    }

    @Test
    void what_was_heard() {
        AlarmId alarm = call("a cousin");
        damage("UPDATE call_field SET text = ?");

        desk.pass(Duration.ofMinutes(2));

        assertEquals(List.of(FINCH, HERON), desk.waiting(alarm));
        desk.room(alarm);
    }

    @Test
    void the_teams_own_wording() {
        var text = new MessageText("{who}", "{who} {since} {next} {answer} {again}");
        write(turn -> {
            desk.delivery.templates().keep(turn, MessageKind.ALARM.word(), EN, text);
            return true;
        });
        damage("UPDATE template SET text = ?");

        assertEquals(List.of(FINCH), desk.waiting(desk.raise(WREN)));
    }

    @Test
    void what_the_desk_is_in_trouble_about() {
        desk.watch.ring(Sentence.of("watch.trouble.unknown"));
        damage("UPDATE alarm SET cause_gaps = ?");

        desk.pass(Duration.ofMinutes(2));

        assertEquals(List.of(WREN, FINCH, HERON), desk.waiting(new AlarmId(1)));
        assertEquals(1, desk.watch.openAlarms().size());
    }
}
