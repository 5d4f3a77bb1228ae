package org.watchword.desk.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Language;

/// What a desk is told before it starts, in the file `desk.yaml` of its directory.
///
/// @param name the team's name for the desk, as it stands on the screen
/// @param zone the zone in which times are shown and typed
/// @param language what is spoken to somebody who has not signed in yet
/// @param reach how people reach the three names
/// @param staff where the staff desk is asked for
/// @param door where the quiet door is asked for; a desk without one has no quiet door
/// @param site where the public site will be asked for; nothing listens there yet
/// @param backup where backups go
public record Settings(
        String name,
        ZoneId zone,
        Language language,
        Reach reach,
        Entrance staff,
        Optional<Entrance> door,
        Optional<Entrance> site,
        Optional<Backup> backup) {

    /// How people reach the desk.
    public enum Reach {
        /// TLS ends in the desk, with files of certificate and key.
        OWN_CERTIFICATE,
        /// TLS ends in a reverse proxy on this machine, which asks the desk over plain http.
        PROXY,
        /// An onion service on this machine asks the desk over plain http.
        ONION,
        /// Nobody from outside: people sit at this machine.
        LOOPBACK
    }

    /// One name under which something answers.
    ///
    /// @param host the host name people ask for
    /// @param port the port it listens on; 0 for any free one
    /// @param link where phones find it, with its scheme and without a slash at its end, when that
    ///   is not simply host and port: behind a proxy, or as an onion
    /// @param address the address of this machine it listens on, when it is not the usual one
    /// @param certificate with {@link Reach#OWN_CERTIFICATE}
    public record Entrance(
            String host,
            int port,
            Optional<String> link,
            Optional<String> address,
            Optional<Pem> certificate) {
        public Entrance(String host, int port) {
            this(host, port, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// A certificate with what leads to its root, and its private key; both PEM.
    public record Pem(Path chain, Path key) {}

    /// Where backups go, and to whom they are sealed.
    ///
    /// @param recipients age recipients; the desk never holds what opens them
    public record Backup(Path directory, List<String> recipients) {
        public Backup {
            recipients = List.copyOf(recipients);
        }
    }

    /// A desk for people at this machine, with nothing but its pages.
    public Settings(String name, ZoneId zone, Language language, String staffHost, int staffPort) {
        this(
                name,
                zone,
                language,
                Reach.LOOPBACK,
                new Entrance(staffHost, staffPort),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Settings withDoor(Entrance to) {
        return new Settings(name, zone, language, reach, staff, Optional.of(to), site, backup);
    }

    public Settings withSite(Entrance to) {
        return new Settings(name, zone, language, reach, staff, door, Optional.of(to), backup);
    }

    public Settings withBackup(Backup to) {
        return new Settings(name, zone, language, reach, staff, door, site, Optional.of(to));
    }

    public String staffHost() {
        return staff.host();
    }

    public int staffPort() {
        return staff.port();
    }

    public Optional<String> staffLink() {
        return staff.link();
    }
}
