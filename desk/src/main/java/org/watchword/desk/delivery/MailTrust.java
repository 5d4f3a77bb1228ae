package org.watchword.desk.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Whom a channel believes: the certificates the team pasted, and then nobody else, or the public
/// authorities the Java runtime knows.
final class MailTrust {
    private final SSLContext context;

    private MailTrust(SSLContext context) {
        this.context = context;
    }

    /// @param pem certificates as text, an authority's or the server's own; empty for the public
    ///   authorities
    /// @throws IllegalArgumentException when the text holds no certificate
    static MailTrust of(String pem) {
        try {
            var context = SSLContext.getInstance("TLS");
            if (pem.isBlank()) {
                context.init(null, null, null);
            } else {
                var trust = TrustManagerFactory.getInstance("PKIX");
                trust.init(anchors(certificates(pem).orElseThrow(IllegalArgumentException::new)));
                context.init(null, trust.getTrustManagers(), null);
            }
            return new MailTrust(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS in this Java runtime", e);
        }
    }

    /// The certificates in a text; empty when it holds none or something else.
    static Optional<List<Certificate>> certificates(String pem) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            Collection<? extends Certificate> found =
                    factory.generateCertificates(
                            new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static KeyStore anchors(List<Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("trusted-" + i, certificates.get(i));
        }
        return store;
    }

    SSLContext context() {
        return context;
    }

    SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }
}
