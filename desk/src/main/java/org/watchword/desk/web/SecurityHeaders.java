package org.watchword.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// The headers that every answer carries, whatever its status.
final class SecurityHeaders {
    static final String POLICY = "Content-Security-Policy";

    private static final String BASE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                    + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS = always();

    private static Map<String, String> always() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(POLICY, BASE);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Robots-Tag", "none");
        headers.put(
                "Permissions-Policy",
                "accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(), "
                        + "fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), "
                        + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), "
                        + "usb=(), web-share=(), xr-spatial-tracking=()");
        return headers;
    }

    static Map<String, String> always(boolean tls) {
        if (!tls) {
            return ALWAYS;
        }
        var headers = new LinkedHashMap<>(ALWAYS);
        headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        return headers;
    }

    /// The policy of a page that carries the one script with this hash.
    static String policyWith(String scriptHash) {
        return BASE + "; script-src '" + scriptHash + "'; connect-src 'self'";
    }

    /// The policy of a file that is to be kept: should a browser show it all the same, it is a page
    /// of nobody's that can do nothing.
    static String policyOfAFile() {
        return BASE + "; sandbox";
    }

    private SecurityHeaders() {}
}
