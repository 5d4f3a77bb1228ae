package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;

/// An entry that is to be gone.
class ErasingAnEntry {
    private static final Pattern WAY =
            Pattern.compile("href=\"(/cases/[0-9a-f]+/compartments/[0-9a-f]+/entries/[0-9]+)\"");

    private final Quay quay;

    ErasingAnEntry(@TempDir Path directory) {
        quay = new Quay(directory);
    }

    @AfterEach
    void close() {
        quay.close();
    }

    private List<String> ways(String ofCase) {
        return WAY.matcher(quay.browser.get(ofCase).text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void says_what_that_does_and_does_not_do_before_it_is_done() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the blue door");
        var asks = quay.browser.get(ways(tern).getFirst());
        assertTrue(asks.says("the blue door"));
        assertTrue(asks.says("Older backups still hold it"));
        assertTrue(quay.browser.get(tern).says("the blue door"), "looking erases nothing");
    }

    @Test
    void leaves_that_it_was_there_and_who_did_it() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the blue door");
        quay.as(ROOK);
        String way = ways(tern).getFirst();
        quay.browser.get(way);
        assertEquals(tern, quay.browser.post(way + "/erase").location());
        var page = quay.as(WREN).get(tern);
        assertFalse(page.says("the blue door"));
        assertTrue(page.says("An entry that stood here was erased"));
        assertTrue(page.says("Erased an entry."));
        assertTrue(page.says("<b><bdi>Rook</bdi></b>"));
        var again = quay.browser.post(way + "/erase");
        assertEquals(409, again.status());
        assertTrue(again.says("cannot be erased"));
    }

    @Test
    void is_not_for_what_a_compartment_is_called_or_for_what_says_that_another_was_erased() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        assertEquals(List.of(), ways(tern));
        quay.wrote(WREN, tern, "Core", "the blue door");
        String way = ways(tern).getFirst();
        long number = Long.parseLong(way.substring(way.lastIndexOf('/') + 1));
        String opening = way.replaceFirst("[0-9]+$", "" + (number - 1));
        assertEquals(409, quay.browser.get(opening).status());
        assertEquals(409, quay.browser.post(opening + "/erase").status());
        assertEquals(tern, quay.browser.post(way + "/erase").location());
        assertEquals(List.of(), ways(tern));
        String says = way.replaceFirst("[0-9]+$", "" + (number + 1));
        assertEquals(409, quay.browser.post(says + "/erase").status());
        assertTrue(quay.browser.get("/cases").says("TERN"));
    }

    @Test
    void is_for_who_reads_there_alone_and_with_his_passphrase() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        quay.wrote(WREN, tern, "Core", "the blue door");
        String way = ways(tern).getFirst();
        quay.as(GULL);
        assertEquals(404, quay.browser.get(way).status());
        assertEquals(404, quay.browser.post(way + "/erase").status());
        quay.as(ROOK);
        quay.team.clock.pass(Limits.FRESH);
        assertEquals(403, quay.browser.post(way + "/erase").status());
        assertTrue(quay.browser.get(tern).says("the blue door"));
    }

    @Test
    void is_for_an_entry_that_does_not_open_too() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the blue door");
        quay.tampers(
                "UPDATE entry SET sealed = x'00' WHERE number = (SELECT max(number) FROM entry)");
        assertEquals(tern, quay.browser.post(ways(tern).getFirst() + "/erase").location());
        assertTrue(quay.browser.get(tern).says("An entry that stood here was erased"));
    }
}
