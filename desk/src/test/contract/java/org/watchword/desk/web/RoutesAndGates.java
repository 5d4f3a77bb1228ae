package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Sentence;

/// Who gets through which gate, and where everybody else is sent.
class RoutesAndGates {
    private final AtomicInteger done = new AtomicInteger();
    private final TestDesk desk =
            TestDesk.with(
                    Route.get("/open", new Gate.Open(), this::seen),
                    Route.get("/mine", new Gate.Session(), this::seen),
                    Route.get("/alarms/{id}", new Gate.May("answer"), this::number),
                    Route.get("/alarms/new", new Gate.May("answer"), this::seen),
                    Route.get("/people", new Gate.May("people"), this::seen),
                    Route.get("/wide", new Gate.Freshly("answer"), this::seen),
                    Route.post("/wide", new Gate.Freshly("answer"), this::act),
                    Route.get("/case", new Gate.FilesOpen("answer"), this::read),
                    Route.post("/case", new Gate.FilesOpen("answer"), this::act),
                    Route.get("/case/led", new Gate.FilesOpen("lead"), this::read),
                    Route.post("/case/wide", new Gate.FilesOpenFreshly("answer"), this::act),
                    Route.writing("/case/note", new Gate.FilesOpen("answer"), "text", this::act),
                    Route.post("/alarms", new Gate.May("answer"), this::act));

    private Answer seen(Visit visit) {
        return new Answer.Refused(200, Sentence.of("web.layout.skip"), "/");
    }

    private Answer number(Visit visit) {
        return new Answer.Refused(
                200, Sentence.of("web.refused.code", "code", "N" + visit.number("id")), "/");
    }

    private Answer read(Visit visit) {
        try (var keys = visit.caseKeys().open()) {
            assertFalse(keys.own().isDestroyed());
            return seen(visit);
        }
    }

    private Answer act(Visit visit) {
        done.incrementAndGet();
        return Answer.goTo("/open");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_open_route_answers_anybody() {
        assertEquals(200, desk.send(desk.to("/open")).statusCode());
    }

    @Test
    void nobody_is_sent_to_sign_in() {
        goesTo("/sign-in", desk.send(desk.to("/mine")));
        goesTo("/sign-in", desk.send(desk.to("/alarms/3")));
    }

    @Test
    void a_locked_session_is_sent_to_its_pin_and_back_again() {
        assertEquals(200, desk.send(desk.as("locked", "/mine")).statusCode());
        goesTo("/unlock?to=%2Falarms%2F3", desk.send(desk.as("locked", "/alarms/3")));
    }

    @Test
    void a_role_that_does_not_include_it_is_told_so() {
        var answer = desk.send(desk.as("wren", "/people"));
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("Your roles do not include this"));
    }

    @Test
    void something_wide_asks_for_the_passphrase_first() {
        goesTo("/confirm?to=%2Fwide", desk.send(desk.as("wren", "/wide")));
        assertEquals(200, desk.send(desk.as("fresh", "/wide")).statusCode());
    }

    @Test
    void a_post_that_was_not_done_says_so_instead_of_sending_on() {
        var stale = desk.send(desk.post("wren", "/wide", "token=" + TestDesk.TOKEN));
        assertEquals(403, stale.statusCode());
        assertTrue(stale.body().contains("Nothing was done yet"));
        assertTrue(stale.body().contains("/confirm?to="));
        var locked = desk.send(desk.post("locked", "/alarms", "token=" + TestDesk.TOKEN));
        assertEquals(403, locked.statusCode());
        assertTrue(locked.body().contains("had locked itself"));
        var nobody = desk.send(desk.post("stranger", "/alarms", "token=" + TestDesk.TOKEN));
        assertEquals(403, nobody.statusCode());
        assertTrue(nobody.body().contains("no longer signed in"));
        assertEquals(0, done.get());
    }

    @Test
    void case_files_are_opened_first_and_their_keys_are_at_hand_then() {
        goesTo("/files?to=%2Fcase", desk.send(desk.as("fresh", "/case")));
        goesTo("/unlock?to=%2Fcase", desk.send(desk.as("locked", "/case")));
        goesTo("/sign-in", desk.send(desk.to("/case")));
        var shut = desk.send(desk.post("fresh", "/case", "token=" + TestDesk.TOKEN));
        assertEquals(403, shut.statusCode());
        assertTrue(shut.body().contains("case files have shut themselves"));
        assertEquals(0, done.get());
        assertEquals(200, desk.send(desk.as("reader", "/case")).statusCode());
        assertEquals(403, desk.send(desk.as("reader", "/case/led")).statusCode());
        goesTo("/open", desk.send(desk.post("reader", "/case", "token=" + TestDesk.TOKEN)));
        assertEquals(1, done.get());
    }

    @Test
    void what_changes_a_case_asks_for_open_files_and_for_the_passphrase() {
        var stale = desk.send(desk.post("reader", "/case/wide", "token=" + TestDesk.TOKEN));
        assertTrue(stale.body().contains("/confirm?to="), stale.body());
        var shut = desk.send(desk.post("fresh", "/case/wide", "token=" + TestDesk.TOKEN));
        assertTrue(shut.body().contains("/files?to="), shut.body());
        assertEquals(0, done.get());
        goesTo("/open", desk.send(desk.post("reading", "/case/wide", "token=" + TestDesk.TOKEN)));
    }

    @Test
    void what_was_typed_comes_back_to_who_is_stopped_and_is_not_done() {
        String form = "&text=%3Cb%3Ethe+blue+door";
        for (String who : List.of("locked", "fresh")) {
            var back = desk.send(desk.post(who, "/case/note", "token=" + TestDesk.TOKEN + form));
            assertEquals(403, back.statusCode());
            assertTrue(back.body().contains("readonly"), back.body());
            assertTrue(back.body().contains(">&lt;b&gt;the blue door</textarea>"));
        }
        assertFalse(
                desk.send(desk.post("fresh", "/case", "token=" + TestDesk.TOKEN + form))
                        .body()
                        .contains("blue door"),
                "only a form that says so");
        assertEquals(0, done.get());
    }

    @Test
    void what_another_site_typed_is_not_shown_and_what_an_old_page_of_ours_did_is() {
        String form = "token=old&text=the+blue+door";
        var unknown = desk.send(desk.post("reader", "/case/note", form));
        assertEquals(403, unknown.statusCode());
        assertFalse(unknown.body().contains("blue door"));
        var hidden = desk.send(desk.post("reader", "/case/note", form).header("Origin", "null"));
        assertFalse(hidden.body().contains("blue door"));
        var ours = desk.post("reader", "/case/note", form).header("Sec-Fetch-Site", "same-origin");
        assertTrue(desk.send(ours).body().contains("blue door"));
        assertEquals(0, done.get());
    }

    @Test
    void a_post_with_its_token_is_done_and_leads_on() {
        goesTo("/open", desk.send(desk.post("wren", "/alarms", "token=" + TestDesk.TOKEN)));
        assertEquals(1, done.get());
    }

    @Test
    void a_literal_path_goes_before_one_with_a_gap() {
        assertTrue(desk.send(desk.as("wren", "/alarms/12")).body().contains("N12"));
        assertFalse(desk.send(desk.as("wren", "/alarms/new")).body().contains("N" + "ew"));
    }

    @Test
    void a_path_part_that_is_no_number_is_not_here() {
        assertEquals(404, desk.send(desk.as("wren", "/alarms/x1")).statusCode());
        assertEquals(404, desk.send(desk.as("wren", "/alarms/99999999999999999999")).statusCode());
    }

    private static void goesTo(String path, HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode());
        assertEquals(Optional.of(path), answer.headers().firstValue("Location"));
    }
}
