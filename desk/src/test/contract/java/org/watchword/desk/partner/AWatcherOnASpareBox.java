package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.OwnKey;

/// The watcher as its own process. The test is its desk.
@Timeout(240)
class AWatcherOnASpareBox {
    private static final OwnKey DESK = Keys.of(1);

    @TempDir private Path dir;
    private final HttpClient client = HttpClient.newHttpClient();
    private Pigeons pigeons;
    private SpareBox box;

    @BeforeEach
    void made() throws Exception {
        pigeons = new Pigeons();
        box = new SpareBox(dir.resolve("watcher"));
        box.fill(DESK.publicKey(), "", pigeons);
    }

    @AfterEach
    void close() {
        pigeons.close();
        client.close();
    }

    private String beat(long count) {
        var beat = new Beat(count, Instant.ofEpochSecond(1_795_000_000), List.of());
        return SignedBeat.of(beat, DESK, box.key);
    }

    @Test
    void forgets_no_number_when_it_is_killed_and_ends_well_when_told_to() throws Exception {
        try (var first = box.watcher()) {
            var taken = box.post(client, beat(7));
            assertEquals(200, taken.statusCode());
            assertTrue(SignedBeat.isTaken(taken.body(), beat(7), DESK, box.key));
            first.says("The desk is heard.");
            assertTrue(box.status().startsWith("desk answering\ncount 7\nheard 2"), box.status());
            assertEquals(404, box.post(client, beat(8).replace("at 1", "at 2")).statusCode());
            first.says("is not a heartbeat of this desk");
            first.kill();
        }
        try (var second = box.watcher()) {
            assertEquals(409, box.post(client, beat(7)).statusCode());
            assertEquals(413, box.post(client, "x".repeat(3_000)).statusCode());
            assertEquals(200, box.post(client, beat(8)).statusCode());
            assertTrue(box.status().contains("count 8\n"), box.status());
            assertEquals(0, second.stop());
            assertTrue(second.said().contains("The watcher has stopped"), second.said());
        }
    }

    @Test
    void takes_no_heartbeat_that_it_cannot_keep() throws Exception {
        try (var watcher = box.watcher()) {
            assertEquals(200, box.post(client, beat(7)).statusCode());
            // Where a directory stands, no file can be put.
            Files.createDirectories(box.dir.resolve("status.new").resolve("in-the-way"));
            assertEquals(503, box.post(client, beat(8)).statusCode());
            watcher.says("cannot be written");
            Files.delete(box.dir.resolve("status.new").resolve("in-the-way"));
            Files.delete(box.dir.resolve("status.new"));
            assertEquals(200, box.post(client, beat(9)).statusCode());
        }
    }

    @Test
    void says_in_a_sentence_what_is_wrong_with_its_file() throws Exception {
        Path file = box.dir.resolve("watcher.yaml");
        String good = Files.readString(file);
        var wrong =
                Map.of(
                        "UTC",
                        "“zone” is not a time zone",
                        "127.0.0.1:",
                        "“listen” must be an address",
                        "channel: webhook",
                        "There are: mail, sms, telegram, webhook",
                        "signing-secret:",
                        "no setting called “wrong",
                        "desk-",
                        "“desk” is no key",
                        "ring:",
                        "no setting called “wrong",
                        "whsec_",
                        "for webhook, the setting “signing-secret”");
        for (var one : wrong.entrySet()) {
            String instead = one.getKey().startsWith("channel") ? "channel: wrong" : "wrong:";
            Files.writeString(file, good.replace(one.getKey(), instead));
            String said = Program.ended(2, "watcher", box.dir.toString());
            assertTrue(said.contains(one.getValue()), one.getKey() + ": " + said);
        }
        assertTrue(Program.ended(2, "watcher", "--init", box.dir.toString()).contains("already"));
        Files.writeString(file, good);
        String checked = Program.ended(0, "watcher", "--check", box.dir.toString());
        assertTrue(checked.contains("it would take a message"), checked);
    }

    @Test
    void is_made_with_a_file_that_only_its_owner_reads_and_that_says_what_is_missing()
            throws Exception {
        Path other = dir.resolve("other");
        String said = Program.ended(0, "watcher", "--init", other.toString());
        assertTrue(said.contains("./watchword watcher " + other), said);
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
        assertTrue(Program.ended(2, "watcher", other.toString()).contains("“desk” is missing"));
    }
}
