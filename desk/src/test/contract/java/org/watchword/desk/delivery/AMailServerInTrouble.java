package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchword.desk.delivery.FaultyMailServer.Fault;
import org.watchword.desk.delivery.FaultyMailServer.Security;

/// Whatever a mail server does, mail answers with a reason and in time.
@Timeout(20)
class AMailServerInTrouble {
    private static final Duration WHOLE = Duration.ofMillis(2_500);
    private static final MailChannel.Patience SHORT =
            new MailChannel.Patience(Duration.ofMillis(800), Duration.ofMillis(800), WHOLE);
    private static final Outgoing MESSAGE =
            new Outgoing("finch@harbour.example", "Subject", "Text", "alarm-1/1", false);

    @TempDir static Path dir;
    private static TestTls tls;

    @BeforeAll
    static void makeKey() {
        tls = TestTls.forHost(dir, "localhost");
    }

    private static Channel channel(int port, boolean implicitTls) {
        return channel(port, implicitTls, MailChannel.Patience.usual());
    }

    /// Little patience only with a server that stays silent anyway: a busy machine must not turn
    /// another answer into silence.
    private static MailChannel.Patience patience(String says) {
        return says.equals("hang") || says.equals("drip") ? SHORT : MailChannel.Patience.usual();
    }

    private static Channel channel(int port, boolean implicitTls, MailChannel.Patience patience) {
        return new MailChannel(
                new MailSettings(
                        "localhost",
                        port,
                        implicitTls,
                        MailAddress.of("desk@harbour.example").orElseThrow(),
                        Optional.empty(),
                        tls.pem()),
                TestGround.hash(),
                InstantSource.system(),
                patience);
    }

    private static FaultyMailServer server(Security security, Fault fault) throws Exception {
        return new FaultyMailServer(tls.context(), security, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 421 not now, BUSY",
        "greeting, 554 go away, REFUSED",
        "greeting, hang, NO_ANSWER",
        "greeting, drop, HUNG_UP",
        "greeting, half, GARBLED",
        "greeting, drip, NO_ANSWER",
        "greeting, flood, GARBLED",
        "greeting, HTTP/1.1 400 Bad Request, GARBLED",
        "EHLO, hang, NO_ANSWER",
        "EHLO, drop, HUNG_UP",
        "EHLO, flood, GARBLED",
        "MAIL, 451 try later, BUSY",
        "MAIL, 550 not you, REFUSED",
        "MAIL, hang, NO_ANSWER",
        "RCPT, 450 later, BUSY",
        "RCPT, 550 no such user, ADDRESS_REFUSED",
        "RCPT, drop, HUNG_UP",
        "DATA, 554 no, REFUSED",
        "DATA, drop, HUNG_UP",
        "DATA, hang, NO_ANSWER",
        "., 452 full, BUSY",
        "., 554 no such thing, REFUSED"
    })
    void before_it_took_the_message_it_certainly_did_not(String at, String says, Reason why)
            throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault(at, says))) {
            assertEquals(
                    new Channel.Refused(why, true),
                    channel(server.port(), true, patience(says)).send(MESSAGE));
            assertTrue(server.taken.isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hang, NO_ANSWER",
        "drop, HUNG_UP",
        "half, GARBLED",
        "drip, NO_ANSWER",
        "nonsense, GARBLED"
    })
    void once_the_message_was_said_to_the_end_nobody_can_be_sure(String says, Reason why)
            throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault(".", says))) {
            assertEquals(
                    new Channel.Unsure(why),
                    channel(server.port(), true, patience(says)).send(MESSAGE));
        }
    }

    @Test
    void a_server_that_is_not_there_is_found_out_at_once() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var channel = channel(free, true);
        assertEquals(new Channel.Refused(Reason.NOT_REACHED, true), channel.send(MESSAGE));
        assertEquals(new Channel.Trouble(Reason.NOT_REACHED), channel.probe());
    }

    @Test
    void a_server_that_drips_does_not_outlast_the_whole_time() throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault("MAIL", "drip"))) {
            long before = System.nanoTime();
            channel(server.port(), true, SHORT).send(MESSAGE);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(took.compareTo(WHOLE.plusSeconds(2)) < 0, took.toString());
        }
    }

    private static Outgoing message(int number) {
        return new Outgoing(MESSAGE.address(), "Subject", "Text", "alarm-1/" + number, false);
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"IMPLICIT", "STARTTLS"})
    void messages_one_after_the_other_go_over_one_line(Security security) throws Exception {
        try (var server = server(security, Fault.NONE)) {
            var channel = channel(server.port(), security == Security.IMPLICIT);
            for (int i = 0; i < 5; i++) {
                assertInstanceOf(Channel.Sent.class, channel.send(message(i)));
            }
            assertEquals(5, server.taken.size());
            assertEquals(1, server.calls.get());
            channel.close();
            await(() -> server.heard.contains("QUIT"), server.heard::toString);
        }
    }

    /// As servers do with a line on which nothing was said for a while.
    @ParameterizedTest
    @CsvSource({"MAIL, drop", "MAIL, 421 closing", "RCPT, drop", "DATA, 421 closing"})
    void over_a_line_that_was_ended_nothing_is_lost_or_doubled(String at, String says)
            throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault(at, says).afterOne())) {
            var channel = channel(server.port(), true);
            for (int i = 0; i < 3; i++) {
                assertInstanceOf(Channel.Sent.class, channel.send(message(i)));
            }
            assertEquals(3, server.taken.size());
            assertEquals(3, Set.copyOf(server.taken).size());
            assertEquals(3, server.calls.get());
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 451 try later, BUSY", "RCPT, 550 no such user, ADDRESS_REFUSED"})
    void a_message_refused_over_a_line_that_stood_is_refused(String at, String says, Reason why)
            throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault(at, says).afterOne())) {
            var channel = channel(server.port(), true);
            assertInstanceOf(Channel.Sent.class, channel.send(message(1)));
            assertEquals(new Channel.Refused(why, true), channel.send(message(2)));
            assertEquals(1, server.calls.get());
            assertInstanceOf(Channel.Sent.class, channel.send(message(3)));
            assertEquals(2, server.calls.get());
        }
    }

    @Test
    void what_may_be_out_over_a_line_that_stood_is_not_said_again() throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault(".", "drop").afterOne())) {
            var channel = channel(server.port(), true);
            assertInstanceOf(Channel.Sent.class, channel.send(message(1)));
            assertEquals(new Channel.Unsure(Reason.HUNG_UP), channel.send(message(2)));
            assertEquals(1, server.calls.get());
        }
    }

    @Test
    void a_line_that_stood_and_says_nothing_any_more_is_given_up_in_time() throws Exception {
        try (var server = server(Security.IMPLICIT, new Fault("MAIL", "hang").afterOne())) {
            var channel = channel(server.port(), true, SHORT);
            assertInstanceOf(Channel.Sent.class, channel.send(message(1)));
            assertEquals(new Channel.Refused(Reason.NO_ANSWER, true), channel.send(message(2)));
        }
    }

    @Test
    void a_line_is_not_kept_for_long() throws Exception {
        try (var server = server(Security.IMPLICIT, Fault.NONE)) {
            var channel = channel(server.port(), true);
            assertInstanceOf(Channel.Sent.class, channel.send(message(1)));
            await(() -> server.heard.contains("QUIT"), server.heard::toString);
        }
    }

    @Test
    void starttls_carries_the_message() throws Exception {
        try (var server = server(Security.STARTTLS, Fault.NONE)) {
            var channel = channel(server.port(), false);
            assertInstanceOf(Channel.Sent.class, channel.send(MESSAGE));
            assertInstanceOf(Channel.Alive.class, channel.probe());
            assertEquals(1, server.taken.size());
            assertTrue(server.heard.contains("EHLO harbour.example"), server.heard.toString());
        }
    }

    @Test
    void without_encryption_nothing_is_said() throws Exception {
        try (var server = server(Security.NONE, Fault.NONE)) {
            assertEquals(
                    new Channel.Refused(Reason.NOT_TRUSTED, true),
                    channel(server.port(), false).send(MESSAGE));
            assertEquals(
                    new Channel.Trouble(Reason.NOT_TRUSTED), channel(server.port(), true).probe());
            assertTrue(
                    server.heard.stream().noneMatch(line -> line.startsWith("MAIL")),
                    server.heard.toString());
        }
    }

    @Test
    void starttls_with_a_certificate_for_another_name_is_not_believed() throws Exception {
        var other = TestTls.forHost(dir, "other.example");
        try (var server = new FaultyMailServer(other.context(), Security.STARTTLS, Fault.NONE)) {
            var settings =
                    Map.of(
                            "host", "localhost",
                            "port", String.valueOf(server.port()),
                            "security", "starttls",
                            "from", "desk@harbour.example",
                            "trust", other.pem());
            var channel =
                    new MailKind(TestGround.hash(), InstantSource.system())
                            .open(new ChannelId(1), settings);
            assertEquals(new Channel.Refused(Reason.NOT_TRUSTED, true), channel.send(MESSAGE));
        }
    }
}
