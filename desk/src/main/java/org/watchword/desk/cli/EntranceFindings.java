package org.watchword.desk.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.web.Certificate;

/// What `check` says about the names of a desk: what somebody can see that links them, and until
/// when their certificates are good.
public final class EntranceFindings {
    private static final Duration SOON = Duration.ofDays(14);

    public static List<Finding> of(Settings settings, Instant now, TimeWords times) {
        var findings = new ArrayList<Finding>();
        findings.add(apart(settings));
        for (Entrance one : ListenerRules.entrances(settings)) {
            if (one.certificate().isPresent()) {
                findings.add(certificate(one, now, times));
            }
        }
        CertificateRules.flaw(settings)
                .map(Finding::toMend)
                .filter(one -> !findings.contains(one))
                .ifPresent(findings::add);
        return findings;
    }

    /// Not to be mended by everybody, but to be known.
    private static Finding apart(Settings settings) {
        if (settings.door().isEmpty()) {
            return Finding.well(Sentence.of("cli.check.names.no-door"));
        }
        return Finding.well(
                Sentence.of(
                        switch (settings.reach()) {
                            case LOOPBACK -> "cli.check.names.loopback";
                            case ONION -> "cli.check.names.onion";
                            case PROXY -> "cli.check.names.shared";
                            case OWN_CERTIFICATE ->
                                    haveTheirOwn(settings)
                                            ? "cli.check.names.own"
                                            : "cli.check.names.shared";
                        }));
    }

    private static boolean haveTheirOwn(Settings settings) {
        var addresses =
                ListenerRules.entrances(settings).stream().map(Entrance::address).distinct();
        return addresses.filter(Optional::isPresent).count()
                == ListenerRules.entrances(settings).size();
    }

    private static Finding certificate(Entrance one, Instant now, TimeWords times) {
        return switch (CertificateRules.read(one)) {
            case Certificate.Read.Bad(Sentence why) -> Finding.toMend(why);
            case Certificate.Read.Good(Certificate good) -> {
                Map<String, Object> gaps =
                        Map.of("host", one.host(), "until", times.dayAndMinute(good.until()));
                yield now.plus(SOON).isBefore(good.until())
                        ? Finding.well(new Sentence("cli.check.certificate.well", gaps))
                        : Finding.toMend(new Sentence("cli.check.certificate.soon", gaps));
            }
        };
    }

    private EntranceFindings() {}
}
