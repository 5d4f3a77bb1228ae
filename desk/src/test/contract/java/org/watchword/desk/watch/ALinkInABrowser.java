package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.NightDesk.EN;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.RU;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Rooms;
import org.watchword.desk.web.Site;
import org.watchword.desk.web.StaffListener;

/// The page behind a link, over real requests.
@Timeout(60)
class ALinkInABrowser {
    private static final String FINCHS = "+999 555 0001";

    @TempDir Path dir;
    private final HttpClient client = HttpClient.newHttpClient();
    private NightDesk desk;
    private StaffListener listener;
    private PhoneLine line;

    @BeforeEach
    void open() {
        desk = NightDesk.founded(dir);
        line = new PhoneLine(desk);
        line.number(FINCH, FINCHS);
        var book = WordBook.read(List.of(EN, RU), List.of(Delivery.class, Watch.class, Site.class));
        var tools =
                new PageTools(
                        desk.watch,
                        desk.watch.ladders(),
                        desk.team.store,
                        desk.team.accounts.people(),
                        desk.delivery,
                        book,
                        new SecureRandom(),
                        AtOnce.on(desk.team.store));
        listener =
                new StaffListener(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new Site(
                                "Harbour",
                                List.of(new HostName("127.0.0.1", false)),
                                NightDesk.ZONE,
                                book,
                                EN),
                        new Rooms(
                                new AnswerPage(tools).routes(),
                                (_, language, _) -> new Caller.Nobody(language),
                                List.of(),
                                List.of(),
                                _ -> Optional.empty()),
                        desk.clock,
                        new SecureRandom());
        listener.start();
    }

    @AfterEach
    void close() {
        listener.close();
        client.close();
        desk.close();
    }

    private HttpResponse<byte[]> get(String token) throws Exception {
        return client.send(to(token).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String token, String form) throws Exception {
        return client.send(
                to(token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder to(String token) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + listener.port() + "/a/" + token));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void shows_one_button_and_one_field_and_nothing_of_the_alarm() throws Exception {
        desk.codename("Rowan", "Send Heron.");
        AlarmId alarm = desk.raise(WREN);
        var call = desk.room(alarm).calls().getFirst().id();
        desk.watch.addToCall(alarm, call, CallField.WHO, "Rowan", WREN);
        String token = PhoneLine.token(line.next(FINCHS));

        var page = get(token);

        assertEquals(200, page.statusCode());
        assertEquals(1, text(page).split("<button", -1).length - 1);
        assertTrue(text(page).contains("name=\"digits\""));
        for (String told : List.of("ROWAN", "Rowan", "Finch")) {
            assertFalse(text(page).contains(told), told);
        }
        assertEquals(Optional.of("same-origin"), page.headers().firstValue("Referrer-Policy"));
    }

    @Test
    void counts_when_the_digits_are_posted_and_not_before() throws Exception {
        AlarmId alarm = desk.raise(WREN);
        String rung = line.next(FINCHS);
        String token = PhoneLine.token(rung);
        for (String form : List.of("", "digits=", "submit=yes", "digits=abc", "x=1&digits=7")) {
            assertEquals(422, post(token, form).statusCode(), form);
        }
        assertEquals(List.of(), desk.room(alarm).head().unconfirmed());

        var answered = post(token, "digits=" + PhoneLine.digits(rung));

        assertEquals(303, answered.statusCode());
        assertEquals(List.of(FINCH), desk.room(alarm).head().unconfirmed());
        assertTrue(text(get(token)).contains("Noted. You are not rung until 15:15."));
    }

    @Test
    void speaks_the_language_of_its_message() throws Exception {
        desk.team.speaks(FINCH, RU);
        desk.raise(WREN);

        String page = text(get(PhoneLine.token(line.next(FINCHS))));

        assertTrue(page.contains("lang=\"ru\""));
        assertTrue(page.contains("Введите две цифры"), page);
        assertTrue(page.contains("Беру на себя"));
    }

    @Test
    void an_unknown_link_and_no_link_at_all_are_the_same_bytes() throws Exception {
        var unknown = get("x".repeat(22));

        assertEquals(404, unknown.statusCode());
        for (String other : List.of("x", "y".repeat(22), "z".repeat(300), "%D1%91")) {
            assertArrayEquals(unknown.body(), get(other).body(), other);
            assertArrayEquals(unknown.body(), post(other, "digits=12").body(), other);
        }
    }

    @Test
    void a_form_from_another_page_does_not_count() throws Exception {
        AlarmId alarm = desk.raise(WREN);
        String rung = line.next(FINCHS);
        var foreign =
                client.send(
                        to(PhoneLine.token(rung))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "digits=" + PhoneLine.digits(rung)))
                                .build(),
                        BodyHandlers.ofByteArray());

        assertEquals(403, foreign.statusCode());
        assertEquals(List.of(), desk.room(alarm).head().unconfirmed());
    }
}
