package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;

/// Whoever sends files slowly, without an end, or with many others keeps nobody else waiting.
@Timeout(60)
class SlowAndManyFiles {
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String BEGUN =
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n";
    private static final String WHOLE = BEGUN + "1\r\n--b--\r\n";

    /// A line on which each second one byte comes, for good.
    private static final class Trickle extends InputStream implements DeskClock {
        private long seconds;

        @Override
        public int read() {
            seconds++;
            return seconds <= BEGUN.length() ? BEGUN.charAt((int) seconds - 1) : 'x';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            into[from] = (byte) read();
            return 1;
        }

        @Override
        public long monotonicNanos() {
            return Duration.ofSeconds(seconds).toNanos();
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(seconds);
        }
    }

    @Test
    void a_form_that_never_ends_is_given_up_after_five_minutes_and_its_place_is_free() {
        var trickle = new Trickle();
        List<Runnable> ends = new ArrayList<>();
        var reader = new FormReader(trickle);
        for (int i = 0; i < 2 * Limits.UPLOADS_AT_ONCE; i++) {
            long begun = trickle.seconds;
            var body = new FormReader.Body(Optional.of(TYPE), -1, trickle);
            var gone =
                    assertThrows(
                            FormRefusal.class,
                            () -> reader.readWithFiles(body, 10, 100, ends::add));
            // The first began as a form; the others begin in its midst.
            assertEquals(i == 0 ? 408 : 400, gone.status());
            if (i == 0) {
                assertEquals(301, trickle.seconds - begun);
            }
            ends.forEach(Runnable::run);
            ends.clear();
        }
    }

    private static HttpResponse<String> post(TestDesk desk, String body) {
        return desk.send(
                desk.to("/file")
                        .header("Content-Type", TYPE)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.US_ASCII)));
    }

    @Test
    void only_so_many_are_in_hand_at_once_and_others_are_told() throws Exception {
        var inside = new CountDownLatch(Limits.UPLOADS_AT_ONCE);
        var let = new CountDownLatch(1);
        Route.Handler waits =
                visit -> {
                    inside.countDown();
                    TestDesk.awaits(let);
                    return Answer.goTo("/done");
                };
        try (var desk = TestDesk.with(Route.uploading("/file", new Gate.Open(), 100, waits));
                var all = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = let::countDown) {
            List<Future<HttpResponse<String>>> posts = new ArrayList<>();
            for (int i = 0; i < Limits.UPLOADS_AT_ONCE; i++) {
                posts.add(all.submit(() -> post(desk, WHOLE)));
            }
            assertTrue(inside.await(30, TimeUnit.SECONDS));
            var refused = post(desk, WHOLE);
            assertEquals(503, refused.statusCode());
            assertTrue(refused.body().contains("wait a minute"), refused.body());
            let.countDown();
            for (var one : posts) {
                assertEquals(303, one.get().statusCode());
            }
            assertEquals(303, post(desk, WHOLE).statusCode());
        }
    }

    @Test
    void who_is_not_signed_in_is_told_so_once_his_file_has_arrived_unread() throws IOException {
        Route.Handler never =
                visit -> {
                    throw new AssertionError("read");
                };
        try (var desk =
                TestDesk.with(Route.uploading("/file", new Gate.May("answer"), 100, never))) {
            String answer = afterAll(desk, "x".repeat(4 * 1024 * 1024) + "\r\n--b--\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            assertTrue(answer.contains("<html"), answer);
        }
    }

    /// A browser that answers nobody before everything is sent must not be answered before.
    private static String afterAll(TestDesk desk, String rest) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
            String head =
                    """
                    POST /file HTTP/1.1
                    Host: 127.0.0.1
                    Connection: close
                    Content-Type: %s
                    Content-Length: %d

                    """
                            .formatted(TYPE, BEGUN.length() + rest.length())
                            .replace("\n", "\r\n");
            socket.getOutputStream().write((head + BEGUN).getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(500);
            assertThrows(SocketTimeoutException.class, socket.getInputStream()::read);
            socket.setSoTimeout(0);
            socket.getOutputStream().write(rest.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
