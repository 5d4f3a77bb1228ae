package org.watchword.story.gateway;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A mail server on this machine, over TLS from the first byte, that keeps what it is sent and can
/// be made to misbehave.
public final class MailGateway implements Gateway {
    private static final String FROM = "desk@watchword.example";

    private final String name;
    private final Certificate certificate;
    private final GreenMail server;
    private final Front front;
    private final Kept kept;

    /// The two times a message is stamped with.
    public record Clocks(InstantSource real, InstantSource story) {}

    private MailGateway(
            String name, Clocks clocks, Certificate certificate, GreenMail server, Front front) {
        this.name = name;
        this.certificate = certificate;
        this.kept = new Kept(clocks);
        this.server = server;
        this.front = front;
    }

    /// Starts a gateway on a free port of this machine.
    public static MailGateway start(String name, Clocks clocks, Certificate certificate) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var front = new Front(certificate, server.getSmtp().getPort());
        var gateway = new MailGateway(name, clocks, certificate, server, front);
        server.getUserManager().setMessageDeliveryHandler(gateway::take);
        return gateway;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + port(),
                "security",
                "tls",
                "from",
                FROM,
                "trust",
                certificate.pem());
    }

    @Override
    public Optional<String> say(String from, String text) {
        return Optional.of("nothing fetches mail");
    }

    public int port() {
        return front.port();
    }

    @Override
    public Fault fault() {
        return front.fault();
    }

    @Override
    public void turn(Fault to) {
        front.turn(to);
    }

    @Override
    public List<Received> received() {
        return kept.all();
    }

    @Override
    public void onReceived(Consumer<Received> listener) {
        kept.onReceived(listener);
    }

    private GreenMailUser take(MovingMessage moving, MailAddress to)
            throws MessagingException, UserException {
        MimeMessage message = moving.getMessage();
        String subject = message.getSubject() == null ? "" : message.getSubject();
        kept.take(
                name,
                new Kept.Message(to.getEmail(), subject, MessageWords.of(message), raw(message)),
                front.fault() == Fault.SWALLOWS);
        GreenMailUser known = server.getUserManager().getUserByEmail(to.getEmail());
        return known != null
                ? known
                : server.getUserManager().createUser(to.getEmail(), to.getEmail(), to.getEmail());
    }

    private static String raw(MimeMessage message) throws MessagingException {
        var out = new ByteArrayOutputStream();
        try {
            message.writeTo(out);
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        front.close();
        server.stop();
    }
}
