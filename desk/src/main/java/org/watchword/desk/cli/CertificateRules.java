package org.watchword.desk.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.web.Certificate;

/// Whether the certificates that a desk is to show fit its names: each its own, and none a second
/// one, because whoever is shown such a certificate sees that two names belong together.
public final class CertificateRules {
    /// Why a desk cannot show these; an old one is no reason, a desk must ring all the same.
    public static Optional<Sentence> flaw(Settings settings) {
        List<Entrance> entrances = ListenerRules.entrances(settings);
        return entrances.stream()
                .filter(one -> one.certificate().isPresent())
                .flatMap(one -> flaw(one, entrances).stream())
                .findFirst();
    }

    private static Optional<Sentence> flaw(Entrance one, List<Entrance> all) {
        return switch (read(one)) {
            case Certificate.Read.Bad(Sentence why) -> Optional.of(why);
            case Certificate.Read.Good(Certificate certificate) -> names(one, all, certificate);
        };
    }

    /// Reads the certificate of an entrance that has one.
    static Certificate.Read read(Entrance one) {
        var pem = one.certificate().orElseThrow();
        return Certificate.of(pem.chain(), pem.key());
    }

    private static Optional<Sentence> names(
            Entrance one, List<Entrance> all, Certificate certificate) {
        if (!certificate.names(one.host())) {
            return Optional.of(Sentence.of("cli.certificate.not-its-name", "host", one.host()));
        }
        return all.stream()
                .filter(other -> !other.host().equals(one.host()))
                .filter(other -> certificate.names(other.host()))
                .findFirst()
                .map(other ->
                        new Sentence(
                                "cli.certificate.two-names",
                                Map.of("host", one.host(), "other", other.host())));
    }

    private CertificateRules() {}
}
