package org.watchword.story.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatPowerLossLeaves {
    private static final int TRIES = 300;

    @TempDir private Path place;

    private int second = 1_700_000_000;
    private final StringBuilder trace = new StringBuilder();

    private void line(int thread, String said) {
        trace.append("%d %d.000000 %s%n".formatted(thread, second++, said));
    }

    private String hex(String text) {
        return HexFormat.of().withPrefix("\\x").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private String on(String name) {
        return "7<" + hex(place.resolve("desk") + "/" + name) + ">";
    }

    private String write(String text, int at) {
        return "pwrite64(%s, \"%s\", %d, %d"
                .formatted(on("desk.db-wal"), hex(text), text.length(), at);
    }

    /// Everything that may lie in the log's file when the current fails before a line.
    private Set<String> leftBefore(int line) throws Exception {
        Path recorded = Files.writeString(place.resolve("trace"), trace.toString());
        Path before = Files.createDirectories(place.resolve("before"));
        Files.writeString(before.resolve("desk.db"), "");
        Files.writeString(before.resolve("desk.db-wal"), "....");
        var loss = new PowerLoss(before, Traced.read(recorded, place.resolve("desk")));
        var random = new SplittableRandom(5);
        Set<String> left = new HashSet<>();
        for (int i = 0; i < TRIES; i++) {
            Path database = loss.image(line, random, place.resolve("image"));
            left.add(Files.readString(database.resolveSibling("desk.db-wal")));
        }
        return left;
    }

    @Test
    void what_was_synced_is_there_and_what_came_later_may_be() throws Exception {
        line(1, write("ab", 0) + ") = 2");
        line(1, "fdatasync(" + on("desk.db-wal") + ") = 0");
        line(1, write("cd", 2) + ") = 2");
        line(1, "fdatasync(" + on("another") + ") = 0");
        assertEquals(Set.of("....", "ab.."), leftBefore(1));
        assertEquals(Set.of("ab.."), leftBefore(2));
        assertEquals(Set.of("ab..", "abcd"), leftBefore(4));
    }

    @Test
    void of_several_writes_that_were_not_synced_any_may_be_missing() throws Exception {
        line(1, write("a", 0) + ") = 1");
        line(1, write("b", 1) + ") = 1");
        assertEquals(Set.of("....", "a...", ".b..", "ab.."), leftBefore(2));
    }

    @Test
    void a_sync_keeps_only_what_was_written_before_it_began() throws Exception {
        line(1, "fdatasync(" + on("desk.db-wal") + " <unfinished ...>");
        line(2, write("ab", 0) + ") = 2");
        line(1, "<... fdatasync resumed>) = 0");
        assertEquals(Set.of("....", "ab.."), leftBefore(3));
    }

    @Test
    void a_sync_that_was_not_over_keeps_nothing_for_certain() throws Exception {
        line(1, write("ab", 0) + " <unfinished ...>");
        line(1, "<... pwrite64 resumed>) = 2");
        line(1, "fdatasync(" + on("desk.db-wal") + " <unfinished ...>");
        line(2, "fdatasync(" + on("desk.db") + ") = 0");
        line(1, "<... fdatasync resumed>) = 0");
        assertEquals(Set.of("....", "ab.."), leftBefore(4));
        assertEquals(Set.of("ab.."), leftBefore(5));
    }

    @Test
    void the_last_write_may_be_torn_between_sectors() throws Exception {
        line(1, write("x".repeat(1_024), 0) + ") = 1024");
        line(1, "fdatasync(" + on("desk.db") + ") = 0");
        assertTrue(leftBefore(2).contains("x".repeat(512)));
    }
}
