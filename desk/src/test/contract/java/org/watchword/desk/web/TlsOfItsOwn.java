package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;

/// A listener that ends TLS itself.
class TlsOfItsOwn {
    private static final String HOST = "staff.localhost";

    @TempDir Path dir;

    private MadeCertificate made(String file, String... names) {
        return MadeCertificate.in(dir, file, Instant.now().minusSeconds(60), List.of(names));
    }

    private static Certificate read(MadeCertificate made) {
        var read = Certificate.of(made.chain(), made.key());
        return assertInstanceOf(Certificate.Read.Good.class, read).certificate();
    }

    private StaffListener listener(MadeCertificate made) {
        var route =
                Route.get(
                        "/",
                        new Gate.Open(),
                        visit -> Answer.refused(Sentence.of("web.refused.role"), "/"));
        var listener =
                new StaffListener(
                        new Listening(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                Optional.of(read(made))),
                        TestDesk.site(new HostName(HOST, true)),
                        TestDesk.rooms(new TestDesk.MadeUpCallers(), route),
                        new TestDesk.StillClock(),
                        new Random(7));
        listener.start();
        return listener;
    }

    private SSLContext trusting(MadeCertificate made) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(made.chain())) {
            var one = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setCertificateEntry("made", one);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /// The name is asked for as a browser does; where it leads is this machine.
    private SSLSocket asking(String host, StaffListener listener, MadeCertificate trusted)
            throws Exception {
        var plain = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        var socket =
                (SSLSocket)
                        trusting(trusted)
                                .getSocketFactory()
                                .createSocket(plain, host, listener.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Test
    void a_browser_that_knows_the_certificate_is_answered_and_told_to_come_by_tls_only()
            throws Exception {
        var made = made("staff", HOST);
        try (var listener = listener(made);
                var socket = asking(HOST, listener, made)) {
            String request = "GET / HTTP/1.1\r\nHost: " + HOST + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 409"), answer);
            assertTrue(answer.contains("Strict-Transport-Security: max-age=63072000"), answer);
        }
    }

    @Test
    void whoever_expects_another_name_is_not_content() throws Exception {
        var made = made("staff", HOST);
        try (var listener = listener(made);
                var socket = asking("door.localhost", listener, made)) {
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
    }

    @Test
    void old_versions_of_tls_are_not_spoken() throws Exception {
        var made = made("staff", HOST);
        try (var listener = listener(made);
                var socket =
                        (SSLSocket)
                                trusting(made)
                                        .getSocketFactory()
                                        .createSocket("127.0.0.1", listener.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
    }

    @Test
    void a_certificate_says_for_which_names_it_is_good() {
        var one = read(made("one", HOST, "*.example"));
        assertTrue(one.names(HOST));
        assertTrue(one.names("STAFF.localhost"));
        assertTrue(one.names("door.example"));
        assertFalse(one.names("a.door.example"));
        assertFalse(one.names("door.localhost"));
        assertFalse(one.names("example"));
    }

    @Test
    void two_files_that_do_not_belong_together_are_refused() {
        var one = made("one", HOST);
        var other = made("other", HOST);
        assertEquals("web.certificate.other-key", why(one.chain(), other.key()));
        assertEquals("web.certificate.no-key", why(one.chain(), one.chain()));
        assertEquals("web.certificate.none", why(one.key(), one.key()));
        assertEquals("web.certificate.unreadable", why(dir.resolve("gone.pem"), one.key()));
        assertEquals("web.certificate.unreadable", why(one.chain(), dir.resolve("gone.key")));
    }

    @Test
    void a_certificate_cut_off_in_the_middle_is_refused() throws IOException {
        var one = made("one", HOST);
        String text = Files.readString(one.chain());
        Files.writeString(one.chain(), text.substring(0, text.length() / 2));
        assertEquals("web.certificate.broken", why(one.chain(), one.key()));
    }

    private static String why(Path chain, Path key) {
        var read = Certificate.of(chain, key);
        return assertInstanceOf(Certificate.Read.Bad.class, read).why().key();
    }
}
