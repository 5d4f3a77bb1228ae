package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnAddressOfTheWeb {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ntfy.example",
                "https://ntfy.example:8443/hooks/desk",
                "http://127.0.0.1:8081",
                "http://localhost:8081",
                "http://[::1]:8081",
                "http://abcdefghijklmnop.onion",
                "https://abcdefghijklmnop.onion"
            })
    void is_taken_where_nobody_can_read_along(String typed) {
        assertEquals(Optional.of(URI.create(typed)), WebAddress.of(" " + typed + "/ "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ntfy.example",
                "http://ntfy.example",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "https://",
                "https:///x",
                "https://name:secret@ntfy.example",
                "https://name@ntfy.example",
                "https://ntfy.example/?topic=x",
                "https://ntfy.example/#x",
                "https://ntfy.example:0",
                "https://ntfy.example:70000",
                "https://ntfy.example\\@other.example",
                "https://ntfy.example/\r\nX: y",
                "ftp://ntfy.example",
                "file:///etc/passwd"
            })
    void is_refused_elsewhere(String typed) {
        assertTrue(WebAddress.of(typed).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "proxy:", "proxy:0", "proxy:65536", ":80", "http://p:80"})
    void of_a_proxy_has_a_host_and_a_port(String wrong) {
        assertTrue(WebAddress.proxy(wrong).isEmpty());
        var good = WebAddress.proxy(" tor.localhost:8118 ").orElseThrow();
        assertEquals("tor.localhost:8118", good.getHostString() + ":" + good.getPort());
        assertTrue(good.isUnresolved());
    }
}
