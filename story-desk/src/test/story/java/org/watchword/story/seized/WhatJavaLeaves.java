package org.watchword.story.seized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.story.NeedleSearch;

/// What Java itself writes beside a desk: a start cache, which is made from a run, and whatever it
/// leaves of a crash.
class WhatJavaLeaves {
    private static final String WORDS = "the lantern of the third boat went out";

    @TempDir private Path whole;
    private Path place;
    private Path cache;

    @BeforeEach
    void a_place() throws IOException {
        place = Files.createDirectories(whole.resolve("place"));
        cache = whole.resolve("start.aot");
    }

    private static List<String> with(String... more) throws IOException {
        List<String> java = new ArrayList<>(JavaSettings.ofServe());
        java.addAll(List.of(more));
        return java;
    }

    @Test
    void holds_nothing_that_was_typed_in_a_cache_made_from_that_very_run_nor_after_two_crashes()
            throws Exception {
        try (var desk = ServedDesk.in(place, with("-XX:AOTCacheOutput=" + cache))) {
            var evening = new Evening(desk);
            evening.begin();
            evening.logs(WORDS);
            desk.end();
            assertTrue(Files.size(cache) > 1_000_000, "a cache was made");
            assertEquals(List.of(), evening.longNeedles().in(cache));

            String[] begun = {"-XX:AOTCache=" + cache, "-XX:AOTMode=on"};
            desk.startAgain(with(begun));
            evening.returns();
            desk.crash();
            assertNothingIsLeft(evening);

            desk.startAgain(with(begun));
            evening.returns();
            desk.abort();
            assertNothingIsLeft(evening);
            assertEquals(List.of(), evening.longNeedles().in(cache));
        }
        assertIsFoundInTheCache();
    }

    private void assertNothingIsLeft(Evening evening) throws IOException {
        assertEquals(ServedDesk.BESIDE, ServedDesk.names(place));
        assertEquals(List.of(), evening.needles().in(place));
    }

    private void assertIsFoundInTheCache() throws IOException {
        Files.writeString(cache, "it said: " + WORDS, StandardOpenOption.APPEND);
        List<NeedleSearch.Found> found = new NeedleSearch(List.of(WORDS)).in(cache);
        assertEquals(List.of(new NeedleSearch.Found(WORDS, "start.aot", "plain")), found);
    }

    /// Otherwise it would not be seen that there is none.
    @Test
    void is_a_report_of_a_crash_where_the_launcher_does_not_say_otherwise() throws Exception {
        List<String> java = new ArrayList<>(JavaSettings.ofServe());
        assertTrue(java.remove("-XX:ErrorFile=/dev/null"), java.toString());
        try (var desk = ServedDesk.in(place, java)) {
            desk.crash();
        }
        var more = new TreeSet<>(ServedDesk.names(place));
        more.removeAll(ServedDesk.BESIDE);
        assertEquals(1, more.size(), more.toString());
        assertTrue(Trace.isOfACrash(place.resolve(more.first())), more.toString());
    }
}
