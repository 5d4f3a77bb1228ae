package org.watchword.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.watchword.story.visit.Visitor;

/// The address of a desk that is in use, as somebody types it. A passphrase goes there: in clear
/// only to this very machine.
final class DeskInUse {
    static Optional<Visitor.Place> at(String typed) {
        try {
            var uri = new URI(typed.strip());
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
            String path = Optional.ofNullable(uri.getPath()).orElse("");
            boolean plain = (path.isEmpty() || path.equals("/")) && uri.getUserInfo() == null;
            if (host.isEmpty() || !plain || uri.getQuery() != null) {
                return Optional.empty();
            }
            return place(scheme.toLowerCase(Locale.ROOT), host, uri.getPort());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Visitor.Place> place(String scheme, String host, int port) {
        String colon = port < 0 ? "" : ":" + port;
        String base = scheme + "://" + host + colon;
        if (scheme.equals("https")) {
            return Optional.of(new Visitor.Place(base, base));
        }
        return scheme.equals("http") && isHere(host)
                ? Optional.of(new Visitor.Place(base, reach(host) + colon))
                : Optional.empty();
    }

    private static boolean isHere(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("127.0.0.1")
                || host.equals("[::1]");
    }

    /// No resolver need know the names that end in `localhost`.
    private static String reach(String host) {
        return host.equals("[::1]") ? "http://[::1]" : "http://127.0.0.1";
    }

    private DeskInUse() {}
}
