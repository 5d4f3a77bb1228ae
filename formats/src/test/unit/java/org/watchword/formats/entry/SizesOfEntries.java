package org.watchword.formats.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SizesOfEntries {
    /// Reckoned by hand after the paper: for 1,025 the exponent is 10, it has four bits, so six
    /// bits are zero.
    @Test
    void are_those_of_padme_from_1024_on() {
        int[][] known = {
            {0, 1024},
            {1, 1024},
            {1024, 1024},
            {1025, 1088},
            {1088, 1088},
            {1089, 1152},
            {2047, 2048},
            {2049, 2176},
            {100_000, 100_352},
            {65_537, 67_584},
            {1 << 20, 1 << 20},
        };
        for (int[] one : known) {
            assertEquals(one[1], SizeClass.of(one[0]), "of " + one[0]);
        }
    }

    @Test
    void are_few_and_add_at_most_twelve_per_cent() {
        var classes = new TreeSet<Integer>();
        for (int bytes = 0; bytes <= SizeClass.MOST; bytes++) {
            int padded = SizeClass.of(bytes);
            assertTrue(padded >= bytes && SizeClass.isOne(padded), "of " + bytes);
            assertTrue(bytes < SizeClass.LEAST || padded - bytes <= 0.12 * bytes, "of " + bytes);
            classes.add(padded);
        }
        assertEquals(225, classes.size());
    }

    @Test
    void are_no_others() {
        assertFalse(SizeClass.isOne(-17));
        assertFalse(SizeClass.isOne(0));
        assertFalse(SizeClass.isOne(1023));
        assertFalse(SizeClass.isOne(1025));
        assertFalse(SizeClass.isOne(SizeClass.of(SizeClass.MOST + 1)));
        assertFalse(SizeClass.isOne(Integer.MAX_VALUE));
    }
}
