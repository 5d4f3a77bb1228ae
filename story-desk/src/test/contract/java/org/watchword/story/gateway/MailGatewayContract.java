package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailGatewayContract {
    private static final Instant STORY = Instant.parse("2021-02-04T12:00:40Z");

    private MailGateway gateway;

    @BeforeEach
    void start() {
        var certificate = Certificate.make(Instant.now(), new SecureRandom());
        var clocks = new MailGateway.Clocks(InstantSource.system(), InstantSource.fixed(STORY));
        gateway = MailGateway.start("mail-1", clocks, certificate);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void keeps_what_it_is_sent_with_both_times() throws MessagingException {
        send("Тревога", "ALDER ruft.\nZweite Zeile – «да»");
        Received got = gateway.received().getFirst();
        assertEquals("heron@quay.example", got.to());
        assertEquals("Тревога", got.subject());
        assertEquals("ALDER ruft.\nZweite Zeile – «да»", got.text());
        assertEquals(STORY, got.storyAt());
        assertTrue(got.raw().contains("Subject:"));
    }

    @Test
    void refuses_when_it_fails_and_takes_again_when_mended() throws MessagingException {
        gateway.turn(Fault.REFUSES);
        assertThrows(MessagingException.class, () -> send("a", "b"));
        gateway.turn(Fault.NONE);
        send("a", "b");
        assertEquals(1, gateway.received().size());
    }

    @Test
    void says_nothing_when_it_hangs() {
        gateway.turn(Fault.HANGS);
        var broken = assertThrows(MessagingException.class, () -> send("a", "b"));
        assertTrue(causes(broken).stream().anyMatch(SocketTimeoutException.class::isInstance));
        assertEquals(List.of(), gateway.received());
    }

    @Test
    void accepts_and_drops_when_it_swallows() throws MessagingException {
        gateway.turn(Fault.SWALLOWS);
        send("a", "b");
        assertTrue(gateway.received().getFirst().swallowed());
    }

    @Test
    void answers_nonsense_when_it_garbles() {
        gateway.turn(Fault.GARBLES);
        assertThrows(MessagingException.class, () -> send("a", "b"));
    }

    private void send(String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", gateway.port());
        properties.put("mail.smtp.ssl.enable", true);
        properties.put("mail.smtp.ssl.trust", "*");
        properties.put("mail.smtp.connectiontimeout", 1_000);
        properties.put("mail.smtp.timeout", 1_000);
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("desk@quay.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("heron@quay.example"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private static List<Throwable> causes(Throwable first) {
        var all = new java.util.ArrayList<Throwable>();
        for (Throwable t = first; t != null; t = t.getCause()) {
            all.add(t);
        }
        return all;
    }
}
