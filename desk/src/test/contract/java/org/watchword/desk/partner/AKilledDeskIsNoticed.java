package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.partner.OneDesk.eventually;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsText;
import org.watchword.desk.delivery.FarEnd;

/// A real desk and a real watcher, each in its own process, and no clock but the machine's. The
/// figures stand in `docs/measurements/watcher.md`.
@Tag("long")
@Timeout(900)
class AKilledDeskIsNoticed {
    private static final Duration MOST = Duration.ofSeconds(110);

    @TempDir private Path dir;
    private Pigeons pigeons;
    private SpareBox box;
    private Path desk;
    private int port;

    @BeforeEach
    void set_up() throws Exception {
        pigeons = new Pigeons();
        box = new SpareBox(dir.resolve("watcher"));
        desk = Files.createDirectory(dir.resolve("desk"));
        try (var one = new OneDesk(desk, new MovedClock())) {
            port = one.port();
            boolean _ =
                    one.write(turn -> {
                        one.partner()
                                .set(
                                        turn,
                                        new PartnerSettings(
                                                PartnerSettings.Kind.WATCHER,
                                                "SPARE",
                                                new FarEnd.Where(box.address(), "", ""),
                                                PublicKeyText.of(box.key),
                                                Optional.empty()));
                        return true;
                    });
            box.fill(one.key(), "look: \"http://127.0.0.1:" + port + "\"", pigeons);
        }
        var settings =
                new Settings("Desk", ZoneId.of("UTC"), new Language("en"), "127.0.0.1", port);
        Files.writeString(desk.resolve("desk.yaml"), SettingsText.of(settings));
    }

    @AfterEach
    void close() {
        pigeons.close();
    }

    private Program served() throws Exception {
        var program = new Program("serve", desk.toString());
        program.says("Ctrl-C");
        return program;
    }

    /// What rang, without what says that the desk is back.
    private List<Pigeons.Came> rings() {
        return pigeons.came().stream()
                .filter(one -> one.text().contains("is not answering"))
                .toList();
    }

    private static double seconds(long from, long to) {
        return Math.round((to - from) / 1e8) / 10.0;
    }

    private static void report(String what, long from, long shown, long rung) {
        System.out.printf(
                "watcher: %s: shown after %.1f s, rung after %.1f s%n",
                what, seconds(from, shown), seconds(from, rung));
    }

    @Test
    void is_shown_within_thirty_seconds_and_rings_at_once() throws Exception {
        try (var watcher = box.watcher()) {
            for (int round = 0; round < 3; round++) {
                int before = watcher.lines().size();
                int rung = rings().size();
                try (var serving = served()) {
                    watcher.says("heard", before, MOST);
                    // Somewhere between two heartbeats.
                    Thread.sleep(2_000 + 2_500L * round);
                    serving.kill();
                }
                long killed = System.nanoTime();
                long shown = watcher.says("SILENT", before, MOST).nanos();
                eventually("rung", () -> rings().size() > rung);
                long rang = rings().get(rung).nanos();
                report("killed, round " + (round + 1), killed, shown, rang);
                assertTrue(seconds(killed, shown) <= 31, watcher.said());
                assertTrue(seconds(killed, rang) <= 33, watcher.said());
            }
        }
    }

    @Test
    void is_left_alone_when_it_only_starts_again() throws Exception {
        try (var watcher = box.watcher()) {
            var first = served();
            watcher.says("heard");
            first.kill();
            try (var second = served()) {
                eventually("it goes on", () -> second.lines().size() > 2);
                Thread.sleep(40_000);
            }
            assertEquals(0, pigeons.came().size(), watcher.said());
            assertTrue(!watcher.said().contains("SILENT"), watcher.said());
        }
    }

    @Test
    void rings_after_ninety_seconds_where_something_still_answers() throws Exception {
        try (var watcher = box.watcher()) {
            try (var serving = served()) {
                watcher.says("heard");
                serving.kill();
            }
            long killed = System.nanoTime();
            var other =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            other.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            other.start();
            try {
                long shown = watcher.says("SILENT", 0, MOST).nanos();
                watcher.says("RINGS", 0, MOST);
                eventually("rung", () -> !pigeons.came().isEmpty());
                long rang = pigeons.came().getFirst().nanos();
                report("killed, something answers", killed, shown, rang);
                assertTrue(seconds(killed, rang) > 75, watcher.said());
                assertTrue(seconds(killed, rang) <= 92, watcher.said());
            } finally {
                other.stop(0);
            }
        }
    }

    @Test
    void is_noticed_by_a_watcher_that_was_killed_itself_meanwhile() throws Exception {
        Program watcher = box.watcher();
        try (var serving = served()) {
            watcher.says("heard");
            serving.kill();
        }
        watcher.kill();
        long killed = System.nanoTime();
        try (var again = box.watcher()) {
            long shown = again.says("SILENT", 0, MOST).nanos();
            eventually("rung", () -> !pigeons.came().isEmpty());
            report(
                    "both killed, the watcher back",
                    killed,
                    shown,
                    pigeons.came().getFirst().nanos());
            assertEquals(1, pigeons.came().size());
        }
    }

    @Test
    void is_noticed_when_it_is_frozen() throws Exception {
        try (var watcher = box.watcher();
                var serving = served()) {
            watcher.says("heard");
            var stop = new ProcessBuilder("kill", "-STOP", "" + serving.pid()).start();
            assertEquals(0, stop.waitFor());
            long frozen = System.nanoTime();
            long shown = watcher.says("SILENT", 0, MOST).nanos();
            eventually("rung", () -> !pigeons.came().isEmpty());
            long rang = pigeons.came().getFirst().nanos();
            report("frozen", frozen, shown, rang);
            assertTrue(seconds(frozen, shown) <= 31, watcher.said());
            assertTrue(seconds(frozen, rang) <= 40, watcher.said());
        }
    }
}
