package org.watchword.desk.web;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A certificate that signed itself, and its key, in two files.
public record MadeCertificate(Path chain, Path key) {
    /// For these names, good for a month from then on.
    public static MadeCertificate in(Path dir, String file, Instant from, List<String> names) {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(256);
            KeyPair pair = maker.generateKeyPair();
            byte[] certificate = certificate(pair, from, names);
            Path chain = dir.resolve(file + ".pem");
            Path key = dir.resolve(file + ".key");
            Files.writeString(chain, pem("CERTIFICATE", certificate));
            Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            return new MadeCertificate(chain, key);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] certificate(KeyPair pair, Instant from, List<String> names)
            throws GeneralSecurityException, IOException {
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        var nobody = new X500Name("CN=nobody");
        var body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(BigInteger.valueOf(7)));
        body.setSignature(algorithm);
        body.setIssuer(nobody);
        body.setSubject(nobody);
        body.setStartDate(new Time(Date.from(from)));
        body.setEndDate(new Time(Date.from(from.plusSeconds(30L * 24 * 3600))));
        body.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        body.setExtensions(
                new Extensions(
                        new Extension(Extension.subjectAlternativeName, false, encoded(names))));
        var inner = body.generateTBSCertificate();
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(pair.getPrivate());
        signing.update(inner.getEncoded(ASN1Encoding.DER));
        var all = new ASN1EncodableVector();
        all.add(inner);
        all.add(algorithm);
        all.add(new DERBitString(signing.sign()));
        return new DERSequence(all).getEncoded(ASN1Encoding.DER);
    }

    private static byte[] encoded(List<String> names) throws IOException {
        return new GeneralNames(
                        names.stream()
                                .map(name -> new GeneralName(GeneralName.dNSName, name))
                                .toArray(GeneralName[]::new))
                .getEncoded(ASN1Encoding.DER);
    }

    private static String pem(String what, byte[] bytes) {
        return Stream.of(
                        "-----BEGIN " + what + "-----",
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes),
                        "-----END " + what + "-----",
                        "")
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
