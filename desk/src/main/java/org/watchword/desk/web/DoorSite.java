package org.watchword.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The names a door answers to.
public record DoorSite(List<HostName> hosts) {
    public DoorSite {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a door needs a name");
        }
    }

    /// The name in a `Host` header; empty when it is none of these.
    Optional<HostName> asked(Optional<String> header) {
        return header.map(value -> value.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""))
                .flatMap(name ->
                        hosts.stream().filter(host -> host.name().equals(name)).findFirst());
    }
}
