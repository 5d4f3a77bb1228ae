package org.watchword.desk.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.watchword.desk.basis.Sentence;

/// A certificate with what leads to its root, and its private key, as a listener shows them.
///
/// Both come from PEM files: the chain with the listener's own certificate first, the key as PKCS
/// #8 without a passphrase (RFC 7468, section 10), which is what the usual programs write.
public final class Certificate {
    private static final long BYTES = 256 * 1024;
    private static final int DNS_NAME = 2;
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private Certificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /// What reading gave.
    public sealed interface Read {
        record Good(Certificate certificate) implements Read {}

        record Bad(Sentence why) implements Read {}
    }

    /// Reads both files.
    public static Read of(Path chain, Path key) {
        try {
            var certificates = certificates(bytes(chain));
            if (certificates.isEmpty()) {
                return bad("web.certificate.none", chain);
            }
            var secret = privateKey(new String(bytes(key), StandardCharsets.US_ASCII));
            if (secret.isEmpty()) {
                return bad("web.certificate.no-key", key);
            }
            if (!belong(certificates.getFirst(), secret.get())) {
                return bad("web.certificate.other-key", key);
            }
            return new Read.Good(new Certificate(certificates, secret.get()));
        } catch (IOException e) {
            return bad("web.certificate.unreadable", Files.isReadable(chain) ? key : chain);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return bad("web.certificate.broken", chain);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > BYTES) {
            throw new IOException("too large for a certificate");
        }
        return Files.readAllBytes(file);
    }

    private static Read bad(String key, Path file) {
        return new Read.Bad(Sentence.of(key, "file", file.toString()));
    }

    private static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        var all = new ArrayList<X509Certificate>();
        if (!new String(pem, StandardCharsets.US_ASCII).contains("-----BEGIN CERTIFICATE-----")) {
            return all;
        }
        for (var one :
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem))) {
            all.add((X509Certificate) one);
        }
        return all;
    }

    private static Optional<PrivateKey> privateKey(String pem) throws GeneralSecurityException {
        var found = KEY.matcher(pem);
        if (!found.find()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
        try {
            for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
                var key = keyOf(algorithm, bytes);
                if (key.isPresent()) {
                    return key;
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Optional<PrivateKey> keyOf(String algorithm, byte[] bytes)
            throws GeneralSecurityException {
        try {
            var spec = new PKCS8EncodedKeySpec(bytes);
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (java.security.spec.InvalidKeySpecException e) {
            return Optional.empty();
        }
    }

    /// Whether the key signs what the certificate verifies.
    private static boolean belong(X509Certificate certificate, PrivateKey key)
            throws GeneralSecurityException {
        if (!family(certificate.getPublicKey().getAlgorithm()).equals(family(key.getAlgorithm()))) {
            return false;
        }
        byte[] something =
                "does this key belong to that certificate?".getBytes(StandardCharsets.US_ASCII);
        var signing = Signature.getInstance(family(key.getAlgorithm()));
        signing.initSign(key);
        signing.update(something);
        byte[] signed = signing.sign();
        var verifying = Signature.getInstance(family(key.getAlgorithm()));
        verifying.initVerify(certificate.getPublicKey());
        verifying.update(something);
        return verifying.verify(signed);
    }

    private static String family(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> throw new IllegalArgumentException("no such key");
        };
    }

    /// Whether a browser that asked for this name would be content with the certificate (RFC 9525:
    /// the alternative names only, `*` for one whole label at the left).
    public boolean names(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        String parent = asked.contains(".") ? asked.substring(asked.indexOf('.')) : "";
        return names().stream()
                .anyMatch(name ->
                        name.equals(asked) || (!parent.isEmpty() && name.equals("*" + parent)));
    }

    private List<String> names() {
        try {
            Collection<List<?>> all = chain.getFirst().getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(one -> Integer.valueOf(DNS_NAME).equals(one.getFirst()))
                            .map(one -> String.valueOf(one.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /// Until when browsers take it.
    public Instant until() {
        return chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /// What Jetty is given: TLS 1.2 and 1.3, and this certificate for whatever name is asked.
    SslContextFactory.Server forJetty() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("listener", key, new char[0], chain.toArray(X509Certificate[]::new));
            var ssl = new SslContextFactory.Server();
            ssl.setKeyStore(store);
            ssl.setKeyStorePassword("");
            ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            ssl.setSniRequired(false);
            return ssl;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate that was read cannot be used", e);
        }
    }
}
