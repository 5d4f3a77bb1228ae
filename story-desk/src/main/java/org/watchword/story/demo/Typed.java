package org.watchword.story.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/// What a form of the start page sent.
final class Typed {
    private static final int MOST_BYTES = 16 * 1024;

    private Typed() {}

    /// By the names of the fields; what is broken is left out.
    static Map<String, String> in(HttpExchange exchange) throws IOException {
        Map<String, String> typed = new HashMap<>();
        String body = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8);
        for (String field : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            if (pair.length == 2) {
                try {
                    typed.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
                } catch (IllegalArgumentException e) {
                    // Broken escapes: as if the field had not been there.
                }
            }
        }
        return typed;
    }
}
