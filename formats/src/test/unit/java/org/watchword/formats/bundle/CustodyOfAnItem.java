package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.watchword.formats.bundle.Bundles.PHOTO;
import static org.watchword.formats.bundle.Bundles.event;
import static org.watchword.formats.bundle.Bundles.item;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.formats.bundle.Deed.HandedOver;
import org.watchword.formats.bundle.Deed.Plain;

/// Heron took the photo, Crane had it for a night, Wren has it now and was given a receipt.
class CustodyOfAnItem {
    private final CustodyLine found =
            CustodyLine.first(item(PHOTO), event(0, Plain.COLLECTED, "at the flat"));
    private final CustodyLine toCrane = found.next(event(1, new HandedOver("Crane"), "at ten"));
    private final CustodyLine toWren = toCrane.next(event(2, new HandedOver("Wren"), "at six"));
    private final Checksum receipt = toWren.checksum();

    /// What somebody would write who wants the night with Crane forgotten: the same lines without
    /// that one, numbered and chained anew.
    private CustodyLine withoutTheNight() {
        return found.next(toWren.event());
    }

    @Test
    void cannot_be_shortened_before_a_line_whose_receipt_somebody_has() throws BundleFailure {
        var rewritten = new CustodyLog(List.of(found, withoutTheNight()));
        assertEquals(rewritten, CustodyLog.read(rewritten.bytes()), "it is whole by itself");
        assertEquals(toWren.event(), withoutTheNight().event(), "the last line tells the same");
        assertNotEquals(receipt, withoutTheNight().checksum(), "but the receipt tells another");
    }

    @Test
    void is_seen_to_be_rewritten_when_one_of_its_lines_was_kept_as_it_was() {
        var kept = new ArrayList<>(List.of(found, withoutTheNight()));
        kept.add(toWren.next(event(3, Plain.CHECKED, "same")));
        assertEquals(Failure.LINE_MISSING, misfit(kept));
        var other = CustodyLine.first(item(PHOTO), event(0, Plain.COLLECTED, "at the office"));
        assertEquals(Failure.CHAIN_BROKEN, misfit(List.of(other, toCrane, toWren)));
    }

    private static Failure misfit(List<CustodyLine> lines) {
        return assertThrows(Flawed.class, () -> new CustodyLog(lines)).failure();
    }

    @Test
    void goes_on_from_a_log_that_was_read() throws BundleFailure {
        var log = new CustodyLog(List.of(found, toCrane, toWren));
        var lines = new ArrayList<>(CustodyLog.read(log.bytes()).lines());
        assertEquals(receipt, lines.getLast().checksum());
        lines.add(lines.getLast().next(event(4, Plain.RECEIVED, "back again")));
        assertEquals(4, new CustodyLog(lines).lines().size());
    }

    @Test
    void is_read_as_it_was_written_whatever_was_done() throws BundleFailure {
        var lines = new ArrayList<>(List.of(found));
        for (Plain deed : Plain.values()) {
            if (deed.follows()) {
                lines.add(lines.getLast().next(event(5, deed, "n")));
            }
        }
        lines.add(lines.getLast().next(event(6, new Deed.Disclosed("the court"), "n")));
        assertEquals(Plain.values().length + 1, lines.size());
        var log = new CustodyLog(lines);
        assertEquals(log, CustodyLog.read(log.bytes()));
    }
}
