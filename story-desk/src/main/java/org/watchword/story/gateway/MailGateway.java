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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A mail server on this machine, over TLS from the first byte, that keeps what it is sent and can
/// be made to misbehave.
public final class MailGateway implements AutoCloseable {
    private final String name;
    private final Clocks clocks;
    private final GreenMail server;
    private final Front front;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();

    /// The two times a message is stamped with.
    public record Clocks(InstantSource real, InstantSource story) {}

    private MailGateway(String name, Clocks clocks, GreenMail server, Front front) {
        this.name = name;
        this.clocks = clocks;
        this.server = server;
        this.front = front;
    }

    /// Starts a gateway on a free port of this machine.
    public static MailGateway start(String name, Clocks clocks, Certificate certificate) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var front = new Front(certificate, server.getSmtp().getPort());
        var gateway = new MailGateway(name, clocks, server, front);
        server.getUserManager().setMessageDeliveryHandler(gateway::take);
        return gateway;
    }

    public String name() {
        return name;
    }

    public int port() {
        return front.port();
    }

    public Fault fault() {
        return front.fault();
    }

    /// From now on it behaves like this; whoever is connected is cut off.
    public void turn(Fault to) {
        front.turn(to);
    }

    /// Everything that was accepted, the oldest first; swallowed messages among them.
    public List<Received> received() {
        return List.copyOf(received);
    }

    /// Calls with every message from now on, on the gateway's own thread: hand over, do not work.
    public void onReceived(Consumer<Received> listener) {
        listeners.add(listener);
    }

    private GreenMailUser take(MovingMessage moving, MailAddress to)
            throws MessagingException, UserException {
        MimeMessage message = moving.getMessage();
        var taken =
                new Received(
                        name,
                        to.getEmail(),
                        message.getSubject() == null ? "" : message.getSubject(),
                        MessageWords.of(message),
                        raw(message),
                        clocks.real().instant(),
                        clocks.story().instant(),
                        front.fault() == Fault.SWALLOWS);
        received.add(taken);
        listeners.forEach(l -> l.accept(taken));
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
