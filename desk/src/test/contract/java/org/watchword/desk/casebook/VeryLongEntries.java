package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.ledger.What;
import org.watchword.formats.casefile.Saying;

/// Entries so long that a page of the ledger ends before it has as many as were asked for.
class VeryLongEntries {
    private static final int LONG = 1 + CaseLimits.ENTRY_PAGE_BYTES / (1024 * 1024);

    @Test
    void leave_no_gap_in_the_line_of_a_case(@TempDir Path directory) {
        try (var quay = new Quay(directory)) {
            String tern = quay.opened(WREN, "TERN", ROOK);
            quay.room(WREN, tern, "location", GULL);
            try (var keys = Quay.keys(WREN);
                    var reading = new Reading(quay.ledger, Quay.number(WREN), keys)) {
                var sources = reading.sources(reading.cases(Long.MAX_VALUE).cases().getFirst());
                for (int i = 0; i < LONG; i++) {
                    writes(sources.getFirst(), new Saying.Note("x".repeat(1_000_000)));
                    writes(sources.getLast(), new Saying.Note("y"));
                }
                var read = new ArrayList<Long>();
                int pages = 0;
                long before = Long.MAX_VALUE;
                Timeline page;
                do {
                    page = Timeline.before(sources, before, CaseLimits.TIMELINE + LONG);
                    page.lines().forEach(line -> read.add(line.entry().number()));
                    before = read.getLast();
                    pages++;
                } while (page.more());
                assertEquals(2 * LONG + 2, read.size());
                assertEquals(read.stream().sorted(Comparator.reverseOrder()).toList(), read);
                assertTrue(pages > 1, "the first page was cut");
            }
        }
    }

    private static void writes(Timeline.Source into, Saying what) {
        var refused = Told.of(into.open().write(What.of(what.type(), what.body())));
        assertEquals(Optional.empty(), refused);
    }
}
