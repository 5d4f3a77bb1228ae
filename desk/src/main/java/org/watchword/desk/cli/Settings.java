package org.watchword.desk.cli;

import java.time.ZoneId;
import java.util.Optional;
import org.watchword.desk.basis.Language;

/// What a desk is told before it starts, in the file `desk.yaml` of its directory.
///
/// @param name the team's name for the desk, as it stands on the screen
/// @param zone the zone in which times are shown and typed
/// @param language what is spoken to somebody who has not signed in yet
/// @param staffHost the host name people ask for when they open the staff desk
/// @param staffPort the port it listens on, on the loopback address; 0 for any free one
/// @param staffLink where people's phones find the staff desk, with its scheme and without a slash
///   at its end, when that is not simply host and port: behind a proxy, or as an onion
public record Settings(
        String name,
        ZoneId zone,
        Language language,
        String staffHost,
        int staffPort,
        Optional<String> staffLink) {
    public Settings(String name, ZoneId zone, Language language, String staffHost, int staffPort) {
        this(name, zone, language, staffHost, staffPort, Optional.empty());
    }
}
