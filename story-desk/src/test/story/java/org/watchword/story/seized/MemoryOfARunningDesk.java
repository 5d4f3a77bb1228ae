package org.watchword.story.seized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever takes the running machine over a minute after everybody went finds nothing in the
/// program's memory that opens an account or a session.
class MemoryOfARunningDesk {
    /// Seeds, roots and cookies, what seeds lead to: keys to read, sign and keep with, the seed of
    /// an epoch and two data keys.
    private static final int SECRETS = 20;

    private static final int LOOKS = 5;
    private static final Duration AFTER = Duration.ofSeconds(60);

    @TempDir Path place;
    @TempDir Path elsewhere;

    private void nothingIsLeft() throws Exception {
        try (var desk = ServedDesk.in(place)) {
            Assumptions.assumeTrue(
                    desk.memory().isReadable(), "only root may read a desk's memory");
            var evening = new Evening(desk);
            evening.begin();
            evening.keysOfCases(elsewhere);
            assertTrue(evening.secrets() >= SECRETS, "not every secret is known");
            assertTrue(isFound(desk, evening), "no cookie was found while its session lasts");
            evening.end();
            evening.load(AFTER);
            assertEquals(List.of(), desk.memory().found(evening.needles()));
            desk.crash();
            assertEquals(List.of(), evening.needles().in(place));
            assertEquals(Set.of(), unlisted(desk.directory()));
            assertEquals(ServedDesk.BESIDE, ServedDesk.names(place));
        }
    }

    /// Right after a request its cookie lies somewhere, unless a collection came in between.
    private static boolean isFound(ServedDesk desk, Evening evening) throws IOException {
        for (int i = 0; i < LOOKS; i++) {
            evening.pages();
            var found = desk.memory().found(evening.needles());
            if (found.stream().anyMatch(line -> line.startsWith("cookie"))) {
                return true;
            }
        }
        return false;
    }

    /// What lies in a desk's directory and is not in the list of the threat model.
    private static Set<String> unlisted(Path directory) throws IOException {
        Set<String> there = ServedDesk.names(directory);
        assertTrue(there.containsAll(Set.of("desk.db", "watch.key")), there.toString());
        String model = Files.readString(Path.of("../docs/threat-model.md"));
        int from = model.indexOf("Beside the database:");
        String listed = model.substring(from, model.indexOf("\n\n", from));
        there.removeIf(name -> name.startsWith("desk.db") || listed.contains("`" + name + "`"));
        return there;
    }

    @Test
    void holds_no_secret_a_minute_after_everybody_signed_out_nor_does_the_disk_after_a_crash()
            throws Exception {
        nothingIsLeft();
    }

    @Tag("long")
    @RepeatedTest(20)
    void holds_none_in_twenty_of_twenty_evenings() throws Exception {
        nothingIsLeft();
    }
}
