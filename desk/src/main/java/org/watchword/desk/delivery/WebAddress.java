package org.watchword.desk.delivery;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Where a channel speaks HTTP: `https`, or `http` where no line is between that anybody could
/// read, on this machine and within Tor. It carries no name, no query and no fragment, because
/// addresses are written into logs on their way.
final class WebAddress {
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.*\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern NEAR =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,252})):([0-9]{1,5})");
    private static final int PORTS = 65_535;

    /// Reads what somebody typed. A slash at its end is left out.
    static Optional<URI> of(String typed) {
        String text = typed.strip();
        if (text.length() > Limits.ADDRESS_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            return isOne(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOne(URI uri) {
        if (uri.getHost() == null || uri.getScheme() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean safe =
                switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                    case "https" -> true;
                    case "http" -> LOOPBACK.matcher(host).matches() || host.endsWith(".onion");
                    default -> false;
                };
        return safe
                && HOST.matcher(host).matches()
                && uri.getPort() <= PORTS
                && uri.getPort() != 0
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && PATH.matcher(uri.getRawPath()).matches();
    }

    /// What is wrong with what somebody typed, when {@link #of} finds no address in it.
    static Sentence wrong() {
        return Sentence.of("delivery.setting.wrong.web-address");
    }

    /// Reads a proxy as `host:port`. Nothing is looked up.
    static Optional<InetSocketAddress> proxy(String typed) {
        var match = NEAR.matcher(typed.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(match.group(3));
        return port >= 1 && port <= PORTS
                ? Optional.of(InetSocketAddress.createUnresolved(match.group(1), port))
                : Optional.empty();
    }

    private WebAddress() {}
}
