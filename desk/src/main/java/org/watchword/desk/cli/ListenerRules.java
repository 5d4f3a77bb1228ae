package org.watchword.desk.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Reach;

/// What must hold between the names of one desk, so that nothing in what they answer links one to
/// another: no name twice, no port of one address twice, and names that fit the way they are
/// reached.
public final class ListenerRules {
    /// Why a desk cannot listen like that.
    public static Optional<Sentence> flaw(Settings settings) {
        var entrances = entrances(settings);
        return twice(entrances)
                .or(() ->
                        entrances.stream()
                                .flatMap(one -> unfit(settings.reach(), one).stream())
                                .findFirst())
                .or(() -> bare(settings));
    }

    static List<Entrance> entrances(Settings settings) {
        var all = new ArrayList<Entrance>();
        all.add(settings.staff());
        settings.door().ifPresent(all::add);
        settings.site().ifPresent(all::add);
        return all;
    }

    private static Optional<Sentence> twice(List<Entrance> entrances) {
        var hosts = new HashSet<String>();
        var ports = new HashSet<String>();
        for (Entrance one : entrances) {
            if (!hosts.add(one.host())) {
                return Optional.of(Sentence.of("cli.settings.name-twice", "host", one.host()));
            }
            String port = one.address().orElse("") + " " + one.port();
            if (one.port() != 0 && !ports.add(port)) {
                String number = Integer.toString(one.port());
                return Optional.of(Sentence.of("cli.settings.port-twice", "port", number));
            }
        }
        return Optional.empty();
    }

    private static Optional<Sentence> unfit(Reach reach, Entrance one) {
        String why =
                switch (reach) {
                    case LOOPBACK -> isOfThisMachine(one.host()) ? "" : "cli.settings.not-loopback";
                    case ONION -> one.host().endsWith(".onion") ? "" : "cli.settings.not-onion";
                    case OWN_CERTIFICATE, PROXY -> "";
                };
        if (why.isEmpty() && reach != Reach.OWN_CERTIFICATE && one.certificate().isPresent()) {
            why = "cli.settings.certificate-unused";
        }
        return why.isEmpty() ? Optional.empty() : Optional.of(Sentence.of(why, "host", one.host()));
    }

    /// What listens with TLS of its own needs a certificate; the public site is not there yet.
    private static Optional<Sentence> bare(Settings settings) {
        if (settings.reach() != Reach.OWN_CERTIFICATE) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(settings.staff()), settings.door().stream())
                .filter(one -> one.certificate().isEmpty())
                .findFirst()
                .map(one -> Sentence.of("cli.settings.no-certificate", "host", one.host()));
    }

    private static boolean isOfThisMachine(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.");
    }

    private ListenerRules() {}
}
