package org.watchword.story.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartOfTheDemo {
    private final PaintedStage stage = new PaintedStage();
    private StartServer server;

    @BeforeEach
    void open() throws IOException {
        var guide = Guide.beside(Path.of("..", "stories", "harbour.yaml"));
        server = StartServer.open(0, stage, new StartPage(stage, guide));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tells_the_chapters_and_shows_what_arrived() {
        String page = get("demo.localhost", "/", "en-GB,en");
        assertTrue(page.startsWith("HTTP/1.1 200"), page);
        assertTrue(page.contains("<h3>The call</h3>"), page);
        assertTrue(page.contains("no mail lost"), page);
        assertTrue(page.contains("15:01:12"), page);
        assertTrue(page.contains("Press &lt;b&gt;here&lt;/b&gt;."), page);
    }

    @Test
    void speaks_the_language_of_who_asks_or_the_one_chosen() {
        assertTrue(get("demo.localhost", "/", "de, ru;q=0.8").contains("Звонок"));
        assertTrue(get("demo.localhost", "/?language=ru", "en").contains("Звонок"));
        assertTrue(get("demo.localhost", "/", "fr").contains("The call"));
        assertTrue(get("demo.localhost", "/", ";;;").contains("The call"));
    }

    @Test
    void offers_only_the_chapter_whose_turn_it_is() {
        String page = get("demo.localhost", "/", "en");
        assertFalse(page.contains("/play/1"));
        assertTrue(page.contains("/play/2"));
        assertFalse(page.contains("/play/3"));
    }

    @Test
    void answers_to_no_other_name() {
        assertTrue(get("evil.example", "/", "en").startsWith("HTTP/1.1 404"));
        assertTrue(get("wren.localhost", "/", "en").startsWith("HTTP/1.1 404"));
        assertTrue(get("localhost", "/live", "en").startsWith("HTTP/1.1 404"));
    }

    @Test
    void lets_no_other_page_press_its_buttons() {
        assertTrue(post("demo.localhost", "/play/2", "http://evil.example").contains(" 403 "));
        assertTrue(post("wren.localhost", "/enter", "null").contains(" 403 "));
        assertTrue(get("wren.localhost", "/enter", "en").contains(" 404 "));
        assertEquals(List.of(), stage.done);
    }

    @Test
    void plays_a_chapter_at_a_press() {
        String answer = post("demo.localhost", "/play/2", ours());
        assertTrue(answer.contains(" 303 "), answer);
        assertEquals(List.of("play 2"), stage.done);
    }

    @Test
    void hands_on_the_desks_cookie_word_for_word_and_goes_on_to_the_persons_own_desk() {
        String answer = post("wren.localhost", "/enter", ours());
        assertTrue(answer.contains("watchword=abc; Path=/; HttpOnly; SameSite=Strict"), answer);
        assertTrue(answer.contains("0;url=http://wren.localhost:4321/"), answer);
        assertEquals(List.of("sign in Wren"), stage.done);
    }

    @Test
    void gives_a_host_to_a_name_in_any_letters() {
        String host = stage.story().team().person("Сойка").host();
        assertTrue(host.matches("[a-z0-9-]+\\.localhost"), host);
        post(host, "/enter", ours());
        assertEquals(List.of("sign in Сойка"), stage.done);
    }

    @Test
    void says_so_when_the_desk_lets_nobody_in() {
        stage.cookie = java.util.Optional.empty();
        String answer = post("wren.localhost", "/enter", ours());
        assertFalse(answer.contains("Set-Cookie"), answer);
        assertFalse(answer.contains("http-equiv"), answer);
        assertTrue(answer.contains("did not let Wren in"), answer);
    }

    @Test
    void sends_what_is_typed_on_a_drawn_telephone_as_that_person() {
        String answer = said("who=wren&over=Mail&text=+123456%20%D0%B4%D0%B0");
        assertTrue(answer.contains(" 303 "), answer);
        assertTrue(answer.contains("#phone-wren"), answer);
        assertEquals(List.of("Wren over Mail: 123456 да"), stage.done);
    }

    @Test
    void sends_nothing_when_nothing_was_typed_or_nobody_has_that_telephone() {
        for (String form :
                List.of("who=wren&over=Mail&text=+", "who=robin&text=1", "%zz=%zz", "")) {
            assertTrue(said(form).contains(" 303 "), form);
        }
        assertEquals(List.of(), stage.done);
    }

    @Test
    void says_so_when_the_desk_does_not_take_a_text() {
        stage.takes = false;
        assertTrue(said("who=wren&over=Mail&text=1").contains("The desk did not take this text"));
    }

    @Test
    void makes_a_link_of_nothing_but_a_link() {
        stage.said = "Go to http://staff.localhost:4321/a/x_-9 or <a href=x>.";
        String page = get("demo.localhost", "/", "en");
        assertTrue(page.contains("href=\"http://staff.localhost:4321/a/x_-9\""), page);
        assertTrue(page.contains("or &lt;a href=x&gt;."), page);
    }

    private String said(String form) {
        String headers =
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nOrigin: %s"
                        .formatted(form.length(), ours());
        return ask("demo.localhost", "POST /say", headers, form);
    }

    private String ours() {
        return "http://demo.localhost:" + server.port();
    }

    private String get(String host, String path, String language) {
        return ask(host, "GET " + path, "Accept-Language: " + language);
    }

    private String post(String host, String path, String origin) {
        return ask(host, "POST " + path, "Content-Length: 0\r\nOrigin: " + origin);
    }

    private String ask(String host, String line, String headers) {
        return ask(host, line, headers, "");
    }

    private String ask(String host, String line, String headers, String body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request =
                    "%s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n%s\r\n\r\n%s"
                            .formatted(line, host, server.port(), headers, body);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
