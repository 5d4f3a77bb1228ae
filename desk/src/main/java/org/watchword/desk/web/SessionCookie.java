package org.watchword.desk.web;

import java.time.Duration;

/// The desk's one cookie.
///
/// Over TLS, and from the machine itself, it is `__Host-watchword` with `Secure`, which no
/// neighbouring host can set. Browsers refuse such a cookie over plain http, and that is what an
/// onion address is to them: there it is called `watchword` and goes without `Secure`; the onion
/// circuit is what protects it.
record SessionCookie(String name, boolean secure) {
    private static final int CHARACTERS = 200;

    static SessionCookie on(HostName host) {
        return host.keepsSecureCookies()
                ? new SessionCookie("__Host-watchword", true)
                : new SessionCookie("watchword", false);
    }

    /// The header that sets it.
    String set(String value, Duration lasting) {
        if (!value.matches("[A-Za-z0-9_-]{1," + CHARACTERS + "}")) {
            throw new IllegalArgumentException("not a cookie value");
        }
        return name + "=" + value + "; Max-Age=" + lasting.toSeconds() + attributes();
    }

    /// The header that takes it away.
    String clear() {
        return name + "=; Max-Age=0" + attributes();
    }

    private String attributes() {
        return "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
