package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail against a real mail server over TLS.
class ByMail extends ChannelContract {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2021-02-04T12:00:40Z"));

    @TempDir static Path dir;
    private static GreenMail server;
    private static TestTls tls;

    @BeforeAll
    static void open() {
        tls = TestTls.ofGreenMail();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        server.setUser("desk@harbour.example", "desk", "correct horse");
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    private static Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("host", "localhost");
        settings.put("port", String.valueOf(server.getSmtps().getPort()));
        settings.put("security", "tls");
        settings.put("from", "desk@harbour.example");
        settings.put("trust", tls.pem());
        return settings;
    }

    private static MailKind kind() {
        return new MailKind(TestGround.hash(), CLOCK);
    }

    private static Channel with(String name, String value) {
        Map<String, String> settings = settings();
        settings.put(name, value);
        return kind().open(new ChannelId(1), settings);
    }

    @Override
    Channel channel() {
        return kind().open(new ChannelId(1), settings());
    }

    @Override
    String address() {
        return "finch@harbour.example";
    }

    private MimeMessage sent(Outgoing message) throws Exception {
        server.purgeEmailFromAllMailboxes();
        assertInstanceOf(Channel.Sent.class, channel().send(message));
        assertTrue(server.waitForIncomingEmail(5_000, 1));
        return server.getReceivedMessages()[0];
    }

    @Test
    void a_message_arrives_letter_by_letter_in_any_script() throws Exception {
        String text =
                "ДУБ, с 15:00.\nОткройте дежурную страницу — и нажмите «Беру на себя».\n.\nend";
        var got = sent(new Outgoing(address(), "Тревога: ДУБ", text, "alarm-7/1", false));
        assertEquals("Тревога: ДУБ", got.getSubject());
        assertEquals(text, got.getContent().toString().replace("\r\n", "\n").strip());
    }

    @Test
    void no_header_says_more_than_it_must() throws Exception {
        var got = sent(message("alarm-8/1", "Text"));
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(got.getAllHeaders()).forEach(header -> names.add(header.getName()));
        names.removeAll(Set.of("Return-Path", "Received"));
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "Auto-Submitted",
                                "Content-Transfer-Encoding",
                                "Content-Type",
                                "Date",
                                "From",
                                "MIME-Version",
                                "Message-ID",
                                "Subject",
                                "To")),
                names);
        assertEquals("Thu, 4 Feb 2021 12:00:40 +0000", got.getHeader("Date")[0]);
        assertNull(got.getHeader("X-Mailer"));
        String whole = GreenMailUtil.getWholeMessage(got);
        assertFalse(whole.contains("alarm-8"), "the key is nobody's business");
        assertFalse(whole.contains(InetAddress.getLocalHost().getHostName()), whole);
        assertFalse(whole.contains(System.getProperty("user.name") + "@"), whole);
    }

    @Test
    void the_message_id_follows_from_the_key() throws Exception {
        String first = sent(message("alarm-9/1", "Text")).getMessageID();
        assertEquals(first, sent(message("alarm-9/1", "Sent again: Text")).getMessageID());
        assertFalse(first.equals(sent(message("alarm-9/2", "Text")).getMessageID()));
        assertTrue(first.matches("<[0-9a-f]{32}@harbour\\.example>"), first);
    }

    @Test
    void no_line_break_reaches_a_header() throws Exception {
        var got =
                sent(
                        new Outgoing(
                                address(),
                                "a\r\nBcc: spy@harbour.example\u0085b",
                                "Text",
                                "alarm-10/1",
                                false));
        assertNull(got.getHeader("Bcc"));
        assertEquals("a Bcc: spy@harbour.example b", got.getSubject());
        assertInstanceOf(
                Channel.Refused.class,
                channel()
                        .send(
                                new Outgoing(
                                        "finch@harbour.example\r\nRCPT TO:<spy@harbour.example>",
                                        "Subject",
                                        "Text",
                                        "alarm-10/2",
                                        false)));
    }

    @Test
    void it_signs_in_when_it_is_told_to() {
        Map<String, String> settings = settings();
        settings.put("name", "desk");
        settings.put("password", "correct horse");
        var channel = kind().open(new ChannelId(1), settings);
        assertInstanceOf(Channel.Sent.class, channel.send(message("alarm-11/1", "Text")));
        settings.put("password", "wrong");
        var refused = kind().open(new ChannelId(1), settings).send(message("alarm-11/2", "Text"));
        assertEquals(new Channel.Refused(Reason.SIGN_IN_REFUSED, true), refused);
    }

    @Test
    void a_certificate_of_somebody_else_is_not_believed() {
        String other = TestTls.forHost(dir, "other.example").pem();
        var refused = with("trust", other).send(message("alarm-12/1", "Text"));
        assertEquals(new Channel.Refused(Reason.NOT_TRUSTED, true), refused);
        assertEquals(new Channel.Trouble(Reason.NOT_TRUSTED), with("trust", "").probe());
    }

    @Test
    void a_certificate_for_another_name_is_not_believed() {
        var refused = with("host", "127.0.0.1").send(message("alarm-13/1", "Text"));
        assertEquals(new Channel.Refused(Reason.NOT_TRUSTED, true), refused);
    }

    @Test
    void what_was_sent_lies_in_the_receivers_box_once() throws Exception {
        sent(message("alarm-14/1", "Text"));
        assertEquals(1, server.getReceivedMessages().length);
        assertEquals(
                StandardCharsets.UTF_8.name(),
                server.getReceivedMessages()[0].getContentType().split("charset=", 2)[1]);
    }
}
