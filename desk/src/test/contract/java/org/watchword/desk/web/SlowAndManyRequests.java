package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever is slow, or asks for much, keeps nobody else waiting.
@Timeout(60)
class SlowAndManyRequests {
    private static Answer done() {
        return Answer.goTo("/done");
    }

    @Test
    void three_hundred_forms_that_never_end_block_nobody() throws Exception {
        try (var desk = TestDesk.with(Route.post("/note", new Gate.Open(), v -> done()))) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 300; i++) {
                    slow.add(begun(desk.port()));
                }
                for (int i = 0; i < 20; i++) {
                    assertEquals(303, desk.send(desk.post("", "/note", "a=1")).statusCode());
                }
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    private static Socket begun(int port) throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head =
                "POST /note HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void closing_ends_in_time_while_somebody_is_still_being_answered() throws Exception {
        var let = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        Route.Handler stays =
                visit -> {
                    inside.countDown();
                    TestDesk.awaits(let);
                    return Answer.goTo("/done");
                };
        var desk = TestDesk.with(Route.get("/stays", new Gate.Open(), stays));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
            String head = "GET /stays HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertTrue(inside.await(20, TimeUnit.SECONDS));
            desk.close();
        } finally {
            let.countDown();
        }
    }

    @Test
    void handlers_that_wait_block_nobody() throws Exception {
        var let = new CountDownLatch(1);
        var waiting = new CountDownLatch(400);
        Route.Handler waits =
                visit -> {
                    waiting.countDown();
                    TestDesk.awaits(let);
                    return Answer.goTo("/done");
                };
        try (var desk =
                TestDesk.with(
                        Route.get("/waits", new Gate.Open(), waits),
                        Route.get("/quick", new Gate.Open(), v -> done()))) {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), desk.port());
                String head = "GET /waits HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            assertTrue(waiting.await(30, TimeUnit.SECONDS), "all of them run at once");
            assertEquals(303, desk.send(desk.to("/quick")).statusCode());
            let.countDown();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void a_stopped_listener_answers_what_it_had_begun() throws Exception {
        var begun = new CountDownLatch(1);
        var let = new CountDownLatch(1);
        Route.Handler slow =
                visit -> {
                    begun.countDown();
                    TestDesk.awaits(let);
                    return Answer.goTo("/done");
                };
        var desk = TestDesk.with(Route.get("/slow", new Gate.Open(), slow));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
            String head = "GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertTrue(begun.await(20, TimeUnit.SECONDS));
            var stopping = Thread.ofVirtual().start(desk::close);
            let.countDown();
            byte[] all = socket.getInputStream().readAllBytes();
            assertTrue(new String(all, StandardCharsets.UTF_8).startsWith("HTTP/1.1 303"));
            stopping.join();
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (var first = TestDesk.with(Route.get("/", new Gate.Open(), v -> done()))) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port());
            var site = TestDesk.site(new HostName("127.0.0.1", false));
            var rooms = TestDesk.rooms(new TestDesk.MadeUpCallers());
            try (var second =
                    new StaffListener(
                            address, site, rooms, new TestDesk.StillClock(), new Random(1))) {
                var taken = assertThrows(PortTaken.class, second::start);
                assertTrue(String.valueOf(taken.getMessage()).contains(":" + first.port()));
            }
        }
    }
}
