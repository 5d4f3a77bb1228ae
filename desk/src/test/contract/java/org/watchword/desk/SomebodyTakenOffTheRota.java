package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.rota.Duty;
import org.watchword.desk.store.PastTheDesk;

/// A desk to which somebody is entrusted, and its rota over the forms that people use. The desk can
/// ring Wren and Finch; it cannot ring Soyka.
class SomebodyTakenOffTheRota {
    private static final ZoneId ZONE = ZoneId.of("Europe/Riga");

    @TempDir private Path directory;
    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;
    private LocalDateTime noon;

    @BeforeEach
    void one_comes_at_noon() {
        desk = new RoughDesk(directory);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        noon = LocalDateTime.now(ZONE).plusDays(4).truncatedTo(ChronoUnit.DAYS).plusHours(12);
        planned(RoughDesk.WREN);
    }

    @AfterEach
    void it_ends() {
        desk.close();
    }

    private void planned(String who) {
        wren.get("/rota");
        wren.done(
                "/rota",
                "role",
                "duty",
                "person",
                "" + desk.person(who),
                "from",
                "" + noon,
                "to",
                "" + noon.plusHours(2));
    }

    private Set<Long> onDuty() {
        var at = noon.plusHours(1).atZone(ZONE).toInstant();
        return desk
                .rooms()
                .store()
                .read(handle -> desk.rooms().rota().onDuty(handle, new RoleId("duty"), at))
                .stream()
                .map(Duty::person)
                .map(PersonId::value)
                .collect(Collectors.toSet());
    }

    private Set<Long> people(String... names) {
        return List.of(names).stream().map(desk::person).collect(Collectors.toSet());
    }

    private long row(String table, String who) {
        return desk.rooms()
                .store()
                .read(handle ->
                        handle.createQuery("SELECT max(id) FROM " + table + " WHERE person = :who")
                                .bind("who", desk.person(who))
                                .mapTo(Long.class)
                                .one());
    }

    private long waiting() {
        return PastTheDesk.count(desk.rooms().store(), "pending_change WHERE state = 'waiting'");
    }

    private String removed(String who) {
        wren.get("/rota");
        return wren.done("/rota/" + row("shift", who) + "/remove").header("Location");
    }

    private RoughDesk.Page agreed(long id) {
        soyka.get("/changes");
        return soyka.post("/changes/" + id + "/agree");
    }

    private String standIn(String who, String instead) {
        wren.get("/rota/stand-ins");
        return wren.done(
                        "/rota/stand-ins",
                        "role",
                        "duty",
                        "person",
                        "" + desk.person(who),
                        "instead",
                        "" + desk.person(instead),
                        "from",
                        "" + noon,
                        "to",
                        "" + noon.plusHours(2))
                .header("Location");
    }

    @Test
    void stays_while_another_would_be_left_alone_until_somebody_else_agrees() {
        planned(RoughDesk.FINCH);
        assertEquals("/changes", removed(RoughDesk.FINCH));
        assertEquals(people(RoughDesk.WREN, RoughDesk.FINCH), onDuty(), "both are rung");
        String said = soyka.get("/changes").text();
        assertTrue(said.contains("Finch Linnet") && said.contains("12:00"), said);
        assertEquals(303, agreed(1).status());
        assertEquals(people(RoughDesk.WREN), onDuty());
    }

    @Test
    void goes_at_once_where_everybody_of_the_role_is_rung_instead() {
        assertEquals("/rota", removed(RoughDesk.WREN));
        assertEquals(Set.of(), onDuty());
        assertEquals(0, waiting());
    }

    @Test
    void goes_at_once_where_nobody_could_ring_him_anyway() {
        planned(RoughDesk.SOYKA);
        assertEquals("/rota", removed(RoughDesk.SOYKA));
        assertEquals(people(RoughDesk.WREN), onDuty());
    }

    @Test
    void is_replaced_at_once_by_somebody_who_can_be_rung_and_back_again() {
        assertEquals("/rota/stand-ins", standIn(RoughDesk.FINCH, RoughDesk.WREN));
        assertEquals(people(RoughDesk.FINCH), onDuty());
        long id = row("stand_in", RoughDesk.FINCH);
        wren.get("/rota/stand-ins");
        var back = wren.done("/rota/stand-ins/" + id + "/remove");
        assertEquals("/rota/stand-ins", back.header("Location"));
        assertEquals(people(RoughDesk.WREN), onDuty());
        assertEquals(0, waiting());
    }

    @Test
    void is_not_replaced_by_somebody_whom_the_desk_cannot_ring() {
        assertEquals("/changes", standIn(RoughDesk.SOYKA, RoughDesk.WREN));
        assertEquals(people(RoughDesk.WREN), onDuty());
        assertEquals(303, agreed(1).status());
        assertEquals(people(RoughDesk.SOYKA), onDuty());
    }

    @Test
    void stays_on_a_weekly_shift_beside_another_until_it_counts() {
        planned(RoughDesk.FINCH);
        String day = "" + noon.getDayOfWeek().getValue();
        removed(RoughDesk.FINCH);
        assertEquals(303, agreed(1).status());
        wren.get("/rota/weekly");
        wren.done(
                "/rota/weekly",
                "role",
                "duty",
                "person",
                "" + desk.person(RoughDesk.FINCH),
                "day",
                day,
                "from",
                "12:00",
                "end",
                "14:00",
                "first",
                "" + noon.toLocalDate());
        assertEquals(people(RoughDesk.WREN, RoughDesk.FINCH), onDuty());
        long id = row("weekly_shift", RoughDesk.FINCH);
        var page = wren.done("/rota/weekly/" + id + "/stop");
        assertEquals("/changes", page.header("Location"));
        assertEquals(people(RoughDesk.WREN, RoughDesk.FINCH), onDuty());
        assertEquals(303, agreed(2).status());
        assertEquals(people(RoughDesk.WREN), onDuty());
    }

    @Test
    void is_taken_over_from_at_once_always() {
        planned(RoughDesk.FINCH);
        soyka.get("/rota");
        soyka.done("/rota/take-over", "role", "duty", "hours", "1");
        assertEquals(0, waiting());
    }

    @Test
    void goes_at_once_before_anybody_is_entrusted() {
        var store = desk.rooms().store();
        int _ = PastTheDesk.execute(store, "UPDATE watch SET state = 'draft'");
        int _ = PastTheDesk.execute(store, "DELETE FROM change_rule");
        planned(RoughDesk.FINCH);
        assertEquals("/rota", removed(RoughDesk.FINCH));
        assertEquals(people(RoughDesk.WREN), onDuty());
    }
}
