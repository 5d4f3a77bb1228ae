package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;

/// Every address of a real desk, with who gets in. A route that is not in the list fails.
class RouteMatrix {
    private static final Path LIST = Path.of("..", "docs", "routes.md");

    @TempDir Path dir;

    private Desk desk;

    @BeforeEach
    void open() {
        var settings =
                new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "localhost", 0);
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(dir);
        desk = Wiring.desk(taken.directory(), settings, Surroundings.real());
        desk.start();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void lists_every_route_with_its_gate() throws IOException {
        var lines = new ArrayList<String>();
        for (Route route : desk.routes()) {
            lines.add(
                    "| %s | `%s` | %s |"
                            .formatted(route.method(), route.path(), words(route.gate())));
        }
        lines.sort(null);
        if (Boolean.getBoolean("watchword.write")) {
            write(lines);
        }
        var listed = new ArrayList<String>();
        for (String line : Files.readAllLines(LIST)) {
            if (line.startsWith("| GET") || line.startsWith("| POST")) {
                listed.add(line);
            }
        }
        assertTrue(lines.size() > 20, "the desk has routes");
        assertEquals(String.join("\n", listed), String.join("\n", lines));
    }

    /// With `-Dwatchword.write=true` the list is made anew, for reading the difference.
    private static void write(List<String> lines) throws IOException {
        var text = new ArrayList<String>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("| GET") && !line.startsWith("| POST")) {
                text.add(line);
            }
        }
        text.addAll(lines);
        Files.write(LIST, text);
    }

    private static String words(Gate gate) {
        return switch (gate) {
            case Gate.Open() -> "anybody";
            case Gate.Machine() -> "a machine that proves itself";
            case Gate.Session() -> "a session, locked or not";
            case Gate.May(String what) when what.isEmpty() -> "any session that is not locked";
            case Gate.May(String what) -> "a session whose roles allow `" + what + "`";
            case Gate.Freshly(String what) ->
                    "the same for `" + what + "`, passphrase given in the last minutes";
            case Gate.FilesOpenFreshly(String what) when what.isEmpty() ->
                    "any session that is not locked and whose case files are open, passphrase given"
                            + " in the last minutes";
            case Gate.FilesOpenFreshly(String what) ->
                    "a session whose roles allow `"
                            + what
                            + "` and whose case files are open, passphrase given in the last"
                            + " minutes";
            case Gate.FilesOpen(String what) when what.isEmpty() ->
                    "any session that is not locked and whose case files are open";
            case Gate.FilesOpen(String what) ->
                    "a session whose roles allow `" + what + "` and whose case files are open";
        };
    }

    @Test
    void somebody_who_did_not_sign_in_sees_nothing_behind_any_gate() throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            for (Route route : desk.routes()) {
                if (!(route.gate() instanceof Gate.Open)) {
                    assertTrue(turnedAway(browser, route), route.method() + " " + route.path());
                }
            }
        }
    }

    private boolean turnedAway(HttpClient browser, Route route) throws Exception {
        URI to =
                URI.create(
                        "http://localhost:"
                                + desk.address().getPort()
                                + route.path().replaceAll("\\{[a-z]+}", "1"));
        var request = HttpRequest.newBuilder(to);
        switch (route.method()) {
            case GET -> request.GET();
            case POST ->
                    request.POST(HttpRequest.BodyPublishers.ofString("token=x"))
                            .header("Content-Type", "application/x-www-form-urlencoded");
        }
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        return route.gate() instanceof Gate.Machine
                ? answer.statusCode() == 404 && answer.body().isEmpty()
                : List.of(303, 403).contains(answer.statusCode());
    }
}
