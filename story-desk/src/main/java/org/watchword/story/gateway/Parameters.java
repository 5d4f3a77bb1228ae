package org.watchword.story.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The parameters of a request: those of its address and those of a form in its body.
final class Parameters {
    private static final int MOST = 64 * 1024;

    private Parameters() {}

    static Map<String, String> of(HttpExchange exchange) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        add(query == null ? "" : query, all);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] body = exchange.getRequestBody().readNBytes(MOST);
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            add(new String(body, UTF_8), all);
        }
        return all;
    }

    private static void add(String encoded, Map<String, String> all) {
        for (String pair : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                String value = parts.length > 1 ? parts[1] : "";
                all.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(value, UTF_8));
            }
        }
    }

    static String encoded(Map<String, String> all) {
        return all.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
