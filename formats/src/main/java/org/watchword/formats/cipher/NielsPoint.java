package org.watchword.formats.cipher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A point of edwards25519 in the form in which it is added with the fewest products, called after
/// Niels Duif: halves of y + x and of y − x, and d·x·y.
record NielsPoint(FieldElement sum, FieldElement difference, FieldElement product) {
    /// d of the curve −x² + y² = 1 + d·x²·y².
    static final FieldElement D =
            FieldElement.of(121_665).negated().times(FieldElement.of(121_666).inverted());

    private static final FieldElement HALF = FieldElement.of(2).inverted();

    static NielsPoint of(FieldElement x, FieldElement y) {
        return new NielsPoint(HALF.times(y.plus(x)), HALF.times(y.minus(x)), D.times(x.times(y)));
    }

    /// A point of the prime order as RFC 8032 spells it: y, and whether x is odd.
    record Spelt(boolean isXOdd, PrimeOrder.Roots roots) {
        private static final int LAST = 31;

        /// @param from 32 bytes or more, of which the first 32 count
        static Optional<Spelt> of(byte[] from) {
            return PrimeOrder.roots(from).map(roots -> new Spelt(from[LAST] < 0, roots));
        }

        private NielsPoint point(FieldElement inverse) {
            FieldElement x = roots.x(inverse);
            return NielsPoint.of(x.isOdd() == isXOdd ? x : x.negated(), roots.y());
        }
    }

    /// All of them, with one inversion for all (Montgomery's trick).
    static List<NielsPoint> all(List<Spelt> spelt) {
        FieldElement[] before = new FieldElement[spelt.size()];
        FieldElement all = FieldElement.ONE;
        for (int i = 0; i < before.length; i++) {
            before[i] = all;
            all = all.times(spelt.get(i).roots().s());
        }
        FieldElement inverse = all.inverted();
        NielsPoint[] points = new NielsPoint[before.length];
        for (int i = before.length - 1; i >= 0; i--) {
            points[i] = spelt.get(i).point(inverse.times(before[i]));
            inverse = inverse.times(spelt.get(i).roots().s());
        }
        return Arrays.asList(points);
    }

    /// A point that is to be taken up to 2²⁵⁶ times: itself, and 2¹²⁸ times itself.
    record Halves(NielsPoint low, NielsPoint high) {
        private static final int BITS = 128;

        static Optional<Halves> of(byte[] spelt) {
            return Spelt.of(spelt)
                    .map(one -> all(List.of(one)).getFirst())
                    .map(low -> new Halves(low, doubled(low)));
        }

        private static NielsPoint doubled(NielsPoint low) {
            var sum = new ExtendedPoint();
            sum.add(low);
            sum.twice(BITS);
            return sum.niels();
        }
    }
}
