package org.watchword.desk.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;

/// The headers of everything a door answers: what any careful page sends, and nothing that only the
/// desk does.
final class DoorHeaders {
    static void put(Response response, String policy, boolean tls) {
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        fields.put("Content-Security-Policy", policy);
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("X-Frame-Options", "DENY");
        fields.put("Referrer-Policy", "no-referrer");
        fields.put("Cross-Origin-Opener-Policy", "same-origin");
        fields.put("Cross-Origin-Resource-Policy", "same-origin");
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Robots-Tag", "none");
        if (tls) {
            fields.put("Strict-Transport-Security", "max-age=63072000");
        }
    }

    private DoorHeaders() {}
}
