package org.watchword.desk.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.KeyedHash;

/// One conversation with the mail server, which can be cut off from another thread. It may carry
/// several messages, one after the other.
final class MailTalk {
    private static final int NOT_NOW = 421;

    private final With with;
    private final Session session;
    private final MailTransport transport;
    private @Nullable Socket socket;
    private boolean cut;
    private boolean rested;

    /// With whom, and how.
    ///
    /// @param mostBytes that the server may say in one conversation
    record With(
            MailSettings settings,
            MailTrust trust,
            KeyedHash hash,
            InstantSource clock,
            MailChannel.Patience patience,
            long mostBytes) {}

    MailTalk(With with) {
        this.with = with;
        this.session = Session.getInstance(properties());
        this.transport = new MailTransport(session, url());
    }

    void connect() throws IOException, MessagingException {
        Socket plain = reached();
        transport.connect(with.settings().implicitTls() ? encrypted(plain) : plain);
    }

    void greet() throws MessagingException {
        transport.noop();
    }

    /// Says a message.
    ///
    /// @return its own name
    String hand(Outgoing message) throws MessagingException {
        transport.next();
        var from = with.settings().from();
        var letter = new MailLetter(session, from, message, with.hash(), with.clock().instant());
        transport.sendMessage(letter, letter.getAllRecipients());
        return letter.getMessageID();
    }

    /// Whether the server may have taken the message.
    boolean mayBeOut() {
        return transport.mayBeOut();
    }

    Reason reason(Exception trouble) {
        return MailTrouble.of(
                trouble, transport.getLastReturnCode(), transport.getLastServerResponse());
    }

    /// Whether it was this conversation that ended, and not the message that was refused: servers
    /// end one that rested whenever they like.
    boolean wasEnded(Exception trouble) {
        return transport.getLastReturnCode() == NOT_NOW || reason(trouble) == Reason.HUNG_UP;
    }

    /// Marks that nothing was said for a while.
    ///
    /// @return whether that had been marked before
    boolean rests() {
        boolean before = rested;
        rested = true;
        return before;
    }

    void stirs() {
        rested = false;
    }

    /// The first of the host's addresses that lets itself be reached.
    private Socket reached() throws IOException {
        IOException trouble = new UnknownHostException();
        for (InetAddress address : InetAddress.getAllByName(with.settings().host())) {
            // The name as it was set, also for an address in figures: it is checked against
            // the certificate and must not be looked up backwards.
            var named = InetAddress.getByAddress(with.settings().host(), address.getAddress());
            var plain = new CappedSocket(with.mostBytes());
            keep(plain);
            try {
                plain.setSoTimeout((int) with.patience().answer().toMillis());
                plain.connect(
                        new InetSocketAddress(named, with.settings().port()),
                        (int) with.patience().connect().toMillis());
                return plain;
            } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
                closeQuietly(plain);
                trouble = e;
            }
        }
        throw trouble;
    }

    private Socket encrypted(Socket plain) throws IOException {
        var secure =
                (SSLSocket)
                        with.trust()
                                .sockets()
                                .createSocket(
                                        plain,
                                        with.settings().host(),
                                        with.settings().port(),
                                        true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private synchronized void keep(Socket mine) throws IOException {
        if (cut) {
            throw new IOException("cut off");
        }
        socket = mine;
    }

    /// Ends it at once, in the middle of a word.
    void cutOff() {
        transport.abandon();
        synchronized (this) {
            cut = true;
            if (socket != null) {
                closeQuietly(socket);
            }
        }
    }

    void hangUp() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The message is handed over or not; how the line ends changes nothing.
        }
        synchronized (this) {
            if (socket != null) {
                closeQuietly(socket);
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }

    private URLName url() {
        return new URLName(
                "smtp",
                with.settings().host(),
                with.settings().port(),
                null,
                with.settings().user().map(MailSettings.SignIn::name).orElse(null),
                with.settings().user().map(MailSettings.SignIn::password).orElse(null));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.ssl.socketFactory", with.trust().sockets());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(
                "mail.smtp.starttls.enable", String.valueOf(!with.settings().implicitTls()));
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(!with.settings().implicitTls()));
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(with.settings().user().isPresent()));
        properties.setProperty("mail.smtp.from", with.settings().from().toString());
        // Never this machine's own name.
        properties.setProperty("mail.smtp.localhost", with.settings().from().domain());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty(
                "mail.smtp.timeout", String.valueOf(with.patience().answer().toMillis()));
        return properties;
    }
}
