package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Sentence;

/// Whatever the desk answers, and to whomever, carries the same headers.
class HeadersOfEveryAnswer {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                    + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final Map<String, String> EVERYWHERE =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Referrer-Policy", "same-origin",
                    "Cache-Control", "no-store");

    /// The view of a page that may carry the script.
    record Alive(String text) implements LiveView {}

    private final TestDesk desk = TestDesk.with(routes());

    private static Route[] routes() {
        return new Route[] {
            Route.get("/page", new Gate.Open(), visit -> page("hello")),
            Route.get("/live", new Gate.Open(), visit -> page(new Alive("hello"))),
            Route.get("/part", new Gate.Open(), visit -> new Answer.Part("web/probe.jte", "part")),
            Route.get("/broken", new Gate.Open(), visit -> page(visit.present())),
            Route.get("/gated", new Gate.May("people"), visit -> page("secret")),
            Route.get("/refused", new Gate.Open(), visit -> refused()),
            Route.get(
                    "/in",
                    new Gate.Open(),
                    visit -> new Answer.SignedIn("c00kie", Duration.ofHours(13), "/page")),
            Route.get("/out", new Gate.Open(), visit -> new Answer.SignedOut("/page")),
            Route.post("/do", new Gate.Open(), visit -> page("done"))
        };
    }

    private static Answer page(Object view) {
        return Answer.page("web/probe.jte", Sentence.of("web.layout.menu"), view);
    }

    private static Answer refused() {
        return Answer.refused(Sentence.of("web.refused.role"), "/page");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Wire ask(String firstLine, String... headers) {
        return ask(desk, "127.0.0.1:" + desk.port(), firstLine, headers);
    }

    private static Wire ask(TestDesk desk, String host, String firstLine, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return Wire.send(
                desk.port(),
                firstLine
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nConnection: close\r\n"
                        + more
                        + "\r\n");
    }

    private static void carries(int status, Wire answer) {
        assertEquals(status, answer.status());
        assertEquals(Optional.of(POLICY), answer.header("Content-Security-Policy"));
        carriesTheRest(answer);
    }

    private static void carriesTheRest(Wire answer) {
        EVERYWHERE.forEach(
                (name, value) -> assertEquals(Optional.of(value), answer.header(name), name));
        assertTrue(answer.header("Permissions-Policy").orElse("").contains("geolocation=()"));
        assertEquals(Optional.empty(), answer.header("Server"));
        assertEquals(Optional.empty(), answer.header("X-Powered-By"));
        assertFalse(answer.body().contains("Jetty") || answer.body().contains("Javalin"));
        assertFalse(answer.body().contains("Exception") || answer.body().contains("\tat "));
    }

    @Test
    void pages_redirects_and_refusals_carry_them() {
        carries(200, ask("GET /page"));
        carries(200, ask("GET /part"));
        carries(303, ask("GET /gated"));
        carries(403, ask("GET /gated", "Cookie: __Host-watchword=wren"));
        carries(404, ask("GET /nowhere"));
        carries(409, ask("GET /refused"));
        carries(500, ask("GET /broken"));
    }

    @Test
    void files_carry_them_and_their_types() {
        carries(200, ask("GET /style.css"));
        assertEquals(
                Optional.of("text/css;charset=utf-8"),
                ask("GET /style.css").header("Content-Type").map(type -> type.replace(" ", "")));
        carries(200, ask("GET /favicon.svg"));
        assertEquals(Optional.of("image/svg+xml"), ask("GET /favicon.svg").header("Content-Type"));
        carries(200, ask("GET /robots.txt"));
    }

    @Test
    void posts_that_cannot_be_read_carry_them() {
        carries(415, ask("POST /do", "Content-Length: 0"));
        carries(
                413,
                ask(
                        "POST /do",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 99999"));
        carries(
                400,
                ask(
                        "POST /do",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 3",
                        "",
                        "%zz"));
    }

    @Test
    void methods_the_desk_does_not_know_carry_them() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW")) {
            var answer = ask(method + " /page");
            carries(405, answer);
            assertFalse(answer.body().contains("Host: "), "TRACE must not echo");
        }
        carries(405, ask("POST /page", "Content-Length: 0"));
        carries(405, ask("GET /do"));
    }

    @Test
    void a_name_that_is_not_ours_is_turned_away() {
        carries(421, ask(desk, "elsewhere.example", "GET /page"));
        carries(421, ask(desk, "elsewhere.example", "GET /style.css"));
        carries(421, ask(desk, "elsewhere.example", "GET /nowhere"));
        carries(421, ask(desk, "127.0.0.1.elsewhere.example", "POST /do"));
    }

    @Test
    void requests_too_broken_for_a_page_carry_them() {
        carries(400, Wire.send(desk.port(), "GARBAGE\r\n\r\n"));
        carries(400, Wire.send(desk.port(), "GET /page HTTP/1.1\r\nConnection: close\r\n\r\n"));
        carries(400, ask("GET /%zz"));
        carries(400, ask("GET /a/..%2f..%2fetc"));
        carries(400, ask("GET /page", "Host: elsewhere.example"));
        carries(431, ask("GET /page", "X-Long: " + "a".repeat(20_000)));
    }

    @Test
    void head_answers_like_get_without_a_body() {
        var head = ask("HEAD /page");
        carries(200, head);
        assertEquals("", head.body());
        carries(303, ask("HEAD /gated"));
        carries(404, ask("HEAD /nowhere"));
    }

    @Test
    void only_a_live_page_may_run_one_script_and_it_is_the_one_in_the_page() throws Exception {
        var answer = ask("GET /live");
        carriesTheRest(answer);
        int from = answer.body().indexOf("<script>") + "<script>".length();
        String script = answer.body().substring(from, answer.body().indexOf("</script>"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(script.getBytes(StandardCharsets.UTF_8));
        String expected =
                POLICY
                        + "; script-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest)
                        + "'; connect-src 'self'";
        assertEquals(Optional.of(expected), answer.header("Content-Security-Policy"));
        assertFalse(ask("GET /page").body().contains("<script"));
    }

    @Test
    void the_cookie_cannot_be_read_by_scripts_or_sent_from_elsewhere() {
        String attributes = "; Max-Age=46800; Path=/; HttpOnly; SameSite=Strict";
        assertEquals(
                Optional.of("__Host-watchword=c00kie" + attributes + "; Secure"),
                ask("GET /in").header("Set-Cookie"));
        assertEquals(Optional.empty(), ask("GET /page").header("Set-Cookie"));
    }

    @Test
    void signing_out_clears_what_the_browser_holds() {
        var out = ask("GET /out");
        assertEquals(
                Optional.of("\"cache\", \"cookies\", \"storage\""), out.header("Clear-Site-Data"));
        assertTrue(out.header("Set-Cookie").orElse("").startsWith("__Host-watchword=; Max-Age=0"));
    }

    @Test
    void a_desk_behind_tls_is_asked_for_over_tls_for_good() {
        try (var tls = TestDesk.named(new HostName("desk.example", true), routes())) {
            var answer = ask(tls, "desk.example", "GET /page");
            carries(200, answer);
            assertTrue(
                    answer.header("Strict-Transport-Security")
                            .orElse("")
                            .startsWith("max-age=63072000"));
            var in = ask(tls, "desk.example", "GET /in").header("Set-Cookie").orElse("");
            assertTrue(in.startsWith("__Host-") && in.endsWith("; Secure"));
        }
        assertEquals(Optional.empty(), ask("GET /page").header("Strict-Transport-Security"));
    }

    @Test
    void an_onion_gets_a_cookie_that_browsers_keep_over_plain_http() {
        try (var onion = TestDesk.named(new HostName("abcdef.onion", false), routes())) {
            var in = ask(onion, "abcdef.onion", "GET /in").header("Set-Cookie").orElse("");
            assertTrue(in.startsWith("watchword=c00kie"));
            assertFalse(in.contains("Secure"));
        }
    }
}
