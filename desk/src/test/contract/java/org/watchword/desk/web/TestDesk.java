package org.watchword.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.WordBook;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.AccountKeys;

/// A listener with tiny routes and made-up callers, and a client that sends exactly what it is
/// told.
final class TestDesk implements AutoCloseable {
    static final Language EN = new Language("en");
    static final Language RU = new Language("ru");
    static final String TOKEN = "0123456789abcdef";

    private final StaffListener listener;
    private final HttpClient client = HttpClient.newHttpClient();

    TestDesk(List<HostName> hosts, Rooms rooms) {
        var site = site(hosts.toArray(HostName[]::new));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        listener = new StaffListener(address, site, rooms, new StillClock(), new Random(7));
        listener.start();
    }

    static Site site(HostName... hosts) {
        var words = WordBook.read(List.of(EN, RU), List.of(StaffListener.class));
        return new Site("Harbour", List.of(hosts), ZoneId.of("UTC"), words, EN);
    }

    static TestDesk with(Route... routes) {
        return named(new HostName("127.0.0.1", false), routes);
    }

    static TestDesk named(HostName host, Route... routes) {
        return new TestDesk(List.of(host), rooms(new MadeUpCallers(), routes));
    }

    static Rooms rooms(Callers callers, Route... routes) {
        return new Rooms(
                List.of(routes), callers, List.of(), List.of(), failure -> Optional.empty());
    }

    int port() {
        return listener.port();
    }

    StaffListener listener() {
        return listener;
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    /// As the person behind this cookie: see {@link MadeUpCallers}.
    HttpRequest.Builder as(String who, String path) {
        return to(path).header("Cookie", "__Host-watchword=" + who);
    }

    HttpRequest.Builder post(String who, String path, String form) {
        return as(who, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a handler does until a test lets it go on.
    static void awaits(CountDownLatch let) {
        try {
            let.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        client.close();
        listener.close();
    }

    /// A clock that stands still on the wall and runs by itself below.
    static final class StillClock implements DeskClock {
        @Override
        public Instant instant() {
            return Instant.parse("2026-02-04T15:00:40Z");
        }

        @Override
        public long monotonicNanos() {
            return System.nanoTime();
        }
    }

    /// Whoever the cookie names: `wren` is present and may `answer`, `fresh` is she just after her
    /// passphrase, `reader` she with her case files open, `reading` both; `locked` waits for his
    /// PIN, `russian` reads Russian; anything else is nobody.
    static final class MadeUpCallers implements Callers {
        final AtomicInteger deliberate = new AtomicInteger();

        @Override
        public Caller behind(Optional<String> cookie, Language asked, boolean wanted) {
            if (wanted) {
                deliberate.incrementAndGet();
            }
            return switch (cookie.orElse("")) {
                case "wren" -> present("Wren", EN, false);
                case "fresh" -> present("Wren", EN, true);
                case "reader" ->
                        present("Wren", EN, false, new CaseFiles.Open(MadeUpCallers::keys));
                case "reading" ->
                        present("Wren", EN, true, new CaseFiles.Open(MadeUpCallers::keys));
                case "russian" -> present("Wren", RU, false);
                case "locked" -> new Caller.Locked(new PersonId(2), "Finch", EN, TOKEN);
                default -> new Caller.Nobody(asked);
            };
        }

        private static Caller present(String name, Language language, boolean fresh) {
            return present(name, language, fresh, new CaseFiles.Shut());
        }

        private static Caller present(
                String name, Language language, boolean fresh, CaseFiles files) {
            return new Caller.Present(
                    new PersonId(1), name, language, TOKEN, Set.of("answer"), fresh, files);
        }

        private static AccountKeys keys() {
            try (Key seed = Key.taking(new byte[32])) {
                return AccountKeys.of(seed);
            }
        }
    }
}
