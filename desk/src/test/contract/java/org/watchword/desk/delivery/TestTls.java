package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key and a self-signed certificate for one host name, made by the JDK's own keytool.
record TestTls(Path keystore, String pem, SSLContext context) {
    static final String PASSWORD = "changeit";

    /// The key of `localhost` that GreenMail shows: it reads one when it first needs one, and keeps
    /// it for all its servers in this process.
    static TestTls ofGreenMail() {
        return OfGreenMail.KEY;
    }

    private static final class OfGreenMail {
        static final TestTls KEY = make();

        private static TestTls make() {
            try {
                Path dir = Files.createTempDirectory("greenmail");
                TestTls key = forHost(dir, "localhost");
                key.keystore().toFile().deleteOnExit();
                dir.toFile().deleteOnExit();
                System.setProperty("greenmail.tls.keystore.file", key.keystore().toString());
                System.setProperty("greenmail.tls.keystore.password", PASSWORD);
                return key;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static TestTls forHost(Path dir, String host) {
        try {
            Path file = dir.resolve(host + ".p12");
            if (!Files.exists(file)) {
                make(file, host);
            }
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new TestTls(file, pem(store.getCertificate("mail").getEncoded()), context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path file, String host) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "mail",
                                "-keyalg",
                                "EC",
                                "-validity",
                                "2",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "SAN=dns:" + host,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }
}
