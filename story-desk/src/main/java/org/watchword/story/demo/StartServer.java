package org.watchword.story.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.watchword.desk.basis.Language;
import org.watchword.story.script.Story;

/// Serves the start page on this machine alone. It answers to `demo.localhost`, and to each
/// person's own host for one thing: signing this person in with one press.
///
/// A browser keeps cookies by host and not by port, so a cookie that this server sets on
/// `wren.localhost` is the one the desk sees there. The page that sets it goes on to the desk by
/// itself: the step begins on the person's own host, and a `SameSite=Strict` cookie is sent along.
final class StartServer implements AutoCloseable {
    private static final String HOST = "demo.localhost";
    private static final Map<String, String> FILES =
            Map.of(
                    "/demo.css", "text/css",
                    "/live.js", "text/javascript");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Stage stage;
    private final StartPage page;
    private final byte[] deskStyle;

    private StartServer(HttpServer server, Stage stage, StartPage page, byte[] deskStyle) {
        this.server = server;
        this.stage = stage;
        this.page = page;
        this.deskStyle = deskStyle;
    }

    static StartServer open(int port, Stage stage, StartPage page) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var made =
                new StartServer(
                        HttpServer.create(address, 0),
                        stage,
                        page,
                        resource("/org/watchword/desk/web/style.css"));
        made.server.setExecutor(made.threads);
        made.server.createContext("/", made::answer);
        made.server.start();
        return made;
    }

    String address() {
        return "http://" + HOST + ":" + port() + "/";
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            protect(exchange.getResponseHeaders());
            String host = hostOf(exchange);
            Language language = language(exchange);
            boolean post = exchange.getRequestMethod().equals("POST");
            String path = exchange.getRequestURI().getPath();
            if (post && !cameFromUs(exchange)) {
                sendPage(exchange, 403, page.refused(language));
            } else if (host.equals(HOST)) {
                answerHere(exchange, path, post, language);
            } else {
                Optional<Story.Person> person = personAt(host);
                if (person.isPresent() && path.equals("/enter") && post) {
                    enter(exchange, person.get(), language);
                } else if (person.isPresent() && path.endsWith(".css")) {
                    answerHere(exchange, path, post, language);
                } else {
                    sendPage(exchange, 404, page.refused(language));
                }
            }
        }
    }

    private void answerHere(HttpExchange exchange, String path, boolean post, Language language)
            throws IOException {
        if (post && path.matches("/play/\\d{1,3}")) {
            stage.play(Integer.parseInt(path.substring("/play/".length())));
            back(exchange, language, "");
        } else if (post && path.equals("/say")) {
            say(exchange, language);
        } else if (post) {
            sendPage(exchange, 404, page.refused(language));
        } else if (path.equals("/")) {
            sendPage(exchange, 200, page.whole(language, port()));
        } else if (path.equals("/live")) {
            sendPage(exchange, 200, page.parts(language, port()));
        } else if (path.equals("/style.css")) {
            send(exchange, 200, "text/css", deskStyle);
        } else if (FILES.containsKey(path)) {
            send(exchange, 200, FILES.getOrDefault(path, ""), resource(path.substring(1)));
        } else {
            sendPage(exchange, 404, page.refused(language));
        }
    }

    /// Something typed on a drawn telephone goes to the desk as this person would send it.
    private void say(HttpExchange exchange, Language language) throws IOException {
        Map<String, String> typed = Typed.in(exchange);
        String who = typed.getOrDefault("who", "");
        Optional<Story.Person> person =
                at(
                        who + ".localhost",
                        Stream.concat(
                                stage.story().team().people().stream(),
                                RunningStage.inHiding(stage.story())));
        String text = typed.getOrDefault("text", "").strip();
        if (person.isEmpty() || text.isEmpty()) {
            back(exchange, language, "#phone-" + person.map(p -> who).orElse(""));
        } else if (stage.say(person.get().name(), typed.getOrDefault("over", ""), text)) {
            back(exchange, language, "#phone-" + who);
        } else {
            sendPage(exchange, 502, page.unsaid(language));
        }
    }

    private static void back(HttpExchange exchange, Language language, String to)
            throws IOException {
        exchange.getResponseHeaders().set("Location", "/?language=" + language.tag() + to);
        exchange.sendResponseHeaders(303, -1);
    }

    private void enter(HttpExchange exchange, Story.Person person, Language language)
            throws IOException {
        Optional<String> cookie = stage.signIn(person.name());
        cookie.ifPresent(value -> exchange.getResponseHeaders().add("Set-Cookie", value));
        sendPage(exchange, 200, page.entering(language, person.name(), cookie.isPresent()));
    }

    private Optional<Story.Person> personAt(String host) {
        return at(host, stage.story().team().people().stream());
    }

    private static Optional<Story.Person> at(String host, Stream<Story.Person> people) {
        return people.filter(p -> host.equals(p.host())).findFirst();
    }

    /// A press counts only when it was made on the start page.
    private boolean cameFromUs(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return ("http://" + HOST + ":" + port()).equals(origin);
    }

    private static String hostOf(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static Language language(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        String wish = query == null ? "" : query.replaceFirst(".*\\blanguage=([a-z]{2}).*", "$1");
        String asked = exchange.getRequestHeaders().getFirst("Accept-Language");
        return pick(wish)
                .or(() -> bestOf(asked == null ? "" : asked))
                .orElse(StartPage.LANGUAGES.getFirst());
    }

    private static Optional<Language> bestOf(String asked) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = asked.isBlank() ? List.of() : Locale.LanguageRange.parse(asked);
        } catch (IllegalArgumentException e) {
            ranges = List.of();
        }
        return Optional.ofNullable(
                        Locale.lookupTag(
                                ranges, StartPage.LANGUAGES.stream().map(Language::tag).toList()))
                .flatMap(StartServer::pick);
    }

    private static Optional<Language> pick(String tag) {
        return StartPage.LANGUAGES.stream().filter(l -> l.tag().equals(tag)).findFirst();
    }

    private static void protect(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                        + " form-action 'self' http://*.localhost:*; base-uri 'none';"
                        + " frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
    }

    private static void sendPage(HttpExchange exchange, int status, String html)
            throws IOException {
        send(exchange, status, "text/html", html.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] resource(String name) {
        try (var in = StartServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
