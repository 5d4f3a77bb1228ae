package org.watchword.desk.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Pem;
import org.watchword.desk.cli.Settings.Reach;

/// Asks how people reach the desk, and under which names.
final class ReachQuestions {
    /// Ports on this machine, where nothing else usually listens.
    private static final int STAFF = 8600;

    private static final int DOOR = 8601;
    private static final int SITE = 8602;

    /// With certificates of its own the quiet door has the port that nobody needs to type: whoever
    /// uses it may have only a moment.
    private static final int TLS_DOOR = 443;

    private static final int TLS_STAFF = 8443;
    private static final int TLS_SITE = 9443;

    private static final String HOST = "[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?";

    private final Terminal terminal;

    ReachQuestions(Terminal terminal) {
        this.terminal = terminal;
    }

    /// How it is reached, and its three names.
    record Reached(Reach reach, Entrance staff, Entrance door, Optional<Entrance> site) {}

    Reached ask(Reach before) {
        terminal.say("cli.init.reach.choices");
        int chosen = terminal.number("cli.init.reach", number(before), 1, 4);
        return switch (chosen) {
            case 1 -> loopback();
            case 2 -> named(Reach.PROXY);
            case 3 -> named(Reach.ONION);
            default -> named(Reach.OWN_CERTIFICATE);
        };
    }

    private static int number(Reach reach) {
        return switch (reach) {
            case LOOPBACK -> 1;
            case PROXY -> 2;
            case ONION -> 3;
            case OWN_CERTIFICATE -> 4;
        };
    }

    static Reached loopback() {
        return new Reached(
                Reach.LOOPBACK,
                new Entrance("staff.localhost", STAFF),
                new Entrance("door.localhost", DOOR),
                Optional.of(new Entrance("site.localhost", SITE)));
    }

    private Reached named(Reach reach) {
        boolean tls = reach == Reach.OWN_CERTIFICATE;
        terminal.say(
                switch (reach) {
                    case ONION -> "cli.init.names.onion";
                    case PROXY -> "cli.init.names.proxy";
                    case OWN_CERTIFICATE, LOOPBACK -> "cli.init.names.own";
                });
        var staff = entrance("cli.init.name.staff", tls ? TLS_STAFF : STAFF, reach);
        var door = entrance("cli.init.name.door", tls ? TLS_DOOR : DOOR, reach);
        String site = host("cli.init.name.site", true);
        return new Reached(
                reach,
                staff,
                door,
                site.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Entrance(site, tls ? TLS_SITE : SITE)));
    }

    private Entrance entrance(String key, int port, Reach reach) {
        String host = host(key, false);
        if (reach != Reach.OWN_CERTIFICATE) {
            return new Entrance(host, port);
        }
        var pem = new Pem(file("cli.init.chain", host), file("cli.init.key", host));
        return new Entrance(host, port, Optional.empty(), Optional.empty(), Optional.of(pem));
    }

    private String host(String key, boolean mayBeEmpty) {
        while (true) {
            String host = terminal.ask(key, "").toLowerCase(Locale.ROOT);
            if (host.matches(HOST) || (mayBeEmpty && host.isEmpty())) {
                return host;
            }
            terminal.say("cli.init.host-wrong");
        }
    }

    private Path file(String key, String host) {
        terminal.say(Sentence.of("cli.init.files-of", "host", host));
        while (true) {
            try {
                String typed = terminal.ask(key, "");
                Path file = Path.of(typed).toAbsolutePath().normalize();
                if (!typed.isEmpty() && java.nio.file.Files.isReadable(file)) {
                    return file;
                }
            } catch (InvalidPathException e) {
                // said below
            }
            terminal.say("cli.init.file-wrong");
        }
    }
}
