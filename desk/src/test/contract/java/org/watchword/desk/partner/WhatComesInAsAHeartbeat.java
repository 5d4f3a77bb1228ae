package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.partner.OneDesk.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.partner.Silence.Stage;

/// The test is the partner of a real desk, and sends what it likes.
@Timeout(120)
class WhatComesInAsAHeartbeat {
    private static final OwnKey ALDER = Keys.of(1);
    private static final OwnKey OTHER = Keys.of(2);

    @TempDir private Path dir;
    private final MovedClock clock = new MovedClock();
    private final HttpClient client = HttpClient.newHttpClient();
    private Pigeons pigeons;
    private OneDesk birch;

    @BeforeEach
    void open() throws Exception {
        pigeons = new Pigeons();
        birch = new OneDesk(dir, clock);
    }

    @AfterEach
    void close() {
        birch.close();
        pigeons.close();
        client.close();
    }

    private void watched() {
        birch.pairWith(
                "ALDER", "http://127.0.0.1:" + OneDesk.freePort(), ALDER.publicKey(), pigeons);
    }

    private HttpResponse<String> posted(String text) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(birch.address() + "/beat"))
                        .POST(HttpRequest.BodyPublishers.ofString(text));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String beat(long count) {
        var beat = new Beat(count, Instant.ofEpochSecond(1_795_000_000), List.of());
        return SignedBeat.of(beat, ALDER, birch.key());
    }

    @Test
    void counts_only_as_the_partners_own_and_with_a_new_number() throws Exception {
        assertEquals(404, posted(beat(7)).statusCode(), "there is no partner yet");
        watched();
        String text = beat(7);
        var taken = posted(text);
        assertEquals(200, taken.statusCode());
        assertTrue(SignedBeat.isTaken(taken.body(), text, ALDER, birch.key()));
        assertRefused(409, text, "the same again");
        assertRefused(409, beat(6), "a lower number");
        assertRefused(404, text.replace("count 7", "count 8"), "another number");
        assertRefused(404, SignedBeat.of(unsigned(), OTHER, birch.key()), "another's");
        assertRefused(404, beat(8) + "x".repeat(2_000), "too large");
        assertRefused(413, "x".repeat(100_000), "far too large");
        assertRefused(404, "", "nothing");
        assertEquals(200, posted(beat(8)).statusCode());
    }

    private static Beat unsigned() {
        return new Beat(9, Instant.ofEpochSecond(1_795_000_000), List.of());
    }

    private void assertRefused(int status, String text, String what) throws Exception {
        var answer = posted(text);
        assertEquals(status, answer.statusCode(), what);
        assertEquals("", answer.body(), what);
    }

    @Test
    void that_is_repeated_ends_no_silence_and_is_shown_also_after_a_start() throws Exception {
        watched();
        String text = beat(7);
        assertEquals(200, posted(text).statusCode());
        birch.stop();
        birch.start();
        clock.pass(Duration.ofSeconds(25));
        assertEquals(409, posted(text).statusCode());
        clock.pass(Duration.ofSeconds(5));
        eventually("rung all the same", () -> birch.alarms().size() == 1);
        assertEquals(409, posted(text).statusCode());
        assertEquals(Optional.of(Stage.RUNG), birch.stage());
        assertTrue(birch.standing().oldAt().isPresent());
        assertEquals(200, posted(beat(8)).statusCode());
        assertEquals(Optional.of(Stage.BEATING), birch.stage());
    }
}
