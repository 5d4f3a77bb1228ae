package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.TestDesk.FINCH;
import static org.watchword.desk.delivery.TestDesk.HERON;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Callers;
import org.watchword.desk.web.CaseFiles;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Rooms;
import org.watchword.desk.web.Site;
import org.watchword.desk.web.StaffListener;

/// The pages of this room over a real listener. The caller is Finch, freshly there.
@Timeout(60)
class DeliveryOnPages {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir Path dir;
    private final HttpClient client = HttpClient.newHttpClient();
    private TestDesk desk;
    private StaffListener listener;

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        desk.start();
        var pages =
                new DeliveryPages(
                        desk.store,
                        desk.delivery,
                        (_, id) -> Optional.of("P" + id),
                        AtOnce.on(desk.store));
        var book =
                WordBook.read(
                        List.of(TestGround.ENGLISH, TestGround.RUSSIAN),
                        List.of(Delivery.class, StaffListener.class));
        listener =
                new StaffListener(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new Site(
                                "Harbour",
                                List.of(new HostName("127.0.0.1", false)),
                                ZoneId.of("UTC"),
                                book,
                                TestGround.ENGLISH),
                        new Rooms(
                                pages.routes(),
                                new Finch(),
                                pages.fillers(),
                                pages.menu(),
                                failure -> Optional.empty()),
                        desk.clock,
                        new Random(7));
        listener.start();
    }

    private record Finch() implements Callers {
        @Override
        public Caller behind(Optional<String> cookie, Language asked, boolean deliberate) {
            return new Caller.Present(
                    FINCH,
                    "Finch",
                    new Language(cookie.orElse("en")),
                    TOKEN,
                    Set.of("answer", "people", "channels"),
                    true,
                    new CaseFiles.Shut());
        }
    }

    @AfterEach
    void close() {
        client.close();
        listener.close();
        desk.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String language) {
        try {
            return client.send(
                    request.header("Cookie", "__Host-watchword=" + language).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path));
    }

    private String get(String path) {
        var answer = send(to(path), "en");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private HttpResponse<String> post(String path, String... fields) {
        var form = new StringBuilder("token=" + TOKEN);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://127.0.0.1:" + listener.port())
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())),
                "en");
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private static void assertAgain(HttpResponse<String> answer, String says) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(says), answer.body());
    }

    private List<Channels.Setup> channels() {
        return desk.store.read(desk.delivery.channels()::all);
    }

    private static String[] mail(String... changed) {
        var fields =
                new LinkedHashMap<String, String>(
                        Map.of(
                                "kind", "mail",
                                "label", "Mail",
                                "set-host", "mail.example.org",
                                "set-port", "465",
                                "set-security", "tls",
                                "set-from", "desk@example.org",
                                "set-name", "desk",
                                "set-password", "correct horse"));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void a_mail_channel_is_added_and_listed() {
        assertTrue(get("/channels/new/mail").contains("set-host"));
        assertDone(post("/channels", mail()));
        assertEquals("mail.example.org", channels().getFirst().settings().get("host"));
        assertTrue(get("/channels").contains("Mail"));
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_kept() {
        assertAgain(post("/channels", mail("set-host", "no such host")), "name of the mail server");
        assertAgain(post("/channels", mail("set-port", "70000")), "from 1 to 65535");
        assertAgain(post("/channels", mail("set-from", "two@a.org, three@b.org")), "one address");
        assertAgain(post("/channels", mail("set-trust", "rubbish")), "not a certificate");
        assertAgain(post("/channels", mail("set-password", "")), "no password");
        assertAgain(post("/channels", mail("label", "")), "Write a label");
        assertAgain(post("/channels", mail("label", "x".repeat(61))), "at most 60");
        assertEquals(List.of(), channels());
    }

    @Test
    void a_password_is_never_shown_and_kept_while_nobody_types_another() {
        assertDone(post("/channels", mail()));
        String path = "/channels/" + channels().getFirst().id().value();
        assertFalse(get(path).contains("correct horse"));
        assertDone(post(path, mail("label", "Post", "set-password", "")));
        assertEquals("correct horse", channels().getFirst().settings().get("password"));
        assertDone(post(path, mail("set-name", "", "set-password", "")));
        assertEquals("", channels().getFirst().settings().get("password"));
        assertFalse(post(path, mail("label", "")).body().contains("correct horse"));
    }

    @Test
    void a_channel_is_switched_off_and_on() {
        ChannelId id = desk.channel("hand");
        assertDone(post("/channels/" + id.value() + "/switch", "to", "off"));
        await(() -> get("/channels").contains("switched off"), () -> get("/channels"));
        assertDone(post("/channels/" + id.value() + "/switch", "to", "on"));
        await(() -> get("/channels").contains("alive"), () -> get("/channels"));
    }

    @Test
    void a_test_message_goes_to_whoever_asked_for_it() {
        ChannelId id = desk.channel("hand");
        String path = "/channels/" + id.value() + "/test";
        assertEquals(409, post(path).statusCode());
        desk.address(FINCH, id, "finch");
        assertDone(post(path));
        var gateway = desk.gateways.gateway(id);
        await(() -> gateway.got.size() == 1, () -> "nothing was sent");
        assertEquals("finch", gateway.got.getFirst().address());
        await(() -> get("/channels").contains("Test message of"), () -> get("/channels"));
    }

    @Test
    void a_test_message_shows_whether_it_arrived() {
        ChannelId id = desk.channel("hand");
        desk.gateways.gateway(id).alwaysAnswers(new Channel.Sent("t1"));
        desk.address(FINCH, id, "finch");
        assertDone(post("/channels/" + id.value() + "/test"));
        await(() -> get("/channels").contains(": sent"), () -> get("/channels"));
        desk.delivery.inbound().receipt(id, new Receipt("t1", Receipt.State.LOST));
        assertTrue(get("/channels").contains("never arrived"));
        desk.delivery.inbound().receipt(id, new Receipt("t1", Receipt.State.ARRIVED));
        assertTrue(get("/channels").contains(": delivered"));
    }

    @Test
    void a_limit_and_what_was_sent_stand_beside_the_channel() {
        ChannelId id = desk.channel("hand", Map.of(HourlyLimit.SETTING, "1"));
        Address finch = desk.address(FINCH, id, "finch");
        desk.post("alarm-1/1", finch, Urgency.OTHER);
        desk.post("alarm-1/2", finch, Urgency.OTHER);
        await(() -> get("/channels").contains("because of the hourly limit"), () -> "no limit");
        assertTrue(get("/channels").contains("At most 1 in an hour"));
        await(() -> get("/channels").contains("in the last hour: 1"), () -> get("/channels"));
    }

    @Test
    void a_person_gets_addresses_and_they_can_be_ordered_and_taken_away() {
        assertDone(post("/channels", mail()));
        String channel = String.valueOf(channels().getFirst().id().value());
        String path = "/people/1/addresses";
        assertDone(post(path, "channel", channel, "address", "finch@example.org"));
        assertDone(post(path, "channel", channel, "address", "Finch.Two@EXAMPLE.org"));
        var mine = desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH));
        assertEquals(
                List.of("finch@example.org", "finch.two@example.org"),
                mine.stream().map(Address::value).toList());
        assertDone(post(path + "/" + mine.getLast().id().value() + "/first"));
        assertDone(post(path + "/" + mine.getFirst().id().value() + "/remove"));
        assertEquals(
                List.of(mine.getLast().id()),
                desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH)).stream()
                        .map(Address::id)
                        .toList());
        assertEquals(
                404,
                post("/people/2/addresses/" + mine.getLast().id().value() + "/remove")
                        .statusCode());
    }

    @Test
    void a_new_address_is_asked_for_its_proof_and_its_owner_types_the_code() {
        ChannelId hand = desk.channel("hand");
        assertDone(post("/people/1/addresses", "channel", "" + hand.value(), "address", "finch"));
        var gateway = desk.gateways.gateway(hand);
        await(() -> gateway.got.size() == 1, () -> "no code was sent");
        assertTrue(get("/addresses").contains("not proved yet"));
        assertTrue(get("/people/1/addresses").contains("not proved yet"));
        String code = SixDigits.in(gateway.got.getFirst().text()).iterator().next();
        String path = "/addresses/1/prove";
        String wrong = code.equals("111111") ? "222222" : "111111";
        assertAgain(post(path, "code-1", wrong), "not the code");
        assertEquals(404, post("/addresses/9/prove", "code-9", code).statusCode());
        assertEquals(409, post("/addresses/1/proof").statusCode());
        assertTrue(get("/addresses").contains("code was sent 4 Feb 12:00"), "which one counts");
        desk.clock.forward(Limits.PROOF_REST);
        assertDone(post("/addresses/1/proof"));
        assertTrue(get("/addresses").contains("code was sent 4 Feb 12:01"), get("/addresses"));
        await(() -> gateway.got.size() == 2, () -> "no second code was sent");
        code = SixDigits.in(gateway.got.getLast().text()).iterator().next();
        assertDone(post(path, "code-1", code));
        assertFalse(get("/addresses").contains("not proved yet"));
    }

    @Test
    void whoever_does_not_know_his_address_is_shown_a_code_to_send() {
        desk.gateways.addsByCode = true;
        ChannelId hand = desk.channel("hand");
        assertDone(post("/addresses/codes/" + hand.value()));
        String code =
                desk.store
                        .read(handle -> desk.delivery.requests().of(handle, FINCH))
                        .getFirst()
                        .code();
        assertTrue(get("/addresses").contains(code));
        desk.gateways.addsByCode = false;
        assertEquals(404, post("/addresses/codes/" + hand.value()).statusCode());
    }

    @Test
    void what_is_no_address_is_refused_with_a_reason() {
        assertDone(post("/channels", mail()));
        String channel = String.valueOf(channels().getFirst().id().value());
        String path = "/people/1/addresses";
        assertAgain(post(path, "channel", channel, "address", "finch"), "not an e-mail address");
        assertAgain(post(path, "channel", channel, "address", "a@b.org,c@d.org"), "one address");
        assertAgain(post(path, "channel", channel, "address", ""), "Write the address");
        assertAgain(post(path, "channel", "99", "address", "a@b.org"), "Choose the channel");
        assertAgain(
                post(path, "channel", channel, "address", "a@b.org\r\nBcc: c@d.org"),
                "cannot be seen");
        assertEquals(
                List.of(), desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH)));
    }

    @Test
    void what_is_told_by_hand_leaves_the_list_and_its_answer_comes_in() {
        ChannelId paper = desk.channel("paper");
        desk.post("alarm-1/1", desk.address(HERON, paper, "The green door"), "Come to the desk");
        await(() -> get("/paper").contains("Come to the desk"), () -> get("/paper"));
        assertTrue(get("/paper").contains("The green door"));
        long id = desk.messages().getFirst().id().value();
        assertDone(post("/paper/" + id + "/told", "answer", "I am coming"));
        assertFalse(get("/paper").contains("Come to the desk"));
        await(() -> get("/heard").contains("I am coming"), () -> get("/heard"));
        assertTrue(get("/heard").contains("told over"), () -> get("/heard"));
        assertEquals(409, post("/paper/" + id + "/told").statusCode());
    }

    @Test
    void what_nobody_recognised_stands_there_until_somebody_has_read_it() {
        ChannelId mail = desk.channel("mail");
        desk.address(HERON, mail, "heron@harbour.example");
        heard(mail, "heron@harbour.example", "all is well");
        heard(mail, "nobody@elsewhere.example", "who are you");
        await(() -> get("/heard").contains("who are you"), () -> get("/heard"));
        String page = get("/heard");
        assertTrue(page.contains("from the address of P"), page);
        assertTrue(page.contains("says it comes from nobody@elsewhere.example"), page);
        Matcher first = Pattern.compile("/heard/(\\d+)/read").matcher(page);
        assertTrue(first.find());
        assertDone(post(first.group()));
        assertDone(post(first.group()));
        assertFalse(get("/heard").contains("who are you"));
        assertTrue(get("/heard").contains("all is well"));
        assertEquals(404, post("/heard/x/read").statusCode());
    }

    private void heard(ChannelId channel, String sender, String text) {
        desk.delivery
                .inbound()
                .keep(
                        channel,
                        new Inbound.Word(
                                Optional.empty(),
                                Optional.of(sender),
                                Optional.empty(),
                                text,
                                desk.clock.instant()));
    }

    @Test
    void every_page_is_there_in_russian() {
        ChannelId paper = desk.channel("paper");
        desk.channel("hand");
        desk.post("alarm-1/1", desk.address(HERON, paper, "The green door"), "Text");
        for (String path :
                List.of(
                        "/channels",
                        "/channels/new/mail",
                        "/channels/new/paper",
                        "/paper",
                        "/people/1/addresses")) {
            var answer = send(to(path), "ru");
            assertEquals(200, answer.statusCode(), path + answer.body());
            assertTrue(answer.body().contains("lang=\"ru\""));
        }
    }

    @Test
    void what_is_typed_is_shown_as_text_never_as_markup() {
        String wild = "<script>alert(1)</script>";
        ChannelId paper = desk.channel("paper");
        desk.post("alarm-1/1", desk.address(HERON, paper, wild), wild);
        await(() -> get("/paper").contains("&lt;script&gt;"), () -> get("/paper"));
        assertFalse(get("/paper").contains(wild));
        assertFalse(post("/channels", mail("label", "", "set-host", wild)).body().contains(wild));
    }
}
