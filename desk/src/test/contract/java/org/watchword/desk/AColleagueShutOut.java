package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Statement;

/// A desk that can ring Wren and Finch. Finch has the shift; Soyka, whom nothing rings, raises
/// alarms.
class AColleagueShutOut {
    @TempDir private Path directory;
    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;
    private RoughDesk.Browser finch;

    @BeforeEach
    void finch_has_the_shift() {
        desk = new RoughDesk(directory);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        FilesOfRoughDesk.begin(desk, wren, soyka);
        try (var keys = FilesOfRoughDesk.keys(desk, wren)) {
            finch = FilesOfRoughDesk.comes(desk, RoughDesk.FINCH, keys);
        }
        finch.get("/rota");
        finch.done("/rota/take-over", "role", "duty", "hours", "3");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String alarm(String who) {
        soyka.get("/call");
        return RoughDesk.number(soyka.done("/call", "who", who, "words", "Screaming."));
    }

    private void shutOut(String... names) {
        for (String name : names) {
            FilesOfRoughDesk.stands(desk.rooms().ledger().members().shutOut(number(name)));
        }
        desk.rooms().watch().teamMayHaveChanged();
    }

    private AccountNumber number(String name) {
        return new AccountNumber(desk.person(name));
    }

    /// Who was rung for an alarm so far, by the desk's rows.
    private Set<Long> rung(String alarm) {
        return Set.copyOf(
                desk.rooms()
                        .store()
                        .read(handle ->
                                handle.createQuery(
                                                "SELECT person_id FROM alarm_ring"
                                                        + " WHERE alarm_id = :alarm")
                                        .bind("alarm", Long.parseLong(alarm))
                                        .mapTo(Long.class)
                                        .list()));
    }

    private String newestAlarm() {
        return desk.rooms()
                .store()
                .read(handle ->
                        handle.createQuery("SELECT max(id) FROM alarm").mapTo(String.class).one());
    }

    private Set<Long> people(String... names) {
        return Stream.of(names).map(desk::person).collect(Collectors.toSet());
    }

    @Test
    void is_rung_no_more_and_the_next_is_at_once() {
        String before = alarm("KESTREL");
        assertEquals(people(RoughDesk.FINCH), rung(before));
        shutOut(RoughDesk.FINCH);
        String after = alarm("PLOVER");
        assertEquals(people(RoughDesk.WREN), rung(after));
    }

    /// The code on a sheet shuts out and rings in one turn.
    @Test
    void is_not_rung_by_what_shuts_him_out() {
        wren.get("/rota/sheets");
        wren.done("/rota/sheets");
        String sheet = wren.get("/rota/sheets/1").text();
        Matcher code = Pattern.compile("\\d{5} \\d{5} \\d{5}").matcher(sheet);
        assertTrue(code.find(), sheet);
        RoughDesk.Browser stranger = desk.browser();
        stranger.get("/shut-out");
        var out = stranger.post("/shut-out", "code", code.group(), "name", RoughDesk.FINCH);
        assertEquals(200, out.status(), out.text());
        assertEquals(people(RoughDesk.WREN), rung(newestAlarm()));
    }

    @Test
    void holds_no_alarm_any_more() {
        String alarm = alarm("KESTREL");
        finch.get("/alarms/" + alarm);
        finch.done("/alarms/" + alarm + "/acknowledge");
        shutOut(RoughDesk.FINCH);
        wren.get("/");
        assertEquals(people(RoughDesk.FINCH, RoughDesk.WREN), rung(alarm));
    }

    /// Two lift it, and he is rung as before.
    @Test
    void is_rung_again_once_two_lift_it() {
        shutOut(RoughDesk.FINCH);
        try (var one = FilesOfRoughDesk.keys(desk, wren);
                var other = FilesOfRoughDesk.keys(desk, soyka)) {
            var lifted = new Statement.Lifted(number(RoughDesk.FINCH));
            FilesOfRoughDesk.stands(desk.rooms().ledger().members().says(lifted, one, other));
        }
        assertEquals(people(RoughDesk.FINCH), rung(alarm("KESTREL")));
    }

    /// Whoever shuts everybody out has not silenced the desk.
    @Test
    void is_rung_all_the_same_where_nobody_else_is_left() {
        shutOut(RoughDesk.WREN, RoughDesk.SOYKA, RoughDesk.FINCH);
        desk.rooms().store().writer().write(Lane.FIRST, this::somethingOfTheDesk);
        assertEquals(people(RoughDesk.FINCH), rung(newestAlarm()));
    }

    private AlarmId somethingOfTheDesk(Turn turn) {
        return desk.rooms().watch().alarms().desk(turn, Sentence.of("belonging.by-code.rings"));
    }
}
