package org.watchword.story.visit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/// One person before one browser, who does one thing after the other.
public final class Visitor {
    static {
        // The desk is asked for by its name, which no resolver need know. Read by the JDK once.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /// Makes sure that this class is the first in its process to use the JDK's client, which looks
    /// only once at what it may send.
    public static void first() {}

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REDIRECTS = 10;

    private final Credentials who;
    private final Place desk;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Consumer<Page> album = page -> {};

    /// Where a desk is.
    ///
    /// @param base how every address of it begins, without a slash at the end
    /// @param reach where the connection goes
    public record Place(String base, String reach) {
        /// On this machine: the name it is asked for by, and the port.
        public Place(String host, int port) {
            this("http://" + host + ":" + port, "http://127.0.0.1:" + port);
        }

        String authority() {
            return URI.create(base).getAuthority();
        }
    }

    public Visitor(Credentials who, Place desk) {
        this.who = who;
        this.desk = desk;
    }

    /// With what this person signs in.
    public Credentials credentials() {
        return who;
    }

    /// Shows every page this person gets to somebody else, too.
    public void keeping(Consumer<Page> album) {
        this.album = album;
    }

    /// The cookies as a browser would hold them, by name.
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /// Opens a page, signing in or unlocking on the way where a door stands before it.
    public synchronized Page open(String path) {
        Page page = get(path);
        for (int doors = 0; doors < 3 && !page.refused() && Door.isOne(page.path()); doors++) {
            page = Door.through(this, page, who);
            if (!Door.isOne(page.path()) && !page.path().equals(path)) {
                page = get(path);
            }
        }
        return page;
    }

    /// Signs in anew, whatever session there was.
    public synchronized Page signIn() {
        cookies.clear();
        Page page = get(Door.SIGN_IN);
        for (int doors = 0; doors < 3 && !page.refused() && Door.isOne(page.path()); doors++) {
            page = Door.through(this, page, who);
        }
        return page;
    }

    /// Gives the passphrase at the door before case files, whether they are open or not.
    public synchronized Page openFiles() {
        open("/");
        return Door.through(this, get(Door.FILES), who);
    }

    /// Tries to sign in with a passphrase that is not the person's.
    public synchronized Page signInWrongly() {
        cookies.clear();
        var wrong = new Credentials(who.name(), "not-" + who.passphrase(), who.pin());
        return Door.through(this, get(Door.SIGN_IN), wrong);
    }

    /// Opens a page as it is, doors included.
    public synchronized Page get(String path) {
        return follow(path, Optional.empty());
    }

    /// Sends a form off and follows to where it leads.
    public synchronized Page send(PageForm form) {
        return follow(form.action(), Optional.of(form.posted()));
    }

    /// What a form was answered with.
    ///
    /// @param to where it leads; empty when it leads nowhere
    public record Answered(int status, String to) {
        /// Whether it was done: then the browser is led on.
        public boolean done() {
            return status == 303;
        }
    }

    /// Sends a form off and stays where it is.
    public Answered post(PageForm form) {
        HttpResponse<String> answer = ask(form.action(), Optional.of(form.posted()));
        return new Answered(
                answer.statusCode(), answer.headers().firstValue("location").orElse(""));
    }

    private Page follow(String path, Optional<Posted> body) {
        String at = path;
        Optional<Posted> sending = body;
        for (int i = 0; i < REDIRECTS; i++) {
            HttpResponse<String> answer = ask(at, sending);
            answer.headers().allValues("set-cookie").forEach(this::keep);
            Optional<String> to = answer.headers().firstValue("location");
            boolean moved = answer.statusCode() / 100 == 3 && to.isPresent();
            if (!moved) {
                var page = new Page(answer.statusCode(), pathOnly(at), Jsoup.parse(answer.body()));
                album.accept(page);
                return page;
            }
            String next = URI.create(desk.base() + at).resolve(to.get()).toString();
            if (!next.startsWith(desk.base() + "/")) {
                throw new NoSuchThing("the desk leads elsewhere from " + at);
            }
            at = next.substring(desk.base().length());
            sending = Optional.empty();
        }
        throw new NoSuchThing("too many redirects from " + path);
    }

    private static String pathOnly(String path) {
        int end = path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }

    private HttpResponse<String> ask(String path, Optional<Posted> body) {
        BodyPublisher publisher =
                body.map(one -> BodyPublishers.ofByteArray(one.body().bytes()))
                        .orElseGet(BodyPublishers::noBody);
        var request =
                HttpRequest.newBuilder(URI.create(desk.reach() + path))
                        .timeout(PATIENCE)
                        .header("Host", desk.authority())
                        .method(body.isPresent() ? "POST" : "GET", publisher);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (body.isPresent()) {
            request.header("Content-Type", body.get().type())
                    .header("Origin", desk.base())
                    .header("Sec-Fetch-Site", "same-origin");
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NoSuchThing("the desk does not answer at " + path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSuchThing("interrupted at " + path);
        }
    }

    private void keep(String setCookie) {
        String[] parts = setCookie.split(";", -1);
        String[] pair = parts[0].split("=", 2);
        boolean gone = setCookie.contains("Max-Age=0") || pair.length < 2 || pair[1].isEmpty();
        if (gone) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
