package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as people start it: its own process, from the first code to the first page, and its
/// end.
class ServingADesk {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final String OWN = "four herons under one lamp";

    @TempDir Path dir;

    private Process program(String... arguments) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-Duser.language=en");
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(Watchword.class.getName());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private record Ended(int status, String said) {}

    private Ended ended(String... arguments) throws Exception {
        var process = program(arguments);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path made(int port) throws Exception {
        Path file = dir.resolve("answers.yaml");
        Files.writeString(file, BeginningADesk.ANSWERS.formatted(port));
        var init = ended("init", dir.resolve("harbour").toString(), "--answers", file.toString());
        assertEquals(0, init.status(), init.said());
        code = BeginningADesk.codes(init.said()).getFirst();
        return dir.resolve("harbour");
    }

    private String code = "";
    private String cookie = "";
    private String token = "";

    private HttpResponse<String> send(HttpClient client, int port, String path, String... fields)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Cookie", "__Host-watchword=" + cookie);
        if (fields.length > 0) {
            var form = new StringBuilder("token=" + token);
            for (int i = 0; i < fields.length; i += 2) {
                form.append('&').append(fields[i]).append('=');
                form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers()
                .firstValue("Set-Cookie")
                .ifPresent(set -> cookie = set.replaceAll("^[^=]*=|;.*$", ""));
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private static String until(Process process, String words) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            said.append(line).append('\n');
            if (line.contains(words)) {
                return said.toString();
            }
        }
        throw new AssertionError("it never said “" + words + "”:\n" + said);
    }

    @Test
    void a_founder_joins_sees_what_is_to_be_done_and_the_desk_stops_when_told() throws Exception {
        int port = freePort();
        Path place = made(port);
        var serving = program("serve", place.toString());
        try (var client = HttpClient.newHttpClient()) {
            String said = until(serving, "Ctrl-C");
            assertTrue(said.contains("http://127.0.0.1:" + port + "/join"), said);
            assertTrue(said.contains("Quiet door"), said);
            send(client, port, "/join");
            var joined =
                    send(
                            client,
                            port,
                            "/join",
                            "code",
                            code,
                            "name",
                            "Wren",
                            "language",
                            "en",
                            "passphrase",
                            OWN,
                            "again",
                            OWN);
            assertEquals(303, joined.statusCode(), joined.body());
            send(client, port, "/pin?to=%2Ffirst-night");
            send(client, port, "/pin", "pin", "471902", "to", "/first-night");
            var page = send(client, port, "/first-night");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("Before the first night"), page.body());

            var second = ended("serve", place.toString());
            assertEquals(3, second.status(), second.said());
            assertEquals(2, ended("init", place.toString(), "--codes").status());
        } finally {
            serving.destroy();
        }
        assertTrue(serving.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, serving.exitValue());
        String log = Files.readString(place.resolve("logs/desk.log"));
        assertTrue(log.contains("the desk has stopped"), log);
        assertTrue(!log.contains("Wren") && !log.contains(code.split(" ", -1)[0] + " "), log);
    }

    @Test
    void what_cannot_be_served_is_said_in_a_sentence() throws Exception {
        Path story = Files.createDirectory(dir.resolve("play"));
        Files.writeString(story.resolve("story"), "x");
        assertRefused(2, "directory of a story", "serve", story.toString());
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertRefused(2, "no desk.yaml", "serve", empty.toString());
        try (var other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Path place = made(other.getLocalPort());
            assertRefused(3, "is taken", "serve", place.toString());
            Files.delete(place.resolve("watch.key"));
            assertRefused(3, "watch.key", "serve", place.toString());
        }
    }

    private void assertRefused(int status, String words, String... arguments) throws Exception {
        var ended = ended(arguments);
        assertEquals(status, ended.status(), ended.said());
        assertTrue(ended.said().contains(words), ended.said());
        assertTrue(!ended.said().contains("\tat "), ended.said());
    }
}
