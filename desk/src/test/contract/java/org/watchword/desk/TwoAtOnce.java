package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two people press at the same moment, or one on a page that the other has changed meanwhile.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoAtOnce {
    private static final int ROUNDS = 8;

    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;

    @BeforeAll
    void open(@TempDir Path dir) {
        desk = new RoughDesk(dir);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        soyka.get("/sessions");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private static List<RoughDesk.Page> both(
            Callable<RoughDesk.Page> one, Callable<RoughDesk.Page> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> together(start, one));
            var second = threads.submit(() -> together(start, other));
            return List.of(first.get(), second.get());
        }
    }

    private static RoughDesk.Page together(CyclicBarrier start, Callable<RoughDesk.Page> work)
            throws Exception {
        start.await();
        return work.call();
    }

    @Test
    void on_one_alarm_nothing_breaks_and_both_notes_stand() throws Exception {
        String alarm = "/alarms/" + desk.there.get("alarms");
        for (int i = 0; i < ROUNDS; i++) {
            String mark = "round " + i;
            var pages = new ArrayList<RoughDesk.Page>();
            pages.addAll(
                    both(
                            () -> wren.post(alarm + "/acknowledge"),
                            () -> soyka.post(alarm + "/acknowledge")));
            pages.addAll(
                    both(
                            () -> wren.post(alarm + "/notes", "note", "Wren in " + mark),
                            () -> soyka.post(alarm + "/notes", "note", "Jay in " + mark)));
            pages.addAll(
                    both(
                            () ->
                                    wren.post(
                                            alarm + "/pass",
                                            "to",
                                            "" + desk.person(RoughDesk.SOYKA)),
                            () -> soyka.post(alarm + "/still")));
            pages.forEach(page -> assertTrue(page.status() < 500, "" + page.status()));
            String room = wren.get(alarm).text();
            assertTrue(room.contains("Wren in " + mark) && room.contains("Jay in " + mark), mark);
        }
    }

    @Test
    void on_one_ladder_no_step_is_lost_without_a_word() throws Exception {
        String ladder =
                "/ladders/" + RoughDesk.number(wren.done("/ladders", "label", "Both at once"));
        int taken = 0;
        for (int i = 0; i < ROUNDS / 2; i++) {
            var pages =
                    both(
                            () -> wren.post(ladder + "/steps/new", "role", "duty", "lasts", "3"),
                            () ->
                                    soyka.post(
                                            ladder + "/steps/new", "role", "keeper", "lasts", "4"));
            for (var page : pages) {
                assertTrue(page.status() < 500, "" + page.status());
                taken += page.status() == 303 ? 1 : 0;
            }
        }
        int steps = wren.get(ladder).text().split("/steps/[0-9]+/remove", -1).length - 1;
        assertEquals(taken, steps);
    }

    @Test
    void a_step_that_moved_since_the_page_was_opened_is_not_taken_for_another() {
        String ladder =
                "/ladders/" + RoughDesk.number(wren.done("/ladders", "label", "Moved meanwhile"));
        wren.done(ladder + "/steps/new", "role", "duty", "lasts", "3");
        wren.done(ladder + "/steps/new", "role", "keeper", "lasts", "4");
        String was = seen(soyka.get(ladder).text());
        wren.done(ladder + "/steps/1/down", "seen", seen(wren.get(ladder).text()));
        assertEquals(409, soyka.post(ladder + "/steps/1/remove", "seen", was).status());
        assertEquals(2, wren.get(ladder).text().split("/steps/[0-9]+/remove", -1).length - 1);
    }

    @Test
    void a_plan_card_or_person_changed_meanwhile_is_not_overwritten_without_a_word() {
        String heron = "/codenames/" + desk.there.get("codenames");
        String finch = "/people/" + desk.person(RoughDesk.FINCH);
        String card = seen(soyka.get(heron).text());
        String person = seen(soyka.get(finch).text());
        wren.done(heron, "name", RoughDesk.HERON, "plan", "Ring the judge.", "seen", card);
        wren.done(finch, "name", "Finch Wader", "roles", "duty", "active", "yes");
        var again =
                soyka.post(heron, "name", RoughDesk.HERON, "plan", "Ring nobody.", "seen", card);
        assertEquals(422, again.status());
        assertTrue(again.text().contains("Ring nobody."), "what was typed is kept");
        assertEquals(422, soyka.post(finch, "name", "Finch", "seen", person).status());
        soyka.done(
                heron, "name", RoughDesk.HERON, "plan", "Ring nobody.", "seen", seen(again.text()));
    }

    private static String seen(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void on_one_person_nothing_breaks() throws Exception {
        String finch = "/people/" + desk.person(RoughDesk.FINCH);
        for (int i = 0; i < ROUNDS; i++) {
            String name = "Finch " + i;
            var pages =
                    both(
                            () -> wren.post(finch, "name", name, "roles", "duty", "active", "yes"),
                            () -> soyka.post(finch, "name", name + " b", "roles", "duty"));
            pages.forEach(page -> assertEquals(303, page.status()));
            both(
                            () -> wren.post(finch + "/addresses/2/first"),
                            () -> soyka.post(finch + "/addresses/2/remove"))
                    .forEach(page -> assertTrue(page.status() < 500));
        }
    }

    @Test
    void two_who_end_an_alarm_together_end_it_once() throws Exception {
        String alarm = "/alarms/" + RoughDesk.number(wren.done("/call", "words", "Ends."));
        for (int i = 0; i < 2; i++) {
            both(
                            () -> wren.post(alarm + "/end", "way", "met", "how", "I saw her."),
                            () -> soyka.post(alarm + "/end", "way", "spoke", "how", "Rang back."))
                    .forEach(page -> assertTrue(page.status() < 500, "" + page.status()));
        }
    }
}
