package org.watchword.desk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;

/// A door that ends TLS itself: what it shows before and after the handshake names nobody.
class ADoorWithTls {
    private static final String NAME = "parcels.example";
    private static final Pattern TELLING =
            Pattern.compile("watchword|jetty|javalin|java|server:|set-cookie|desk", 2);

    @TempDir Path dir;
    private DoorListener door;

    /// A page that is somebody's, and takes nothing.
    private record Plain() implements DoorPage {
        @Override
        public DoorLook look() {
            var answers = new DoorLook.Answers("Received", "Back", "Nothing", "No", "Later");
            return new DoorLook(
                    new Language("en"), "p{}", "Parcels", "", "Parcel", "Note", "Send", answers);
        }

        @Override
        public void take(String first, String second) {}
    }

    @BeforeEach
    void open() {
        var made = MadeCertificate.in(dir, "door", Instant.now().minusSeconds(60), List.of(NAME));
        var read = Certificate.of(made.chain(), made.key());
        var certificate = assertInstanceOf(Certificate.Read.Good.class, read).certificate();
        door =
                new DoorListener(
                        new Listening(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                Optional.of(certificate)),
                        new DoorSite(List.of(new HostName(NAME, true))),
                        new Plain(),
                        new TestDesk.StillClock(),
                        new Random(3));
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void shows_the_one_certificate_with_its_own_name_alone_whatever_name_is_asked_for()
            throws Exception {
        for (String name : List.of(NAME, "staff.example", "x")) {
            try (var socket = asking(name)) {
                socket.startHandshake();
                var peers = socket.getSession().getPeerCertificates();
                assertEquals(1, peers.length);
                var shown = assertInstanceOf(X509Certificate.class, peers[0]);
                assertEquals("[[2, " + NAME + "]]", shown.getSubjectAlternativeNames().toString());
                assertFalse(telling(new String(shown.getEncoded(), ISO_8859_1)));
            }
        }
    }

    @Test
    void answers_in_the_same_look_whatever_is_asked() throws Exception {
        for (String request :
                List.of(
                        "GET / HTTP/1.1\r\nHost: " + NAME,
                        "GET /login HTTP/1.1\r\nHost: " + NAME,
                        "TRACE / HTTP/1.1\r\nHost: " + NAME,
                        "GET / HTTP/1.1\r\nHost: staff.example",
                        "GET / HTTP/1.1",
                        "\u0000 nonsense")) {
            try (var socket = asking(NAME)) {
                socket.getOutputStream()
                        .write((request + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
                assertTrue(answer.contains("<style>p{}</style>"), answer);
                assertFalse(telling(answer), answer);
            }
        }
    }

    @Test
    void says_nothing_to_whoever_speaks_no_tls() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
            assertTrue(left(socket).length <= 7, "an alert at most");
        }
    }

    private static byte[] left(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            return new byte[0];
        }
    }

    private static boolean telling(String text) {
        return TELLING.matcher(text).find();
    }

    private SSLSocket asking(String name) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        var socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), door.port());
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
        return socket;
    }

    /// A scanner trusts whatever it is shown.
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
