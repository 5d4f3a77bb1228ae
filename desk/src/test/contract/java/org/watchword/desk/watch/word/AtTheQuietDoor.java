package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.web.DoorListener;
import org.watchword.desk.web.DoorSite;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Listening;

/// The quiet door over real connections.
class AtTheQuietDoor {
    /// What nothing that it answers may name.
    private static final Pattern TELLING =
            Pattern.compile(
                    "watchword|harbour|jetty|javalin|java|server:|set-cookie|script|alarm|check-?in"
                            + "|checked|duress|desk|тревог|пульт|принужд",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String TWO_LENGTHS = "Content-Length: 1\r\nContent-Length: 2";

    @TempDir Path dir;
    private WordDesk desk;
    private CodenameId alder;
    private Card card;
    private DoorListener door;

    @BeforeEach
    void open() {
        desk = WordDesk.founded(dir);
        alder = desk.codename("Alder");
        card = desk.card(alder);
        door =
                new DoorListener(
                        new Listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        new DoorSite(List.of(new HostName("door.localhost", false))),
                        desk.words.door(),
                        desk.clock(),
                        new Random(3));
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
        desk.close();
    }

    private String asked(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String line(String line, String... headers) {
        var request = new StringBuilder(line + "\r\nHost: door.localhost:" + door.port() + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return asked(request + "Connection: close\r\n\r\n");
    }

    private String posted(String form, String... headers) {
        var request =
                new StringBuilder(
                        "POST / HTTP/1.1\r\nHost: door.localhost:" + door.port() + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return asked(
                request
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.getBytes(StandardCharsets.UTF_8).length
                        + "\r\nConnection: close\r\n\r\n"
                        + form);
    }

    private static String form(String sign, String word) {
        return "a="
                + URLEncoder.encode(sign, StandardCharsets.UTF_8)
                + "&b="
                + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /// Everything that may be typed, by what it is.
    private Map<String, String> everything() {
        var all = new LinkedHashMap<String, String>();
        all.put("ok", form(card.sign(), card.ok()));
        all.put("duress", form(card.sign(), card.duress()));
        all.put("help", form(card.sign(), card.help()));
        all.put("used", form(card.sign(), card.listed().getFirst()));
        all.put("used again", form(card.sign(), card.listed().getFirst()));
        all.put("unknown", form(card.sign(), "no such word"));
        all.put("no call-sign", form("", card.ok()));
        all.put("nothing", "");
        all.put("blanks", "a=+&b=+");
        all.put("other fields", "c=1&d=2&form=x");
        all.put("no UTF-8", "a=%FF%C3%28&b=%ED%A0%80");
        all.put("half an escape", "a=%zz%&b=%");
        all.put("no form at all", "\u0001\u0002{]\"");
        all.put("too many fields", "a=1&".repeat(300));
        all.put("bidi", "a=%E2%80%AEevil&b=%00");
        all.put("long", form("x", "ж".repeat(600)));
        return all;
    }

    @Test
    void every_word_gets_the_same_bytes() {
        var answers = new TreeSet<String>();
        everything().values().forEach(form -> answers.add(posted(form)));
        assertEquals(1, answers.size(), String.join("\n----\n", answers));
        assertTrue(answers.first().startsWith("HTTP/1.1 200 OK\r\n"));
        assertTrue(answers.first().contains("Received"));
        await(desk.words.checkIns()::isIdle, () -> "words wait");
        assertEquals(
                List.of("ok 1 door", "duress 1 door", "help 1 door", "ok 1 door", "contact 1 door"),
                desk.heard.all);
    }

    @Test
    void every_word_is_as_many_writes_before_its_answer() {
        desk.close();
        door.close();
        desk = new WordDesk(dir, WordDesk.START);
        desk.words.door().take("the first one", "makes the row of numbers");
        var grown = new TreeSet<String>();
        for (String form : everything().values()) {
            Map<String, Long> before = changes();
            String[] fields = form.split("&", -1);
            desk.words.door().take(fields[0], fields[fields.length - 1]);
            Map<String, Long> after = changes();
            after.replaceAll((table, n) -> n - before.getOrDefault(table, 0L));
            grown.add(after.toString());
        }
        assertEquals(1, grown.size(), grown.toString());
    }

    /// How many rows each table has, and the numbers given so far.
    private Map<String, Long> changes() {
        return desk.team.store.read(handle -> {
            var all = new LinkedHashMap<String, Long>();
            List<String> tables =
                    handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                            .mapTo(String.class)
                            .list();
            for (String table : tables) {
                all.put(
                        table,
                        handle.createQuery("SELECT count(*) FROM " + table)
                                .mapTo(Long.class)
                                .one());
            }
            all.put(
                    "numbers",
                    handle.createQuery("SELECT sum(last) FROM row_number").mapTo(Long.class).one());
            return all;
        });
    }

    @Test
    void the_page_is_one_small_request_and_says_nothing_of_whose_it_is() {
        String page = line("GET / HTTP/1.1");
        assertTrue(page.startsWith("HTTP/1.1 200 OK\r\n"), page);
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length <= Limits.DOOR_PAGE_BYTES);
        assertFalse(page.contains("src=") || page.contains("http:") || page.contains("https:"));
        assertTrue(page.contains("Referrer-Policy: no-referrer"));
        assertTrue(page.contains("default-src 'none'; style-src 'sha256-"));
        assertTrue(page.contains("method=\"post\" action=\"/\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void whatever_is_asked_is_answered_in_the_same_look_and_names_nobody(String language) {
        var chosen = new Door.Chosen(DoorStyle.LIBRARY, new Language(language));
        var texts = desk.team.store.read(h -> desk.words.door().texts(h, chosen));
        desk.words.door().change(chosen, texts);
        String style = page(line("GET / HTTP/1.1"), "<style>", "</style>");
        var wrong = new ArrayList<String>();
        everything().forEach((what, form) -> look(what, posted(form), 200, style, wrong));
        look("page", line("GET / HTTP/1.1"), 200, style, wrong);
        look("with a query", line("GET /?a=b HTTP/1.1"), 200, style, wrong);
        look("elsewhere", line("GET /login HTTP/1.1"), 404, style, wrong);
        look("post elsewhere", line("POST /x HTTP/1.1", "Content-Length: 0"), 404, style, wrong);
        look("delete", line("DELETE / HTTP/1.1"), 405, style, wrong);
        look("trace", line("TRACE / HTTP/1.1"), 405, style, wrong);
        look("options", line("OPTIONS / HTTP/1.1"), 405, style, wrong);
        look("options of all", line("OPTIONS * HTTP/1.1"), 404, style, wrong);
        look("put", line("PUT / HTTP/1.1", "Content-Length: 0"), 405, style, wrong);
        look("a method of nobody", line("BREW / HTTP/1.1"), 405, style, wrong);
        look("an old browser", asked("GET / HTTP/1.0\r\n\r\n"), 421, style, wrong);
        look("a newer version", line("GET / HTTP/3.0"), 505, style, wrong);
        look("a long address", line("GET /" + "x".repeat(20_000) + " HTTP/1.1"), 414, style, wrong);
        look("two lengths", line("POST / HTTP/1.1", TWO_LENGTHS), 400, style, wrong);
        look("no number", line("POST / HTTP/1.1", "Content-Length: x"), 400, style, wrong);
        look("no form", line("POST / HTTP/1.1", "Content-Length: 0"), 415, style, wrong);
        look("foreign", posted("a=b", "Origin: https://evil.example"), 403, style, wrong);
        look("foreign", posted("a=b", "Sec-Fetch-Site: cross-site"), 403, style, wrong);
        look("hidden origin", posted("a=b", "Origin: null"), 200, style, wrong);
        look("large", posted("a=" + "x".repeat(Limits.DOOR_BYTES)), 413, style, wrong);
        look(
                "other host",
                asked("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                421,
                style,
                wrong);
        look("no host", asked("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, style, wrong);
        look("garbage", asked("\u0000\u0001 nonsense\r\n\r\n"), 400, style, wrong);
        look("header", line("GET / HTTP/1.1", "X: " + "y".repeat(20_000)), 431, style, wrong);
        look("bad path", line("GET /%2e%2e%2fx HTTP/1.1"), 400, style, wrong);
        assertEquals(List.of(), wrong);
    }

    @Test
    void head_says_as_much_as_get_without_the_page() {
        String get = line("GET / HTTP/1.1");
        assertEquals(get.substring(0, get.indexOf("\r\n\r\n") + 4), line("HEAD / HTTP/1.1"));
    }

    @Test
    void what_cannot_be_kept_is_not_called_received() {
        String style = page(line("GET / HTTP/1.1"), "<style>", "</style>");
        desk.team.store.close();
        String answer = posted(form(card.sign(), card.ok()));
        var wrong = new ArrayList<String>();
        look("a broken disk", answer, 500, style, wrong);
        assertEquals(List.of(), wrong);
        assertTrue(answer.startsWith("HTTP/1.1 500"), answer);
        assertFalse(answer.contains("Received"));
        assertTrue(answer.contains("closed for a few minutes"));
    }

    @Test
    void every_ready_look_in_both_languages_is_small_and_names_nobody() {
        for (DoorStyle style : DoorStyle.values()) {
            for (var language : List.of(WordDesk.EN, WordDesk.RU)) {
                var chosen = new Door.Chosen(style, language);
                var texts = desk.team.store.read(h -> desk.words.door().texts(h, chosen));
                desk.words.door().change(chosen, texts);
                for (String answer :
                        List.of(line("GET / HTTP/1.1"), posted("a=b"), line("GET /x HTTP/1.1"))) {
                    assertFalse(TELLING.matcher(answer).find(), answer);
                    assertTrue(answer.length() < Limits.DOOR_PAGE_BYTES);
                }
            }
        }
    }

    private static void look(
            String what, String answer, int status, String style, List<String> wrong) {
        if (!answer.startsWith("HTTP/1.1 " + status)) {
            wrong.add(what + " " + answer.lines().findFirst().orElse("nothing"));
        }
        if (!answer.contains("<style>" + style + "</style>")) {
            wrong.add(what + ": another look");
        }
        var telling = TELLING.matcher(answer);
        if (telling.find()) {
            wrong.add(what + ": names " + telling.group().toLowerCase(Locale.ROOT));
        }
    }

    private static String page(String answer, String from, String to) {
        int at = answer.indexOf(from) + from.length();
        return answer.substring(at, answer.indexOf(to, at));
    }
}
