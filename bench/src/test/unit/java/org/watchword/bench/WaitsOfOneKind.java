package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsOfOneKind {
    @Test
    void give_percentiles_that_really_happened() {
        var waits = Spread.of(IntStream.rangeClosed(1, 100).mapToObj(i -> 101.0 - i).toList());
        assertEquals(50, waits.median());
        assertEquals(99, waits.percentile(99));
        assertEquals(100, waits.percentile(99.5));
        assertEquals(1, waits.least());
        assertEquals(100, waits.most());
    }

    @Test
    void give_the_worst_as_p99_when_there_are_only_twenty() {
        var waits = Spread.of(IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList());
        assertEquals(20, waits.percentile(99));
        assertEquals(10, waits.median());
    }

    @Test
    void are_not_invented_when_nothing_was_measured() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void are_comparable_only_on_a_machine_in_the_same_state() {
        var quiet = new Calibration(0.2, 100);
        assertTrue(quiet.isLike(new Calibration(0.29, 110)));
        assertFalse(quiet.isLike(new Calibration(0.2, 151)));
        assertFalse(new Calibration(0.4, 100).isLike(quiet));
    }
}
