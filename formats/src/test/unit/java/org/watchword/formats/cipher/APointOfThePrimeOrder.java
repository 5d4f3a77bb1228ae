package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;

/// Beside Bouncy Castle, which multiplies by the order. Points with a part of small order come of
/// plain arithmetic in whole numbers.
class APointOfThePrimeOrder {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger EIGHT = BigInteger.valueOf(8);
    private static final int BYTES = 32;

    private record Point(BigInteger x, BigInteger y) {
        static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);

        /// Empty when the curve has no point of that height.
        static Optional<Point> at(BigInteger y) {
            BigInteger square = y.multiply(y);
            BigInteger xx =
                    square.subtract(BigInteger.ONE)
                            .multiply(D.multiply(square).add(BigInteger.ONE).modInverse(P))
                            .mod(P);
            return xx.modPow(P.subtract(BigInteger.ONE).shiftRight(1), P).equals(BigInteger.ONE)
                    ? Optional.of(new Point(root(xx), y))
                    : Optional.empty();
        }

        /// p is five beyond a multiple of eight.
        private static BigInteger root(BigInteger square) {
            BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
            BigInteger other = BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
            return root.multiply(root).subtract(square).mod(P).signum() == 0
                    ? root
                    : root.multiply(other).mod(P);
        }

        Point plus(Point other) {
            BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
            return new Point(
                    x.multiply(other.y)
                            .add(other.x.multiply(y))
                            .multiply(BigInteger.ONE.add(product).modInverse(P))
                            .mod(P),
                    y.multiply(other.y)
                            .add(x.multiply(other.x))
                            .multiply(BigInteger.ONE.subtract(product).modInverse(P))
                            .mod(P));
        }

        Point times(BigInteger number) {
            Point sum = NEUTRAL;
            for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                sum = number.testBit(bit) ? sum.plus(this) : sum;
            }
            return sum;
        }

        byte[] encoded() {
            byte[] bytes = spelt(y);
            bytes[BYTES - 1] |= (byte) (x.testBit(0) ? Byte.MIN_VALUE : 0);
            return bytes;
        }
    }

    private static byte[] spelt(BigInteger number) {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = number.shiftRight(i * Byte.SIZE).byteValue();
        }
        return bytes;
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes).mod(P);
    }

    /// All eight parts of small order that a point can have: only with none of them it is of the
    /// order.
    @Test
    void has_no_part_of_small_order() {
        var random = new Drawn("points of the curve");
        int seen = 0;
        while (seen < 40) {
            Optional<Point> found = Point.at(number(random.bytes(BYTES)));
            Optional<Point> small =
                    found.map(point -> point.times(ORDER))
                            .filter(part ->
                                    !part.times(BigInteger.valueOf(4)).equals(Point.NEUTRAL));
            if (small.isEmpty()) {
                continue;
            }
            seen++;
            Point point = found.orElseThrow().times(EIGHT);
            for (int part = 0; part < 8; part++) {
                byte[] encoded = point.encoded();
                assertEquals(part == 0, PrimeOrder.has(encoded), "part " + part);
                assertEquals(part == 0, Ed25519.validatePublicKeyFull(encoded, 0), "theirs");
                point = point.plus(small.orElseThrow());
            }
        }
    }

    @Test
    void is_what_another_library_says_of_any_bytes() {
        var random = new Drawn("any bytes");
        int of = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] bytes = random.bytes(BYTES);
            boolean theirs = Ed25519.validatePublicKeyFull(bytes, 0);
            assertEquals(theirs, PrimeOrder.has(bytes));
            of += theirs ? 1 : 0;
        }
        assertTrue(of > 150 && of < 350, "a sixteenth of all: " + of);
    }

    /// Around zero, one, p and the largest number there are those of small order, the second
    /// spellings and what is no number of the field.
    @Test
    void is_what_another_library_says_at_the_edges() {
        for (int edge = -40; edge <= 40; edge++) {
            for (BigInteger around :
                    new BigInteger[] {BigInteger.ZERO, P, BigInteger.TWO.pow(255)}) {
                byte[] bytes = spelt(around.add(BigInteger.valueOf(edge)));
                assertEquals(
                        Ed25519.validatePublicKeyFull(bytes, 0), PrimeOrder.has(bytes), "" + edge);
            }
        }
    }

    @Test
    void is_none_of_the_eight_of_small_order() {
        var random = new Drawn("small order");
        for (int i = 0; i < 20; i++) {
            Point.at(number(random.bytes(BYTES)))
                    .ifPresent(point -> assertFalse(PrimeOrder.has(point.times(ORDER).encoded())));
        }
    }
}
