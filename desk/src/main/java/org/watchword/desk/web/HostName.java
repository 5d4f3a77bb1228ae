package org.watchword.desk.web;

import java.util.Locale;

/// A name under which the desk is asked for, and whether the people's side of the connection is TLS
/// (which a proxy in front may have taken off). The port is whatever they asked for.
public record HostName(String name, boolean tls) {
    public HostName {
        name = name.toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:]+\\]")) {
            throw new IllegalArgumentException("not a host name");
        }
    }

    /// Whether a browser takes a `Secure` cookie from this name: over TLS, and from the machine
    /// itself, which browsers trust without.
    boolean keepsSecureCookies() {
        return tls || isThisMachine();
    }

    private boolean isThisMachine() {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("127.")
                || name.equals("[::1]");
    }

    String scheme() {
        return tls ? "https" : "http";
    }
}
