package org.watchword.story.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;

/// How Kannel speaks to a desk over HTTP: it hands in what telephones send by `POST`, the text as
/// the body and the sender in a header, and reports by `GET` of the address it was given with the
/// message. What stands before the `@` of an address goes into the `Authorization` header.
final class KannelShape {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOVED = 300;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /// What a telephone sent, and when.
    record Sent(String from, String text, Instant at) {}

    /// Tells that a message came to this state.
    void report(String address, int state) {
        URI uri = URI.create(address.replace("%d", "" + state));
        answered(asked(uri).GET());
    }

    /// Hands in a text.
    ///
    /// @return why it was not taken; empty when it was
    Optional<String> handIn(URI door, Sent sent) {
        return answered(
                asked(door)
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .header("X-Kannel-From", sent.from())
                        .header("X-Kannel-Time", TIME.format(sent.at()))
                        .header("X-Kannel-Charset", "UTF-8")
                        .POST(BodyPublishers.ofString(sent.text(), UTF_8)));
    }

    private static HttpRequest.Builder asked(URI uri) {
        var bare = URI.create(uri.toString().replaceFirst("//[^/@]*@", "//"));
        var asked = HttpRequest.newBuilder(bare).timeout(PATIENCE);
        if (uri.getUserInfo() != null) {
            byte[] pair = uri.getUserInfo().getBytes(UTF_8);
            asked.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return asked;
    }

    private Optional<String> answered(HttpRequest.Builder asked) {
        try {
            int status = client.send(asked.build(), BodyHandlers.discarding()).statusCode();
            return status < MOVED ? Optional.empty() : Optional.of("answered with " + status);
        } catch (IOException e) {
            return Optional.of("the desk does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
