package org.watchword.desk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Reach;
import org.watchword.desk.web.Certificate;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Listening;

/// Where each listener of a desk listens, under which name, and where people find it.
final class Entrances {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /// Where it listens. A proxy or an onion service asks from this machine, so nobody else may;
    /// with a certificate of its own the whole network may.
    static Listening listening(Settings settings, Entrance one) {
        boolean toAll = settings.reach() == Reach.OWN_CERTIFICATE && one.address().isEmpty();
        var address =
                toAll
                        ? new InetSocketAddress(one.port())
                        : new InetSocketAddress(
                                one.address()
                                        .map(InetAddress::ofLiteral)
                                        .orElseGet(InetAddress::getLoopbackAddress),
                                one.port());
        return new Listening(address, one.certificate().map(_ -> certificate(one)));
    }

    /// The settings were looked at before anything was put together.
    private static Certificate certificate(Entrance one) {
        var pem = one.certificate().orElseThrow();
        return switch (Certificate.of(pem.chain(), pem.key())) {
            case Certificate.Read.Good(Certificate certificate) -> certificate;
            case Certificate.Read.Bad bad -> throw new IllegalStateException(bad.why().key());
        };
    }

    /// The name it answers to. That people come by TLS is said by the settings and by no header: a
    /// header could be anybody's.
    static HostName host(Settings settings, Entrance one) {
        return new HostName(one.host(), isTls(settings.reach()));
    }

    private static boolean isTls(Reach reach) {
        return switch (reach) {
            case OWN_CERTIFICATE, PROXY -> true;
            case ONION, LOOPBACK -> false;
        };
    }

    /// What people type, without a slash at its end.
    ///
    /// @param actual the port it listens on
    static String link(Settings settings, Entrance one, int actual) {
        return one.link().orElseGet(() -> guessed(settings, one, actual));
    }

    private static String guessed(Settings settings, Entrance one, int actual) {
        Optional<String> port =
                switch (settings.reach()) {
                    case OWN_CERTIFICATE, LOOPBACK -> Optional.of(":" + actual);
                    case PROXY, ONION -> Optional.empty();
                };
        boolean tls = isTls(settings.reach());
        String usual = ":" + (tls ? HTTPS : HTTP);
        return (tls ? "https://" : "http://")
                + one.host()
                + port.filter(given -> !given.equals(usual)).orElse("");
    }

    private Entrances() {}
}
