package org.watchword.story.visit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Somebody before the quiet door with a browser that keeps nothing: opens the one page, fills in
/// the form that stands there, sends it off.
public final class QuietDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Visitor.Place place;

    public QuietDoor(Visitor.Place place) {
        this.place = place;
    }

    /// What the door answered.
    ///
    /// @param text as somebody reads it
    /// @param bytes everything that came back but the date: status, headers, page
    public record Answer(int status, String text, String bytes) {}

    /// The page with the form, as it stands there.
    public Answer open() {
        return ask(request("/"));
    }

    /// Types a call-sign and a word.
    public Answer type(String callSign, String word) {
        HttpResponse<String> page = sent(request("/"));
        Document document = Jsoup.parse(page.body());
        Element form = document.selectFirst("form[method=post]");
        if (form == null) {
            throw new NoSuchThing("a form at the quiet door (" + page.statusCode() + ")");
        }
        List<Element> fields = form.select("input:not([type=submit]):not([type=hidden]), textarea");
        String one = callSign.isEmpty() ? word : callSign + " " + word;
        List<String> values = fields.size() > 1 ? List.of(callSign, word) : List.of(one);
        var body = new StringBuilder();
        for (Element hidden : form.select("input[type=hidden]")) {
            add(body, hidden.attr("name"), hidden.val());
        }
        for (int i = 0; i < values.size(); i++) {
            if (i >= fields.size()) {
                throw new NoSuchThing("a field at the quiet door");
            }
            add(body, fields.get(i).attr("name"), values.get(i));
        }
        String action = form.attr("action").isEmpty() ? "/" : form.attr("action");
        return ask(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://" + place.authority())
                        .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private static void add(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(PageForm.encoded(name))
                .append('=')
                .append(PageForm.encoded(value));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(place.reach() + path))
                .timeout(PATIENCE)
                .header("Host", place.authority());
    }

    private static Answer ask(HttpRequest.Builder request) {
        HttpResponse<String> answer = sent(request);
        var all = new StringBuilder().append(answer.statusCode()).append('\n');
        var sorted = new TreeMap<String, List<String>>(answer.headers().map());
        sorted.remove("date");
        sorted.forEach((name, values) -> all.append(name).append(values).append('\n'));
        all.append('\n').append(answer.body());
        return new Answer(
                answer.statusCode(), Jsoup.parse(answer.body()).body().text(), all.toString());
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        // No client is shared with anybody: nothing of one visit is left for the next.
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NoSuchThing("the quiet door does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSuchThing("interrupted at the quiet door");
        }
    }
}
