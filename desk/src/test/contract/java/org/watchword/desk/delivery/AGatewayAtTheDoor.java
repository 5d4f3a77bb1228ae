package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Rooms;
import org.watchword.desk.web.Site;
import org.watchword.desk.web.StaffListener;

/// What a gateway posts, over a real listener.
@Timeout(60)
class AGatewayAtTheDoor {
    @TempDir Path dir;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Posted> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger cookiesRead = new AtomicInteger();
    private TestDesk desk;
    private ChannelId channel;
    private StaffListener listener;

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        desk.start();
        desk.gateways.takes = this::take;
        channel = desk.channel("hand");
        await(() -> desk.gateways.opened.get() == 1, () -> "not opened");
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
                                (cookie, language, deliberate) -> {
                                    cookiesRead.incrementAndGet();
                                    return new Caller.Nobody(language);
                                },
                                pages.fillers(),
                                pages.menu(),
                                failure -> Optional.empty()),
                        desk.clock,
                        new Random(7));
        listener.start();
    }

    @AfterEach
    void close() {
        client.close();
        listener.close();
        desk.close();
    }

    /// As a channel does: its secret first.
    private Channel.Reply take(Posted what) {
        if (!"Bearer open".equals(what.headers().get("authorization"))) {
            return Channel.Reply.NOTHING_HERE;
        }
        taken.add(what);
        return new Channel.Reply(202, "taken");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path));
    }

    private HttpRequest.Builder in() {
        return to("/in/" + channel.value() + "?id=7&state=%D0%B6")
                .header("Authorization", "Bearer open");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hands_over_what_it_posted_as_it_came() {
        byte[] body = {0, 1, (byte) 0xff, 10};
        var answer =
                send(
                        in().header("Content-Type", "application/json")
                                .header("X-Signature", "abc")
                                .POST(BodyPublishers.ofByteArray(body)));
        assertEquals(202, answer.statusCode());
        assertEquals("taken", answer.body());
        assertEquals(
                "text/plain;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT));
        Posted posted = taken.getFirst();
        assertTrue(posted.post());
        assertEquals("abc", posted.headers().get("x-signature"));
        assertEquals("7", posted.query().get("id"));
        assertEquals("ж", posted.query().get("state"));
        assertEquals(List.of((byte) 0, (byte) 1, (byte) 0xff, (byte) 10), bytes(posted));
    }

    private static List<Byte> bytes(Posted posted) {
        var bytes = new ArrayList<Byte>();
        for (byte one : posted.body()) {
            bytes.add(one);
        }
        return bytes;
    }

    @Test
    void may_report_by_a_get_but_not_by_a_look_at_the_headers() {
        assertEquals(202, send(in().GET()).statusCode());
        assertFalse(taken.getFirst().post());
        send(in().method("HEAD", BodyPublishers.noBody()));
        assertEquals(1, taken.size());
    }

    @Test
    void needs_neither_session_nor_token_and_no_cookie_is_read() {
        var answer =
                send(
                        in().header("Cookie", "__Host-watchword=somebody")
                                .header("Origin", "https://elsewhere.example")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.ofString("x")));
        assertEquals(202, answer.statusCode());
        assertEquals(0, cookiesRead.get());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void finds_the_same_nothing_where_it_does_not_belong() {
        ChannelId off = desk.channel("hand");
        desk.write(turn -> desk.delivery.channels().switchTo(turn, off, false));
        ChannelId deaf = desk.channel("paper");
        await(() -> desk.health(off).state() == ChannelHealth.State.OFF, () -> "still on");
        var answers =
                List.of(
                        send(to("/in/" + channel.value()).POST(BodyPublishers.ofString("x"))),
                        send(to("/in/" + off.value()).POST(BodyPublishers.ofString("x"))),
                        send(to("/in/" + deaf.value()).POST(BodyPublishers.ofString("x"))),
                        send(to("/in/999").POST(BodyPublishers.ofString("x"))),
                        send(to("/in/x").POST(BodyPublishers.ofString("x"))),
                        send(to("/in/" + deaf.value()).GET()));
        for (var answer : answers) {
            assertEquals(404, answer.statusCode());
            assertEquals("", answer.body());
            assertEquals(answers.getFirst().headers().map(), answer.headers().map());
        }
    }

    @Test
    void is_told_to_try_again_when_its_word_could_not_be_kept() {
        desk.gateways.takes =
                _ -> {
                    throw new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL);
                };
        assertEquals(503, send(in().POST(BodyPublishers.ofString("x"))).statusCode());
        desk.gateways.takes =
                _ -> {
                    throw new IllegalStateException("a fault in the channel");
                };
        assertEquals(503, send(in().POST(BodyPublishers.ofString("x"))).statusCode());
    }

    @Test
    void that_posts_too_much_is_refused_before_the_channel_sees_it() {
        byte[] most = new byte[Limits.MACHINE_BYTES];
        assertEquals(202, send(in().POST(BodyPublishers.ofByteArray(most))).statusCode());
        byte[] more = new byte[Limits.MACHINE_BYTES + 1];
        assertEquals(413, send(in().POST(BodyPublishers.ofByteArray(more))).statusCode());
        assertEquals(1, taken.size());
    }
}
