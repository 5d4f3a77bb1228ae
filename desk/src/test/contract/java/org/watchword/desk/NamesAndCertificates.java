package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.CertificateRules;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Pem;
import org.watchword.desk.cli.Settings.Reach;
import org.watchword.desk.web.MadeCertificate;

/// Nothing in a certificate may link the names of one desk.
class NamesAndCertificates {
    @TempDir Path dir;

    private Entrance entrance(String host, String... names) {
        var made = MadeCertificate.in(dir, host, Instant.now().minusSeconds(60), List.of(names));
        var pem = new Pem(made.chain(), made.key());
        return new Entrance(host, 0, Optional.empty(), Optional.empty(), Optional.of(pem));
    }

    private static String flaw(Entrance staff, Entrance door) {
        var settings =
                new Settings(
                        "Harbour",
                        ZoneId.of("UTC"),
                        new Language("en"),
                        Reach.OWN_CERTIFICATE,
                        staff,
                        Optional.of(door),
                        Optional.of(new Entrance("site.example", 0)),
                        Optional.empty());
        return CertificateRules.flaw(settings).map(Sentence::key).orElse("");
    }

    @Test
    void one_certificate_for_each_name_is_well() {
        assertEquals(
                "",
                flaw(
                        entrance("desk.example", "desk.example"),
                        entrance("parcels.example", "parcels.example", "www.parcels.example")));
    }

    @Test
    void a_certificate_with_two_of_the_names_is_refused() {
        var door = entrance("parcels.example", "parcels.example");
        assertEquals(
                "cli.certificate.two-names",
                flaw(entrance("desk.example", "desk.example", "parcels.example"), door));
        assertEquals(
                "cli.certificate.two-names",
                flaw(entrance("desk.example", "desk.example", "site.example"), door));
    }

    @Test
    void a_star_that_covers_two_of_the_names_is_refused() {
        assertEquals(
                "cli.certificate.two-names",
                flaw(
                        entrance("desk.example", "*.example"),
                        entrance("parcels.example", "parcels.example")));
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        assertEquals(
                "cli.certificate.not-its-name",
                flaw(
                        entrance("desk.example", "desk.example"),
                        entrance("parcels.example", "letters.example")));
    }
}
