package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.silence.WatchedNight.UTC;
import static org.watchword.desk.watch.silence.WatchedNight.WREN;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.watch.AlarmKind;
import org.watchword.desk.watch.CallField;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LoggedCall;
import org.watchword.desk.watch.OpenAlarm;
import org.watchword.desk.watch.Signs;

class ManySilent {
    @TempDir Path dir;
    @TempDir Path other;
    private WatchedNight night;

    @BeforeEach
    void found() {
        night = WatchedNight.founded(dir);
    }

    @AfterEach
    void close() {
        night.close();
    }

    /// So many watches, due at that hour.
    private List<CodenameId> watched(String name, int many, int hour, int minute) {
        var people = new ArrayList<CodenameId>();
        for (int i = 0; i < many; i++) {
            CodenameId who = night.codename(name + " " + i);
            night.armed(Schedule.daily(UTC, LocalTime.of(hour, minute)), who);
            people.add(who);
        }
        return people;
    }

    /// Everybody some open alarm is about.
    private Set<CodenameId> rung() {
        var rung = new HashSet<CodenameId>();
        for (OpenAlarm alarm : night.watch.openAlarms()) {
            alarm.signs().about().stream().map(Signs.About::who).forEach(rung::add);
        }
        return rung;
    }

    @Test
    void at_one_instant_ring_as_one_incident_that_names_all() {
        List<CodenameId> silent = watched("TERN", 5, 22, 0);
        watched("GULL", 20, 9, 0);

        night.passUntil("22:31");

        assertEquals(List.of(AlarmKind.MANY_SILENT), night.alarms());
        assertEquals(new HashSet<>(silent), rung());
    }

    @Test
    void one_after_the_other_ring_alone_first_then_as_one_and_nobody_is_left_out() {
        watched("GULL", 30, 9, 0);
        var silent = new HashSet<CodenameId>();
        for (int minute = 0; minute < 8; minute++) {
            silent.addAll(watched("TERN " + minute, 1, 22, minute));
        }

        night.passUntil("22:40");

        assertEquals(silent, rung());
        var kinds = night.alarms();
        assertEquals(4, kinds.stream().filter(k -> k == AlarmKind.SILENCE).count());
        assertEquals(1, kinds.stream().filter(k -> k == AlarmKind.MANY_SILENT).count());
    }

    @Test
    void spread_over_an_hour_ring_each_alone() {
        watched("GULL", 30, 9, 0);
        for (int i = 0; i < 5; i++) {
            watched("TERN " + i, 1, 20, i * 12);
        }

        night.passUntil("21:30");

        assertEquals(5, night.alarms().size());
        assertTrue(night.alarms().stream().allMatch(kind -> kind == AlarmKind.SILENCE));
    }

    @Test
    void a_third_of_few_ring_as_one_and_less_than_that_do_not() {
        watched("TERN", 2, 22, 0);
        watched("GULL", 5, 9, 0);
        night.passUntil("22:31");
        assertEquals(List.of(AlarmKind.SILENCE, AlarmKind.SILENCE), night.alarms());

        night.close();
        night = WatchedNight.founded(other);
        watched("TERN", 2, 22, 0);
        watched("GULL", 4, 9, 0);
        night.passUntil("22:31");
        assertEquals(List.of(AlarmKind.MANY_SILENT), night.alarms());
    }

    @Test
    void the_only_watch_rings_alone() {
        watched("TERN", 1, 22, 0);
        night.passUntil("22:31");

        assertEquals(List.of(AlarmKind.SILENCE), night.alarms());
    }

    @Test
    void whom_an_alarm_is_about_already_joins_it_and_makes_no_incident() {
        List<CodenameId> silent = watched("TERN", 2, 22, 0);
        for (int i = 0; i < 2; i++) {
            var call = new LoggedCall(Map.of(CallField.WHO, "TERN " + i), false);
            night.watch.logCall("form-" + i, WREN, call);
        }

        night.passUntil("22:31");

        assertEquals(List.of(AlarmKind.CALL, AlarmKind.CALL), night.alarms());
        assertEquals(new HashSet<>(silent), rung());
    }

    @Test
    void while_the_desk_was_down_ring_as_one_at_its_start() {
        List<CodenameId> silent = new ArrayList<>(watched("TERN", 3, 14, 0));
        silent.addAll(watched("GULL", 3, 18, 0));
        night.close();
        night = WatchedNight.again(dir, Vigil.at("06 03:00"), Map.of());

        assertEquals(List.of(AlarmKind.MANY_SILENT), night.alarms());
        assertEquals(new HashSet<>(silent), rung());
    }
}
