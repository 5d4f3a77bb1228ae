package org.watchword.desk.web;

import java.time.ZoneId;
import java.util.List;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;

/// What a listener is, seen from outside.
///
/// @param deskName the team's name for its desk
/// @param hosts the names it answers to; a request for any other is turned away
/// @param zone the zone in which the team reads its times
/// @param fallback the language for people who ask for none the desk speaks
public record Site(
        String deskName, List<HostName> hosts, ZoneId zone, WordBook words, Language fallback) {
    public Site {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a site needs a name");
        }
        if (hosts.stream().map(HostName::name).distinct().count() != hosts.size()) {
            throw new IllegalArgumentException("a host name is given twice");
        }
        if (!words.speaks(fallback)) {
            throw new IllegalArgumentException("the desk does not speak " + fallback.tag());
        }
    }
}
