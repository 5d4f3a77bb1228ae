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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;

/// Mail by SMTP over TLS, one connection per message. It does not listen: see {@link MailBothWays}.
final class MailChannel implements Channel {
    private static final long MOST_BYTES = 256 * 1024;
    private static final String SUBJECT_BREAK = "[\\p{Cc}\u2028\u2029]+";

    private final MailSettings settings;
    private final MailTrust trust;
    private final KeyedHash hash;
    private final InstantSource clock;
    private final Patience patience;

    /// How long the server may take.
    ///
    /// @param connect until it lets itself be reached
    /// @param answer for one line
    /// @param whole for everything
    record Patience(Duration connect, Duration answer, Duration whole) {
        static Patience usual() {
            return new Patience(Limits.MAIL_CONNECT, Limits.MAIL_ANSWER, Limits.MAIL_SEND);
        }
    }

    MailChannel(MailSettings settings, KeyedHash hash, InstantSource clock, Patience patience) {
        this.settings = settings;
        this.trust = MailTrust.of(settings.trust());
        this.hash = hash;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Duration deadline() {
        return patience.whole();
    }

    @Override
    public void start(Inbound inbound) {}

    @Override
    public void close() {}

    @Override
    public Result send(Outgoing message) {
        Optional<MailAddress> to = MailAddress.of(message.address());
        if (to.isEmpty()) {
            return new Refused(Reason.ADDRESS_REFUSED, false);
        }
        var line =
                new Outgoing(
                        to.get().toString(),
                        message.subject().replaceAll(SUBJECT_BREAK, " "),
                        message.text(),
                        message.key(),
                        message.repeat());
        var talk = new Talk();
        Optional<Reason> trouble = talk.within(patience.whole(), () -> talk.hand(line));
        if (trouble.isEmpty()) {
            return new Sent(talk.messageId);
        }
        return talk.mayBeOut() ? new Unsure(trouble.get()) : new Refused(trouble.get(), true);
    }

    @Override
    public Health probe() {
        var talk = new Talk();
        return talk.within(patience.whole(), talk::greet)
                .<Health>map(Trouble::new)
                .orElseGet(Alive::new);
    }

    /// A part of a conversation.
    private interface Part {
        void talk() throws MessagingException, IOException;
    }

    /// One conversation, which can be cut off from another thread.
    private final class Talk {
        private final Session session = Session.getInstance(properties());
        private final MailTransport transport = new MailTransport(session, url());
        private @Nullable Socket socket;
        private boolean cut;
        private String messageId = "";

        /// Talks on a thread of its own and waits for its end, or cuts it off.
        ///
        /// @return what went wrong; empty when nothing did
        Optional<Reason> within(Duration limit, Part part) {
            var task = new FutureTask<>(() -> run(part));
            Thread.ofVirtual().name("mail").start(task);
            try {
                return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                cutOff();
                return Optional.of(Reason.NO_ANSWER);
            } catch (InterruptedException e) {
                cutOff();
                Thread.currentThread().interrupt();
                return Optional.of(Reason.NO_ANSWER);
            } catch (ExecutionException e) {
                cutOff();
                return Optional.of(Reason.DESK_FAULT);
            }
        }

        private Optional<Reason> run(Part part) {
            try {
                connect();
                part.talk();
                return Optional.empty();
            } catch (MessagingException | IOException e) {
                return Optional.of(
                        MailTrouble.of(
                                e,
                                transport.getLastReturnCode(),
                                transport.getLastServerResponse()));
            } finally {
                hangUp();
            }
        }

        void greet() throws MessagingException {
            transport.noop();
        }

        void hand(Outgoing message) throws MessagingException {
            var letter = new MailLetter(session, settings.from(), message, hash, clock.instant());
            messageId = letter.getMessageID();
            transport.sendMessage(letter, letter.getAllRecipients());
        }

        boolean mayBeOut() {
            return transport.mayBeOut();
        }

        private void connect() throws IOException, MessagingException {
            Socket plain = reached();
            transport.connect(settings.implicitTls() ? encrypted(plain) : plain);
        }

        /// The first of the host's addresses that lets itself be reached.
        private Socket reached() throws IOException {
            IOException trouble = new UnknownHostException();
            for (InetAddress address : InetAddress.getAllByName(settings.host())) {
                // The name as it was set, also for an address in figures: it is checked against
                // the certificate and must not be looked up backwards.
                var named = InetAddress.getByAddress(settings.host(), address.getAddress());
                var plain = new CappedSocket(MOST_BYTES);
                keep(plain);
                try {
                    plain.setSoTimeout((int) patience.answer().toMillis());
                    plain.connect(
                            new InetSocketAddress(named, settings.port()),
                            (int) patience.connect().toMillis());
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
                            trust.sockets()
                                    .createSocket(plain, settings.host(), settings.port(), true);
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

        private void cutOff() {
            transport.abandon();
            synchronized (this) {
                cut = true;
                if (socket != null) {
                    closeQuietly(socket);
                }
            }
        }

        private void hangUp() {
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
                settings.host(),
                settings.port(),
                null,
                settings.user().map(MailSettings.SignIn::name).orElse(null),
                settings.user().map(MailSettings.SignIn::password).orElse(null));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.ssl.socketFactory", trust.sockets());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(
                "mail.smtp.starttls.enable", String.valueOf(!settings.implicitTls()));
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(!settings.implicitTls()));
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
        properties.setProperty("mail.smtp.from", settings.from().toString());
        // Never this machine's own name.
        properties.setProperty("mail.smtp.localhost", settings.from().domain());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.timeout", String.valueOf(patience.answer().toMillis()));
        return properties;
    }
}
