package org.watchword.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The desk's one script and the hash under which browsers run it. It stands inside the page, so
/// that no other text of that page can ever be run.
record LiveScript(String text, String hash) {
    static LiveScript read() {
        try (var in = LiveScript.class.getResourceAsStream("live.js")) {
            if (in == null) {
                throw new IllegalStateException("no live.js in this program");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LiveScript of(String text) {
        if (text.contains("</") || text.contains("<!--") || text.contains("\r")) {
            throw new IllegalArgumentException("a script that cannot stand inside a page");
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new LiveScript(text, "sha256-" + Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
