package org.watchword.desk.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Rooms;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Site;
import org.watchword.desk.web.StaffListener;

/// The real listener over a team, and a browser that keeps its one cookie and posts the forms that
/// it was shown.
public final class StaffPages implements AutoCloseable {
    public static final Language RU = new Language("ru");

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern SET = Pattern.compile("__Host-watchword=([A-Za-z0-9_-]*)");

    private final StaffListener listener;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";
    private String token = "";

    public StaffPages(
            TeamOnDisk team,
            List<Class<?>> rooms,
            List<Route> routes,
            List<Places.Filler> fillers,
            List<Frame.MenuItem> menu) {
        var words = WordBook.read(List.of(TeamOnDisk.EN, RU), rooms);
        var hosts = List.of(new HostName("127.0.0.1", false));
        var site = new Site("Harbour", hosts, ZoneId.of("UTC"), words, TeamOnDisk.EN);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var all =
                new Rooms(
                        routes,
                        team.accounts.callers(),
                        fillers,
                        menu,
                        failure -> Optional.empty());
        listener = new StaffListener(address, site, all, team.clock, new Random(7));
        listener.start();
    }

    /// A page as it came back.
    public record Page(int status, String text, String location) {
        public boolean says(String words) {
            return text.contains(words);
        }
    }

    /// Takes over the session of a cookie.
    public void carry(String sessionCookie) {
        cookie = sessionCookie;
    }

    public String cookie() {
        return cookie;
    }

    public Page get(String path) {
        return send(to(path).GET());
    }

    /// Posts fields, name and value in turn, with the token of the last page shown.
    public Page post(String path, String... fields) {
        var form = new StringBuilder("token=" + token);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private HttpRequest.Builder to(String path) {
        var uri = URI.create("http://127.0.0.1:" + listener.port() + path);
        return HttpRequest.newBuilder(uri).header("Cookie", "__Host-watchword=" + cookie);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var body = HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
            var response = client.send(request.build(), body);
            response.headers()
                    .firstValue("Set-Cookie")
                    .map(SET::matcher)
                    .filter(Matcher::find)
                    .ifPresent(found -> cookie = found.group(1));
            var shown = TOKEN.matcher(response.body());
            if (shown.find()) {
                token = shown.group(1);
            }
            return new Page(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        listener.close();
    }
}
