package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A page of somebody else's cannot make a signed-in browser do anything here.
class WhereAPostComesFrom {
    private static final String TOKEN = "token=" + TestDesk.TOKEN;

    private final AtomicInteger done = new AtomicInteger();
    private final TestDesk desk =
            TestDesk.with(
                    Route.post("/raise", new Gate.May("answer"), this::act),
                    Route.post("/out", new Gate.Session(), this::act),
                    Route.post("/sign-in", new Gate.Open(), this::act));

    private Answer act(Visit visit) {
        done.incrementAndGet();
        return Answer.goTo("/");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void passes(HttpRequest.Builder request) {
        int before = done.get();
        assertEquals(303, desk.send(request).statusCode());
        assertEquals(before + 1, done.get());
    }

    private void isRefused(String sentence, HttpRequest.Builder request) {
        int before = done.get();
        var answer = desk.send(request);
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertEquals(before, done.get());
    }

    @Test
    void a_post_without_the_token_of_its_session_is_refused() {
        isRefused("too old", desk.post("wren", "/raise", ""));
        isRefused("too old", desk.post("wren", "/raise", "token="));
        isRefused("too old", desk.post("wren", "/raise", "token=0123456789abcdeF"));
        isRefused("too old", desk.post("wren", "/raise", TOKEN + "0"));
        isRefused("too old", desk.post("wren", "/raise", "token=x&" + TOKEN));
        isRefused("too old", desk.post("wren", "/out", ""));
        isRefused("too old", desk.post("locked", "/out", ""));
        passes(desk.post("wren", "/raise", TOKEN));
        passes(desk.post("locked", "/out", TOKEN));
    }

    @Test
    void what_the_browser_says_of_the_site_must_be_ours() {
        for (String site : new String[] {"cross-site", "same-site", "none", "nonsense"}) {
            isRefused(
                    "another site",
                    desk.post("wren", "/raise", TOKEN).header("Sec-Fetch-Site", site));
        }
        passes(desk.post("wren", "/raise", TOKEN).header("Sec-Fetch-Site", "same-origin"));
    }

    @Test
    void an_origin_must_be_the_host_that_was_asked() {
        String own = desk.origin();
        for (String origin :
                new String[] {
                    "http://evil.example",
                    "http://127.0.0.1",
                    own.replace("http:", "https:"),
                    own + ".evil.example",
                    ""
                }) {
            isRefused("another site", desk.post("wren", "/raise", TOKEN).header("Origin", origin));
        }
        passes(desk.post("wren", "/raise", TOKEN).header("Origin", own));
    }

    @Test
    void a_hidden_origin_passes_only_with_a_token() {
        passes(desk.post("wren", "/raise", TOKEN).header("Origin", "null"));
        isRefused("too old", desk.post("wren", "/raise", "").header("Origin", "null"));
        isRefused("another site", desk.post("", "/sign-in", "").header("Origin", "null"));
    }

    @Test
    void signing_in_needs_no_token_but_comes_from_here() {
        passes(desk.post("", "/sign-in", "name=Wren"));
        passes(desk.post("", "/sign-in", "name=Wren").header("Origin", desk.origin()));
        isRefused(
                "another site",
                desk.post("", "/sign-in", "name=Wren").header("Origin", "http://evil.example"));
    }

    @Test
    void the_token_counts_in_the_form_only() {
        isRefused("too old", desk.post("wren", "/raise?" + TOKEN, ""));
    }
}
