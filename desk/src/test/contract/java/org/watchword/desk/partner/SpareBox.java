package org.watchword.desk.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A directory with a watcher in it, made and filled in as an operator would.
final class SpareBox {
    private static final Pattern KEY = Pattern.compile("desk-[A-Za-z0-9_-]{43}");

    final Path dir;
    final byte[] key;
    private final int port = OneDesk.freePort();

    SpareBox(Path dir) throws Exception {
        this.dir = dir;
        var key = KEY.matcher(Program.ended(0, "watcher", "--init", dir.toString()));
        if (!key.find()) {
            throw new IllegalStateException("it printed no key");
        }
        this.key = PublicKeyText.read(key.group()).orElseThrow();
    }

    /// @param look the second path, as a line of the file; may be empty
    void fill(byte[] desk, String look, Pigeons pigeons) throws IOException {
        Files.writeString(
                dir.resolve("watcher.yaml"),
                """
                desk: "%s"
                listen: "127.0.0.1:%d"
                %s
                zone: "UTC"
                language: "en"
                ring:
                  - channel: webhook
                    to: "us"
                    settings:
                      receiver: "%s"
                      signing-secret: "%s"
                """
                        .formatted(
                                PublicKeyText.of(desk),
                                port,
                                look,
                                pigeons.settings().get("receiver"),
                                pigeons.settings().get("signing-secret")));
    }

    Program watcher() throws IOException {
        var program = new Program("watcher", dir.toString());
        program.says("Listens at");
        return program;
    }

    String status() throws IOException {
        return Files.readString(dir.resolve("status"), StandardCharsets.US_ASCII);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> post(HttpClient client, String text) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/beat"))
                        .POST(HttpRequest.BodyPublishers.ofString(text));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
