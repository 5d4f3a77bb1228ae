package org.watchword.story.seized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk with the launcher's settings that crashes while people work at it.
class WhatACrashLeaves {
    private static final String WORDS = "the lantern of the third boat went out";

    @TempDir private Path place;

    @Test
    void is_no_file_and_nothing_that_was_typed() throws Exception {
        try (var desk = ServedDesk.in(place)) {
            var evening = new Evening(desk);
            evening.begin();
            evening.logs(WORDS);
            desk.crash();
            assertNothingIsLeft(evening);

            desk.startAgain(JavaSettings.ofServe());
            evening.returns();
            desk.abort();
            assertNothingIsLeft(evening);
        }
    }

    private void assertNothingIsLeft(Evening evening) throws IOException {
        assertEquals(ServedDesk.BESIDE, ServedDesk.names(place));
        assertEquals(List.of(), evening.needles().in(place));
    }

    /// Otherwise it would not be seen that there is none.
    @Test
    void is_a_report_where_the_launcher_does_not_say_otherwise() throws Exception {
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
